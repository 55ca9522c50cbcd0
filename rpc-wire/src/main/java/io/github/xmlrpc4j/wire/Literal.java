package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text in ASCII that may stand at a place in a document, compared a word at a time. A record, so
 * that the compiler takes what is in a constant one for constants too.
 *
 * @param bytes the text
 * @param first its first word, or all of it where it is shorter
 * @param mask the bytes of the first word that count
 * @param second its second word, or 0 where it is shorter than two
 * @param last its last word, or 0 where it is no longer than one
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares literals.
record Literal(byte[] bytes, long first, long mask, long second, long last) {
  static Literal of(String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    long last = bytes.length > Words.BYTES ? Words.at(bytes, bytes.length - Words.BYTES) : 0;
    long second = bytes.length > 2 * Words.BYTES ? Words.at(bytes, Words.BYTES) : 0;
    return new Literal(bytes, Words.of(ascii), Words.mask(bytes.length), second, last);
  }

  int length() {
    return bytes.length;
  }

  /**
   * Whether the text stands at an index. So near to the end that no word is left, it may stand
   * there and not be seen.
   */
  boolean isAt(byte[] document, int at, int end) {
    if (at + Words.BYTES > end || (Words.at(document, at) & mask) != first) {
      return false;
    }
    return bytes.length <= Words.BYTES || (at + bytes.length <= end && isRestAt(document, at));
  }

  private boolean isRestAt(byte[] document, int at) {
    int after = at + bytes.length;
    return Words.at(document, after - Words.BYTES) == last
        && (bytes.length <= 2 * Words.BYTES || Words.at(document, at + Words.BYTES) == second)
        && (bytes.length <= 3 * Words.BYTES
            || Arrays.equals(document, at, after, bytes, 0, bytes.length));
  }
}
