package io.github.xmlrpc4j.cli;

/**
 * Text from elsewhere, made fit for a terminal: what would move the cursor, change colours or turn
 * the direction of the writing is shown as a number.
 */
final class Printable {
  private Printable() {}

  /** The text with its line ends and tabs, and no other control character. */
  static String of(String text) {
    return escaped(text, true);
  }

  /** The text on one line. */
  static String line(String text) {
    return escaped(text, false);
  }

  private static String escaped(String text, boolean linesStay) {
    StringBuilder safe = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean stays = (linesStay && (c == '\n' || c == '\t')) || !isControl(c);
      if (!stays && safe == null) {
        safe = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (safe != null) {
        append(safe, c, stays);
      }
    }
    return safe == null ? text : safe.toString();
  }

  private static void append(StringBuilder to, char c, boolean asItIs) {
    if (asItIs) {
      to.append(c);
    } else {
      to.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
    }
  }

  /** Whether a character does something in place of being seen. */
  static boolean isControl(char c) {
    return c < ' '
        || (c >= 0x7F && c <= 0x9F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
