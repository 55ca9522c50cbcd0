package io.github.xmlrpc4j.wire;

import java.util.Arrays;

/** The arrays and structs of a document that are open, and how far each has been read. */
final class Containers {
  // What is known of an open array or struct.
  static final int ARRAY = 1;
  static final int IN_DATA = 2;
  static final int DATA_SEEN = 4;
  static final int VALUES_WITHOUT_DATA = 8;
  static final int STRUCT = 16;
  static final int IN_MEMBER = 32;
  static final int VALUE_DUE = 64;
  static final int NO_MEMBER_LEFT = 128;

  private static final int[] NOTHING_OPEN = {};
  private static final int LEVELS = 8;

  private final Scanner scanner;
  private final ValueElement value;
  private final Path path;
  private final int maxDepth;
  private int[] states = NOTHING_OPEN;

  /** For each open struct, where to go on behind a member whose value came first, or 0. */
  private int[] resumed = NOTHING_OPEN;

  Containers(Scanner scanner, ValueElement value, Path path, int maxDepth) {
    this.scanner = scanner;
    this.value = value;
    this.path = path;
    this.maxDepth = maxDepth;
  }

  /** The number of the innermost one, the outermost being 0; -1 where none is open. */
  int innermost() {
    return path.depth() - 1;
  }

  /** The number of the innermost one, if it is an array or a struct as is wanted. */
  int innermost(int wanted, String what) {
    int level = path.depth() - 1;
    if (level < 0 || (states[level] & wanted) == 0) {
      throw new IllegalStateException(path + ": no " + what + " is open");
    }
    return level;
  }

  int state(int level) {
    return states[level];
  }

  void setState(int level, int state) {
    states[level] = state;
  }

  /** Where to go on behind the struct's member at hand, whose value came first; or 0. */
  int resumed(int level) {
    return resumed[level];
  }

  void setResumed(int level, int offset) {
    resumed[level] = offset;
  }

  /** Steps into the value at hand, which is an array or a struct. */
  void enter(int state) {
    int level = path.depth();
    if (level == maxDepth) {
      throw new LimitExceededException(
          "a depth of " + (level + 1) + " arrays and structs",
          "maxDepth",
          maxDepth,
          scanner.position(scanner.offset()));
    }
    if (level == states.length) {
      states = Arrays.copyOf(states, Math.max(LEVELS, level * 2));
      resumed = Arrays.copyOf(resumed, Math.max(LEVELS, level * 2));
    }
    states[level] = state;
    value.enter();
    path.enter();
  }

  /** Steps out of the innermost one, all of which has been read but for its end tags. */
  void leave(Tag type) {
    path.leave();
    value.leave(type);
  }
}
