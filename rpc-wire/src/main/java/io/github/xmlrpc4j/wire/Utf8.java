package io.github.xmlrpc4j.wire;

/** Characters as bytes of UTF-8 (RFC 3629): overlong forms and surrogates are none. */
final class Utf8 {
  private Utf8() {}

  /** The bytes that a character takes. */
  static int length(int c) {
    if (c < 0x80) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }

  /** The bytes of a character from U+0080 to U+07FF, the first the lowest. */
  static int two(int c) {
    return 0x80C0 | (c >> 6) | ((c & 0x3F) << 8);
  }

  /** The bytes of a character from U+0800 to U+FFFF, the first the lowest. */
  static int three(int c) {
    return 0x8080E0 | (c >> 12) | ((c & 0xFC0) << 2) | ((c & 0x3F) << 16);
  }

  /** The bytes of a character beyond U+FFFF, the first the lowest. */
  static int four(int c) {
    return 0x808080F0 | (c >> 18) | ((c & 0x3F000) >> 4) | ((c & 0xFC0) << 10) | ((c & 0x3F) << 24);
  }

  /**
   * The character of two or three bytes at the start of four, or -1 if they begin with none that
   * XML allows.
   *
   * @param bytes the four, the first the lowest
   */
  static int decode(int bytes) {
    if ((bytes & 0xC0E0) == 0x80C0) {
      int c = ((bytes & 0x1F) << 6) | ((bytes >> 8) & 0x3F);
      return c >= 0x80 ? c : -1;
    }
    if ((bytes & 0xC0C0F0) == 0x8080E0) {
      int c = ((bytes & 0x0F) << 12) | ((bytes >> 2) & 0xFC0) | ((bytes >> 16) & 0x3F);
      return c >= 0x800 && XmlChars.isOneUnit(c) ? c : -1;
    }
    return -1;
  }

  /** The character beyond ASCII that begins at an index, or -1 if none does or it is cut short. */
  static int decode(byte[] b, int at, int end) {
    int first = b[at] & 0xFF;
    if (first < 0xC2 || first > 0xF4) {
      return -1;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > end) {
      return -1;
    }
    int c = first & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      if ((b[at + i] & 0xC0) != 0x80) {
        return -1;
      }
      c = (c << 6) | (b[at + i] & 0x3F);
    }
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return surrogate || c > 0x10FFFF || length(c) != length ? -1 : c;
  }
}
