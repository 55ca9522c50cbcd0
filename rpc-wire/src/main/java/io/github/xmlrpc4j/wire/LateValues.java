package io.github.xmlrpc4j.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The values that stand before their member's name and are passed in search of it. Where one stands
 * inside another, its end is remembered: without that, each level would be passed once more than
 * the one around it.
 */
final class LateValues {
  private static final int UNREMEMBERED = -1;

  private final Scanner scanner;
  private final Map<Integer, Integer> ends = new HashMap<>();

  LateValues(Scanner scanner) {
    this.scanner = scanner;
  }

  /** Passes the value that begins at an index and whose start tag has just been consumed. */
  void pass(int start) {
    Integer end = ends.remove(start);
    if (end == null) {
      passFirst();
    } else {
      scanner.leave(end);
    }
  }

  private void passFirst() {
    int outer = scanner.depth() - 1;
    Deque<Integer> starts = new ArrayDeque<>();
    starts.push(UNREMEMBERED);
    Tag parent = null;
    while (scanner.depth() > outer) {
      switch (scanner.peek()) {
        case START -> {
          int start = scanner.offset();
          Tag tag = scanner.open();
          starts.push(parent == Tag.MEMBER && tag == Tag.VALUE ? start : UNREMEMBERED);
          parent = tag;
        }
        case END -> {
          scanner.close();
          parent = null;
          int start = starts.pop();
          if (start != UNREMEMBERED) {
            ends.put(start, scanner.offset());
          }
        }
        case TEXT -> scanner.text(TextLimit.STRING);
        case EOF -> throw scanner.endsInside();
      }
    }
  }
}
