package io.github.xmlrpc4j.wire;

import java.util.Arrays;

/**
 * Finds where a reader can be let go on to, in bytes that are still coming: behind a tag, or behind
 * a whole element. It knows how markup begins and ends and no more; whether it is sound is the
 * reader's to say, who finds all that the splitter has passed.
 */
final class Splitter {
  private static final byte[] COMMENT = {'<', '!', '-', '-'};
  private static final byte[] CDATA = {'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['};
  private static final byte[] DATA = {'d', 'a', 't', 'a'};

  /** What the next byte belongs to. */
  private enum Inside {
    TEXT,
    MARKUP,
    START_TAG,
    ATTRIBUTE,
    END_TAG,
    DECLARATION,
    COMMENT,
    CDATA,
    INSTRUCTION
  }

  private Inside inside = Inside.TEXT;
  private byte quote;

  /** Where the markup at hand begins, and how far all has been looked at, from the start. */
  private int token;

  private int seen;

  /** The tags that are still to come; or, where an element is sought, -1. */
  private int tags;

  private int depth;

  /** Begins anew, to find the end of so many tags. */
  void seekTags(int number) {
    begin();
    tags = number;
  }

  /**
   * Begins anew, to find the end of the next element; or of the next tag, if that is an end tag or
   * opens an array's data.
   */
  void seekElement() {
    begin();
    tags = -1;
  }

  private void begin() {
    inside = Inside.TEXT;
    seen = 0;
    depth = 0;
  }

  /**
   * Goes on.
   *
   * @param start where that which is sought begins; when more has come, its first bytes are the
   *     same
   * @return the index behind it, or -1 if it is not all there
   */
  int find(byte[] buf, int start, int end) {
    int at = start + seen;
    while (at < end) {
      if (inside == Inside.TEXT) {
        while (at < end && buf[at] != '<') {
          at++;
        }
        if (at < end) {
          token = at - start;
          inside = Inside.MARKUP;
          at++;
        }
      } else if (step(buf, start + token, at++) && isFound(buf, start + token, at)) {
        return at;
      }
    }
    seen = at - start;
    return -1;
  }

  /** Takes the byte at an index, and tells whether it ends a tag. */
  private boolean step(byte[] buf, int from, int at) {
    byte b = buf[at];
    switch (inside) {
      case MARKUP ->
          inside =
              switch (b) {
                case '/' -> Inside.END_TAG;
                case '!' -> Inside.DECLARATION;
                case '?' -> Inside.INSTRUCTION;
                default -> Inside.START_TAG;
              };
      case START_TAG -> {
        if (b == '"' || b == '\'') {
          quote = b;
          inside = Inside.ATTRIBUTE;
        }
      }
      case ATTRIBUTE -> {
        if (b == quote) {
          inside = Inside.START_TAG;
        }
        return false;
      }
      case DECLARATION -> {
        if (isJust(COMMENT, buf, from, at)) {
          inside = Inside.COMMENT;
          return false;
        }
        if (isJust(CDATA, buf, from, at)) {
          inside = Inside.CDATA;
          return false;
        }
      }
      default -> {}
    }
    return b == '>' && isEnd(buf, from, at);
  }

  private static boolean isJust(byte[] beginning, byte[] buf, int from, int at) {
    return at + 1 - from == beginning.length
        && Arrays.equals(buf, from, at + 1, beginning, 0, beginning.length);
  }

  /** Whether the markup at hand ends with this angle bracket; if so, text follows. */
  private boolean isEnd(byte[] buf, int from, int at) {
    boolean aside =
        switch (inside) {
          case COMMENT ->
              at - from > COMMENT.length + 1 && buf[at - 1] == '-' && buf[at - 2] == '-';
          case CDATA -> at - from > CDATA.length + 1 && buf[at - 1] == ']' && buf[at - 2] == ']';
          case INSTRUCTION -> at - from > 2 && buf[at - 1] == '?';
          default -> false;
        };
    boolean tag =
        inside == Inside.START_TAG || inside == Inside.END_TAG || inside == Inside.DECLARATION;
    if (aside || tag) {
      inside = Inside.TEXT;
    }
    return tag;
  }

  /** Takes account of the tag between two indexes, and tells whether it is the last one. */
  private boolean isFound(byte[] buf, int from, int to) {
    if (tags >= 0) {
      return --tags <= 0;
    }
    if (buf[from + 1] == '!') {
      return true;
    }
    if (buf[from + 1] == '/') {
      return --depth <= 0;
    }
    if (buf[to - 2] == '/') {
      return depth == 0;
    }
    return depth++ == 0 && isData(buf, from);
  }

  private static boolean isData(byte[] buf, int from) {
    int start = from + 1;
    int at = start;
    // A start tag ends with an angle bracket, which is no part of a name.
    while (buf[at] != '>' && buf[at] != '/' && !Cursor.isBlank(buf[at])) {
      at++;
      if (buf[at - 1] == ':') {
        start = at;
      }
    }
    return Arrays.equals(buf, start, at, DATA, 0, DATA.length);
  }
}
