package io.github.xmlrpc4j.wire;

/** The characters of XML 1.0, fifth edition. */
final class XmlChars {
  private static final byte NAME_START = 1;
  private static final byte NAME = 2;
  private static final byte PLAIN = 4;
  private static final byte UNESCAPED = 8;
  private static final byte[] ASCII = new byte[128];

  static {
    for (int c = 0; c < 128; c++) {
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == ':';
      boolean more = letter || (c >= '0' && c <= '9') || c == '-' || c == '.';
      boolean plain = (c >= ' ' || c == '\n' || c == '\t') && c != '<' && c != '&' && c != ']';
      boolean unescaped = (plain || c == ']') && c != '>';
      ASCII[c] =
          (byte)
              ((letter ? NAME_START : 0)
                  | (more ? NAME : 0)
                  | (plain ? PLAIN : 0)
                  | (unescaped ? UNESCAPED : 0));
    }
  }

  private XmlChars() {}

  /** Production [2], Char. */
  static boolean isChar(int c) {
    return c >= ' '
        ? c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF)
        : c == '\t' || c == '\n' || c == '\r';
  }

  /** Whether a character of XML is one unit of UTF-16; the character is beyond ASCII. */
  static boolean isOneUnit(int c) {
    return c < 0xD800 || (c > 0xDFFF && c <= 0xFFFD);
  }

  /** Production [4], NameStartChar. */
  static boolean isNameStart(int c) {
    if (c < 128) {
      return (ASCII[c] & NAME_START) != 0;
    }
    return (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
        || (c >= 0x370 && c <= 0x1FFF && c != 0x37E)
        || c == 0x200C
        || c == 0x200D
        || (c >= 0x2070 && c <= 0x218F)
        || (c >= 0x2C00 && c <= 0x2FEF)
        || (c >= 0x3001 && c <= 0xD7FF)
        || (c >= 0xF900 && c <= 0xFDCF)
        || (c >= 0xFDF0 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0xEFFFF);
  }

  /** Production [4a], NameChar. */
  static boolean isName(int c) {
    if (c < 128) {
      return (ASCII[c] & NAME) != 0;
    }
    return isNameStart(c) || c == 0xB7 || (c >= 0x300 && c <= 0x36F) || c == 0x203F || c == 0x2040;
  }

  /** Whether a byte is an ASCII character that stands for itself in text and needs no look. */
  static boolean isPlain(byte b) {
    return b >= 0 && (ASCII[b] & PLAIN) != 0;
  }

  /** Whether an ASCII character is written as it is. */
  static boolean isUnescaped(char c) {
    return (ASCII[c] & UNESCAPED) != 0;
  }
}
