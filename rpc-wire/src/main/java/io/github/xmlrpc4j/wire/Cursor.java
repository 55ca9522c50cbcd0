package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;

/** A place in the bytes of one document, with the smallest steps that XML takes from there. */
final class Cursor {
  byte[] buf;
  int end;

  /** The index of the next byte. */
  int pos;

  private final Places places;

  Cursor(Source source) {
    this(source, source);
  }

  /** A cursor in bytes that are only a part of the document, so that something else knows them. */
  Cursor(Source source, Places places) {
    this.places = places;
    this.buf = source.bytes;
    this.end = source.end;
    this.pos = source.start;
  }

  /** Goes on in other bytes, which are the same as before up to this place. */
  void show(byte[] bytes, int to) {
    buf = bytes;
    end = to;
  }

  // ---- errors

  Position position(int at) {
    return places.position(at);
  }

  NotWellFormedException malformed(String problem) {
    return malformed(problem, pos);
  }

  NotWellFormedException malformed(String problem, int at) {
    return new NotWellFormedException(
        FaultCodes.NOT_WELL_FORMED, problem, position(Math.min(at, end)));
  }

  NotWellFormedException invalid(String problem, int at) {
    return new NotWellFormedException(FaultCodes.INVALID_CHARACTER, problem, position(at));
  }

  NotWellFormedException endsInside(String what) {
    return malformed("the document ends inside " + what, end);
  }

  // ---- characters

  /** The character at the cursor, which XML must allow; the cursor stays. */
  int character() {
    int c = buf[pos];
    if (c < 0) {
      c = codePoint();
    }
    if (!XmlChars.isChar(c)) {
      throw invalid(String.format("the character U+%04X, which XML does not allow", c), pos);
    }
    return c;
  }

  /** Passes a character, which XML must allow. */
  void skipCharacter() {
    pos += Utf8.length(character());
  }

  /** The character beyond ASCII at the cursor; the cursor stays. */
  private int codePoint() {
    int c = Utf8.decode(buf, pos, end);
    if (c < 0) {
      throw invalid(String.format("the byte 0x%02X begins no character of UTF-8", buf[pos]), pos);
    }
    return c;
  }

  /** Passes a name, of an element for one, and returns where it ends. */
  int name(String what) {
    int start = pos;
    while (pos < end) {
      byte b = buf[pos];
      int c = b < 0 ? codePoint() : b;
      if (pos == start ? !XmlChars.isNameStart(c) : !XmlChars.isName(c)) {
        break;
      }
      pos += Utf8.length(c);
    }
    if (pos == start) {
      throw pos >= end ? endsInside(what) : malformed(what + " has no name");
    }
    return pos;
  }

  void skipBlanks() {
    pos = afterBlanks();
  }

  /** Where the blanks at the cursor end; the cursor stays. */
  int afterBlanks() {
    return isBlankAt(pos) ? afterBlanks(pos + 1) : pos;
  }

  // Mostly there is none or one, for which a loop costs more than it does.
  private int afterBlanks(int from) {
    if (!isBlankAt(from)) {
      return from;
    }
    int at = from + 1;
    while (isBlankAt(at)) {
      at++;
    }
    return at;
  }

  private boolean isBlankAt(int at) {
    return at < end && isBlank(buf[at]);
  }

  static boolean isBlank(byte b) {
    return b <= ' ' && (b == ' ' || b == '\n' || b == '\r' || b == '\t');
  }

  boolean startsWith(String ascii) {
    if (end - pos < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (buf[pos + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  // ---- what has been passed, as text

  String shown(int from, int to) {
    return Texts.printable(utf8(from, to));
  }

  String ascii(int from, int to) {
    return new String(buf, from, to - from, StandardCharsets.ISO_8859_1);
  }

  String utf8(int from, int to) {
    return new String(buf, from, to - from, StandardCharsets.UTF_8);
  }
}
