package io.github.xmlrpc4j.wire;

/**
 * Some bytes of a document, at least a word of them, that are looked for at other places of it.
 *
 * @param words all whole words
 * @param last the last word, which may overlap the one before
 * @param length the number of bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares stretches.
record Stretch(long[] words, long last, int length) {
  static Stretch of(byte[] document, int from, int to) {
    long[] words = new long[(to - from) / Words.BYTES];
    for (int i = 0; i < words.length; i++) {
      words[i] = Words.at(document, from + i * Words.BYTES);
    }
    return new Stretch(words, Words.at(document, to - Words.BYTES), to - from);
  }

  /** Whether the same bytes stand at an index. */
  boolean isAt(byte[] document, int at, int end) {
    int to = at + length;
    if (to > end) {
      return false;
    }
    long differing = Words.at(document, to - Words.BYTES) ^ last;
    int next = at;
    for (long word : words) {
      differing |= Words.at(document, next) ^ word;
      next += Words.BYTES;
    }
    return differing == 0;
  }
}
