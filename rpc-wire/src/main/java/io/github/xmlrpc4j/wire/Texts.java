package io.github.xmlrpc4j.wire;

/** Text from a peer, made fit for one line of a message. */
final class Texts {
  private static final int LONGEST = 40;

  private Texts() {}

  /** The text, cut to a readable length, its control characters and quotes escaped. */
  static String printable(String text) {
    StringBuilder safe = new StringBuilder();
    int end = text.length();
    if (end > LONGEST) {
      end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        safe.append('\\').append(c);
      } else if (Character.isISOControl(c) || isLoneSurrogate(text, i)) {
        safe.append(String.format("\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return end < text.length() ? safe.append("...").toString() : safe.toString();
  }

  /** The text with U+FFFD for what XML does not allow. */
  static String writable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fine = Character.isSurrogate(c) ? !isLoneSurrogate(text, i) : XmlChars.isChar(c);
      safe.append(fine ? c : '\uFFFD');
    }
    return safe.toString();
  }

  /** The text without XML's white space at its ends. */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  static boolean isLoneSurrogate(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
