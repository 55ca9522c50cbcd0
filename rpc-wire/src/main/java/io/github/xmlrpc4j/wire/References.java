package io.github.xmlrpc4j.wire;

/** References to characters: XML's own five entities, and numbers. There are no others. */
final class References {
  private static final int SHOWN = 16;

  private static final Literal AMP = Literal.of("&amp;");
  private static final Literal LT = Literal.of("&lt;");
  private static final Literal GT = Literal.of("&gt;");

  private References() {}

  /** Passes the reference at the cursor and returns its character. */
  static int read(Cursor in) {
    if (AMP.isAt(in.buf, in.pos, in.end)) {
      in.pos += AMP.length();
      return '&';
    }
    if (LT.isAt(in.buf, in.pos, in.end)) {
      in.pos += LT.length();
      return '<';
    }
    if (GT.isAt(in.buf, in.pos, in.end)) {
      in.pos += GT.length();
      return '>';
    }
    return readUnusual(in);
  }

  private static int readUnusual(Cursor in) {
    int start = in.pos++;
    if (in.pos < in.end && in.buf[in.pos] == '#') {
      return number(in, start);
    }
    int nameStart = in.pos;
    while (in.pos < in.end && in.buf[in.pos] > 0 && XmlChars.isName(in.buf[in.pos])) {
      in.pos++;
    }
    if (in.pos >= in.end) {
      throw in.endsInside("a reference");
    }
    if (in.pos == nameStart || in.buf[in.pos] != ';') {
      throw in.malformed("'&' that begins no reference; write &amp;", start);
    }
    String name = in.ascii(nameStart, in.pos++);
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "apos" -> '\'';
      case "quot" -> '"';
      default ->
          throw in.malformed(
              "the entity &" + Texts.printable(name) + "; is not one of XML's own five", start);
    };
  }

  private static int number(Cursor in, int start) {
    in.pos++;
    int radix = 10;
    if (in.pos < in.end && in.buf[in.pos] == 'x') {
      radix = 16;
      in.pos++;
    }
    int digits = in.pos;
    int c = 0;
    while (in.pos < in.end && Character.digit(in.buf[in.pos], radix) >= 0) {
      int digit = Character.digit(in.buf[in.pos], radix);
      c = Math.min(c * radix + digit, Character.MAX_CODE_POINT + 1);
      in.pos++;
    }
    if (in.pos >= in.end) {
      throw in.endsInside("a reference");
    }
    if (in.pos == digits || in.buf[in.pos] != ';') {
      throw in.malformed("a character reference that is no number", start);
    }
    in.pos++;
    if (!XmlChars.isChar(c)) {
      String shown = in.ascii(start, Math.min(in.pos, start + SHOWN));
      throw in.invalid("the reference " + shown + " names no XML character", start);
    }
    return c;
  }
}
