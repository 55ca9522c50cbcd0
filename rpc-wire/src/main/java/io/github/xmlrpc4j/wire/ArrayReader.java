package io.github.xmlrpc4j.wire;

import org.jspecify.annotations.Nullable;

/** The elements of arrays, and what stands around them. */
final class ArrayReader {
  private final Scanner scanner;
  private final ElementReader elements;
  private final ValueElement value;
  private final Containers open;
  private final Path path;

  /** What the document is seen through while its outermost array is a stream; else null. */
  private @Nullable Window stream;

  ArrayReader(
      Scanner scanner, ElementReader elements, ValueElement value, Containers open, Path path) {
    this.scanner = scanner;
    this.elements = elements;
    this.value = value;
    this.open = open;
    this.path = path;
  }

  void begin() {
    open.enter(Containers.ARRAY);
  }

  /** Begins the outermost array, each element of which goes with the next one. */
  void beginStream(Window window) {
    stream = window;
    begin();
  }

  boolean hasNext() {
    int level = open.innermost(Containers.ARRAY, "array");
    while (value.kind() == null) {
      requireNext(level);
      int state = open.state(level);
      if ((state & Containers.IN_DATA) != 0 && value.tryOpen()) {
        path.nextElement();
        return true;
      }
      boolean start = scanner.peek() == Scanner.Next.START;
      if (!start && (state & Containers.IN_DATA) == 0) {
        return false;
      }
      if (!start) {
        elements.close(Tag.DATA);
        open.setState(level, Containers.ARRAY | Containers.DATA_SEEN);
      } else if ((state & (Containers.IN_DATA | Containers.VALUES_WITHOUT_DATA)) != 0) {
        path.nextElement();
        value.open();
      } else {
        openData(level);
      }
    }
    return true;
  }

  /** Has the next element of a stream brought in, where the one before can go. */
  private void requireNext(int level) {
    if (stream != null && level == 0) {
      elements.settle();
      value.restartCount();
      stream.requireElement();
    }
  }

  private void openData(int level) {
    boolean first = open.state(level) == Containers.ARRAY;
    int start = scanner.offset();
    Tag tag = scanner.tryOpen(Tag.DATA) ? Tag.DATA : elements.openAny();
    if (tag == Tag.DATA) {
      open.setState(level, Containers.ARRAY | Containers.IN_DATA);
      if (!first) {
        elements.note(Deviation.ARRAY_WITH_DATA_REPEATED, start);
      }
      keepStart(level);
    } else if (tag == Tag.VALUE && first) {
      open.setState(level, Containers.ARRAY | Containers.VALUES_WITHOUT_DATA);
      elements.note(Deviation.ARRAY_WITHOUT_DATA, start);
      path.nextElement();
      value.openContent();
    } else {
      throw elements.unexpected("<data>", start);
    }
  }

  /** Keeps the start tags around a stream, to which its end tags are held. */
  private void keepStart(int level) {
    if (stream != null && level == 0) {
      stream.keep();
    }
  }

  void end() {
    if (hasNext()) {
      throw new IllegalStateException(path + ": values are left unread");
    }
    int level = open.innermost();
    if (open.state(level) == Containers.ARRAY && scanner.peek() == Scanner.Next.END) {
      elements.note(Deviation.ARRAY_WITHOUT_DATA, scanner.offset());
    }
    if (stream != null && level == 0) {
      stream.requireTags(2);
      stream = null;
    }
    open.leave(Tag.ARRAY);
  }
}
