package io.github.xmlrpc4j.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a message to the value at hand, kept as two parallel stacks so that a
 * step costs two stores; it becomes text only when an error needs it.
 */
final class Path {
  private static final int LEVELS = 8;
  private static final int[] NO_INDEXES = {};
  private static final @Nullable String[] NO_NAMES = {};

  private String root = "value";
  private int rootIndex = -1;
  private int depth;
  private int[] indexes = NO_INDEXES;
  private @Nullable String[] names = NO_NAMES;

  /** Starts anew at a root that is numbered when the index is not negative. */
  void root(String name, int index) {
    root = name;
    rootIndex = index;
    depth = 0;
  }

  int depth() {
    return depth;
  }

  /** Goes back up to a depth. */
  void truncate(int toDepth) {
    depth = toDepth;
  }

  /** Goes down into an array or a struct, before what comes first there. */
  void enter() {
    if (depth == indexes.length) {
      indexes = Arrays.copyOf(indexes, Math.max(LEVELS, depth * 2));
      names = Arrays.copyOf(names, Math.max(LEVELS, depth * 2));
    }
    indexes[depth] = -1;
    names[depth] = null;
    depth++;
  }

  void leave() {
    depth--;
  }

  void nextElement() {
    indexes[depth - 1]++;
  }

  /** The index in the innermost array, -1 before its first element and where there is none. */
  int element() {
    return depth == 0 ? -1 : indexes[depth - 1];
  }

  void element(int index) {
    if (depth > 0) {
      indexes[depth - 1] = index;
    }
  }

  /** Goes to a member of the innermost struct, or to none of them. */
  void member(@Nullable String name) {
    names[depth - 1] = name;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(root);
    if (rootIndex >= 0) {
      text.append('[').append(rootIndex).append(']');
    }
    for (int i = 0; i < depth; i++) {
      String name = names[i];
      if (name != null) {
        appendName(text, name);
      } else if (indexes[i] >= 0) {
        text.append('[').append(indexes[i]).append(']');
      }
    }
    return text.toString();
  }

  private static void appendName(StringBuilder text, String name) {
    if (isPlain(name)) {
      text.append('.').append(name);
    } else {
      text.append("[\"").append(Texts.printable(name)).append("\"]");
    }
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.length() <= 64
        && name.chars()
            .allMatch(c -> c == '_' || c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
  }
}
