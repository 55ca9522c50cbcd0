package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The member names of one document, so that a name that stands a thousand times becomes one string,
 * and members that follow each other as they did before are known without a look at each byte.
 *
 * <p>A slot holds one name; a second name of the same slot takes its place.
 */
final class NameCache {
  private static final int SLOTS = 128;
  private static final int SHIFT = Long.SIZE - 7;

  /** An odd number whose product carries every bit of a word into the highest ones. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private @Nullable Member @Nullable [] slots;

  /** The member that was met last; before the first one, a member that none has followed yet. */
  private Member last = new Member("");

  /** A name, and what stood around it when it was met again. */
  private static final class Member {
    private static final int LONGEST_HEAD = 96;

    private final String name;

    /** All from the member's start tag to the end tag of the name, by words; the last overlaps. */
    private long @Nullable [] head;

    private int headLength;
    private @Nullable Member follower;

    Member(String name) {
      this.name = name;
    }

    void learnHead(byte[] document, int from, int to) {
      int length = to - from;
      if (head != null || length > LONGEST_HEAD) {
        return;
      }
      long[] words = new long[(length + Words.BYTES - 1) / Words.BYTES];
      for (int i = 0; i < words.length; i++) {
        words[i] = Words.at(document, wordAt(from, i, to));
      }
      head = words;
      headLength = length;
    }

    boolean isHeadAt(byte[] document, int from, int end) {
      long[] words = head;
      int to = from + headLength;
      if (words == null || to > end) {
        return false;
      }
      for (int i = 0; i < words.length; i++) {
        if (Words.at(document, wordAt(from, i, to)) != words[i]) {
          return false;
        }
      }
      return true;
    }

    private static int wordAt(int from, int index, int to) {
      return Math.min(from + index * Words.BYTES, to - Words.BYTES);
    }

    boolean isNamed(byte[] bytes, int from, int to) {
      if (name.length() != to - from) {
        return false;
      }
      for (int i = from; i < to; i++) {
        if (name.charAt(i - from) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /** The string of the ASCII bytes of a name. */
  String get(byte[] bytes, int from, int to) {
    return member(bytes, from, to).name;
  }

  /**
   * The name of the member that begins at an index, if it is the one that followed the last one
   * before, spelt just so; {@link #headLength()} then tells where its name's end tag ends.
   */
  @Nullable String follower(byte[] document, int at, int end) {
    Member expected = last.follower;
    if (expected == null || !expected.isHeadAt(document, at, end)) {
      return null;
    }
    last = expected;
    return expected.name;
  }

  /** The length of what {@link #follower} recognized. */
  int headLength() {
    return last.headLength;
  }

  /** Takes note of the member that begins at an index, and whose name was passed. */
  void learn(byte[] document, int at, int nameStart, int nameEnd, int headEnd) {
    Member member = member(document, nameStart, nameEnd);
    if (last.follower != null) {
      member.learnHead(document, at, headEnd);
    }
    last.follower = member;
    last = member;
  }

  private Member member(byte[] bytes, int from, int to) {
    @Nullable Member[] table = slots;
    if (table == null) {
      table = new @Nullable Member[SLOTS];
      slots = table;
    }
    int slot = slot(bytes, from, to);
    Member cached = table[slot];
    if (cached != null && cached.isNamed(bytes, from, to)) {
      return cached;
    }
    Member fresh = new Member(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    table[slot] = fresh;
    return fresh;
  }

  /** A slot by the first and the last word of a name. */
  private static int slot(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = length;
    if (from + Words.BYTES <= bytes.length) {
      hash += Words.at(bytes, from) & Words.mask(length);
    }
    if (length > Words.BYTES) {
      hash += 31 * Words.at(bytes, to - Words.BYTES);
    }
    return (int) ((hash * SPREAD) >>> SHIFT);
  }
}
