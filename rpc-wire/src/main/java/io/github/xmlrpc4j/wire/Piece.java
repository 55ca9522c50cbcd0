package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;

/**
 * Some bytes that are put often, as words that need no loop where they are no more than four. A
 * record, so that the compiler takes what is in a constant one for constants too.
 *
 * @param first the first word; this and all others have zeros where no bytes are left
 * @param second the word after it
 * @param third the word after that
 * @param fourth the word after that
 * @param rest all further words
 * @param length the number of bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares pieces.
record Piece(long first, long second, long third, long fourth, long[] rest, int length) {
  private static final int WORDS = 4;

  /** How far beyond its place a piece is put, at most: what is there is overwritten. */
  static final int SLACK = WORDS * Words.BYTES;

  static Piece of(String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    return of(bytes, 0, bytes.length);
  }

  static Piece of(byte[] bytes, int from, int to) {
    int length = to - from;
    int words = Math.max(WORDS, (length + Words.BYTES - 1) / Words.BYTES);
    byte[] padded = new byte[words * Words.BYTES];
    System.arraycopy(bytes, from, padded, 0, length);
    long[] rest = new long[words - WORDS];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = word(padded, WORDS + i);
    }
    return new Piece(
        word(padded, 0), word(padded, 1), word(padded, 2), word(padded, 3), rest, length);
  }

  private static long word(byte[] bytes, int index) {
    return Words.at(bytes, index * Words.BYTES);
  }

  /** Puts the piece at an index of an array that goes on for {@link #SLACK} behind it. */
  void putInto(byte[] to, int at) {
    Words.put(to, at, first);
    Words.put(to, at + Words.BYTES, second);
    Words.put(to, at + 2 * Words.BYTES, third);
    Words.put(to, at + 3 * Words.BYTES, fourth);
    int next = at + SLACK;
    for (long word : rest) {
      Words.put(to, next, word);
      next += Words.BYTES;
    }
  }
}
