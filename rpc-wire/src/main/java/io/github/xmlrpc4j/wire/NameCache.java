package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

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

  /** The bytes up to which what stands around a name is looked for again. */
  private static final int LONGEST = 128;

  /** An odd number whose product carries every bit of a word into the highest ones. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private @Nullable Member @Nullable [] slots;

  /** The member that was met last, if there was one. */
  private @Nullable Member last;

  /** A name, and what stood around it when it was met again. */
  private static final class Member {
    private final String name;

    /** All from the member's start tag to the end tag of the name. */
    private @Nullable Stretch head;

    private @Nullable Step step;
    private @Nullable Member follower;

    /** Who asked last for the name's number, and that. */
    private @Nullable MemberNames asking;

    private int number;

    Member(String name) {
      this.name = name;
    }

    void learnHead(byte[] document, int from, int to) {
      if (head == null && to - from <= LONGEST) {
        head = Stretch.of(document, from, to);
      }
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

  /**
   * The step from one value of a struct to the next, or to the first one.
   *
   * @param bytes all from the end of the value before, or of the struct's start tag, up to the
   *     content of the next value
   * @param ending whether that begins with the end of a member
   * @param member the index of the member's start tag in the bytes
   * @param value the index of the value's start tag
   * @param type the type of the value
   */
  record Step(Stretch bytes, boolean ending, int member, int value, Tag type) {}

  /** The string of the ASCII bytes of a name. */
  String get(byte[] bytes, int from, int to) {
    return member(bytes, from, to).name;
  }

  /**
   * The name of the member that begins at an index, if it is the one that followed the last one
   * before, spelt just so; {@link #headLength()} then tells where its name's end tag ends.
   */
  @Nullable String follower(byte[] document, int at, int end) {
    Member expected = last == null ? null : last.follower;
    if (expected == null || expected.head == null || !expected.head.isAt(document, at, end)) {
      return null;
    }
    last = expected;
    return expected.name;
  }

  /** The length of what {@link #follower} recognized. */
  int headLength() {
    return requireNonNull(met().head).length();
  }

  /** Takes note of the member that begins at an index, and whose name was passed. */
  void learn(byte[] document, int at, int nameStart, int nameEnd, int headEnd) {
    Member member = member(document, nameStart, nameEnd);
    if (last != null) {
      if (last.follower != null) {
        member.learnHead(document, at, headEnd);
      }
      last.follower = member;
    }
    last = member;
  }

  /**
   * The step that begins at an index, if it is the one that came before between the last member and
   * its follower, spelt just so; {@link #name()} is then that one's.
   */
  @Nullable Step step(byte[] document, int at, int end, boolean ending) {
    Member expected = last == null ? null : last.follower;
    if (expected == null) {
      return null;
    }
    Step step = expected.step;
    if (step == null || step.ending != ending || !step.bytes.isAt(document, at, end)) {
      return null;
    }
    last = expected;
    return step;
  }

  private Member met() {
    return requireNonNull(last);
  }

  /** The name of the member that was met last, if there was one. */
  @Nullable String name() {
    return last == null ? null : last.name;
  }

  /** The number of the member that was met last, which is known where the same ask again. */
  int number(MemberNames asking) {
    Member member = met();
    if (member.asking != asking) {
      member.asking = asking;
      member.number = asking.number(member.name);
    }
    return member.number;
  }

  /** Whether no step to the member that was met last is known. */
  boolean lacksStep() {
    return met().step == null;
  }

  /**
   * Takes note of the step to the member that was met last.
   *
   * @param from where it begins
   * @param ending whether it begins with the end of a member
   * @param member where the member begins
   * @param value where the value begins
   * @param type the type of the value
   * @param to where the content of the value begins
   */
  void learnStep(
      byte[] document, int from, boolean ending, int member, int value, Tag type, int to) {
    if (to - from <= LONGEST) {
      Stretch bytes = Stretch.of(document, from, to);
      met().step = new Step(bytes, ending, member - from, value - from, type);
    }
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
