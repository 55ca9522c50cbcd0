package io.github.xmlrpc4j.wire;

import org.jspecify.annotations.Nullable;

/** The first line of most documents: {@code <?xml version='1.0'?>}. */
final class XmlDeclaration {
  private static final String BEGINNING = "<?xml";

  private static final Literal[] WITHOUT_ENCODING = {
    Literal.of("<?xml version='1.0'?>"), Literal.of("<?xml version=\"1.0\"?>")
  };

  private static final Literal[] OF_UTF_8 = {
    Literal.of("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
    Literal.of("<?xml version=\"1.0\" encoding=\"utf-8\"?>"),
    Literal.of("<?xml version='1.0' encoding='UTF-8'?>"),
    Literal.of("<?xml version='1.0' encoding='utf-8'?>")
  };

  private final Cursor in;

  private XmlDeclaration(Cursor in) {
    this.in = in;
  }

  /** Whether a declaration without an encoding stands at an index, in one of the usual forms. */
  static boolean isSilentAt(byte[] document, int at, int end) {
    return at(WITHOUT_ENCODING, document, at, end) != null;
  }

  /** Whether a declaration that names UTF-8 stands at an index, in one of the usual forms. */
  static boolean isOfUtf8At(byte[] document, int at, int end) {
    return at(OF_UTF_8, document, at, end) != null;
  }

  private static @Nullable Literal at(Literal[] forms, byte[] document, int at, int end) {
    for (Literal form : forms) {
      if (form.isAt(document, at, end)) {
        return form;
      }
    }
    return null;
  }

  /** Passes the declaration if it stands at the cursor, and tells whether it does. */
  static boolean pass(Cursor in) {
    Literal customary = at(WITHOUT_ENCODING, in.buf, in.pos, in.end);
    if (customary == null) {
      customary = at(OF_UTF_8, in.buf, in.pos, in.end);
    }
    if (customary != null) {
      in.pos += customary.length();
      return true;
    }
    int after = in.pos + BEGINNING.length();
    boolean isDeclaration =
        in.startsWith(BEGINNING)
            && (after == in.end || (in.buf[after] >= 0 && !XmlChars.isName(in.buf[after])));
    if (!isDeclaration) {
      return false;
    }
    new XmlDeclaration(in).pass();
    return true;
  }

  private void pass() {
    int start = in.pos;
    in.pos += BEGINNING.length();
    in.skipBlanks();
    String version = attribute("version");
    if (version == null) {
      throw in.pos >= in.end ? ends() : in.malformed("the XML declaration has no version");
    }
    if (!isVersion(version)) {
      throw in.malformed("XML version \"" + Texts.printable(version) + "\" is not 1.x", start);
    }
    String encoding = attribute("encoding");
    if (encoding != null && !isEncoding(encoding)) {
      throw in.malformed("\"" + Texts.printable(encoding) + "\" is no name of an encoding", start);
    }
    String standalone = attribute("standalone");
    if (standalone != null && !standalone.equals("yes") && !standalone.equals("no")) {
      throw in.malformed("standalone is neither yes nor no", start);
    }
    if (!in.startsWith("?>")) {
      throw in.end - in.pos < 2 ? ends() : in.malformed("the XML declaration does not end with ?>");
    }
    in.pos += 2;
  }

  private @Nullable String attribute(String name) {
    if (!in.startsWith(name)) {
      return null;
    }
    if (!Cursor.isBlank(in.buf[in.pos - 1])) {
      throw in.malformed("a blank is missing before " + name);
    }
    in.pos += name.length();
    in.skipBlanks();
    requireMore();
    if (in.buf[in.pos] != '=') {
      throw in.malformed("'=' is missing after " + name);
    }
    in.pos++;
    in.skipBlanks();
    requireMore();
    byte quote = in.buf[in.pos];
    if (quote != '"' && quote != '\'') {
      throw in.malformed("the value of " + name + " is not quoted");
    }
    int start = ++in.pos;
    while (in.pos < in.end && in.buf[in.pos] != quote) {
      if (in.buf[in.pos] <= 0 || in.buf[in.pos] == '<') {
        throw in.malformed("a character that does not belong into the XML declaration");
      }
      in.pos++;
    }
    requireMore();
    String value = in.ascii(start, in.pos++);
    in.skipBlanks();
    return value;
  }

  private void requireMore() {
    if (in.pos >= in.end) {
      throw ends();
    }
  }

  private NotWellFormedException ends() {
    return in.endsInside("the XML declaration");
  }

  private static boolean isVersion(String text) {
    return text.length() > 2
        && text.startsWith("1.")
        && text.chars().skip(2).allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isEncoding(String text) {
    return !text.isEmpty()
        && isLetter(text.charAt(0))
        && text.chars()
            .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0);
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
