package io.github.xmlrpc4j.wire;

import org.jspecify.annotations.Nullable;

/** The value at hand: its start tags down to the content, its kind, and its end tags. */
final class ValueElement {
  private final Scanner scanner;
  private final ElementReader elements;
  private final ScalarReader scalars;
  private final int maxValues;

  /** The kind of the value whose start tags have been read, or null where none has. */
  private @Nullable Kind kind;

  /** The element of the type, or null where there is none. */
  private @Nullable Tag type;

  private boolean missing;
  private int count;

  ValueElement(Scanner scanner, ElementReader elements, ScalarReader scalars, int maxValues) {
    this.scanner = scanner;
    this.elements = elements;
    this.scalars = scalars;
    this.maxValues = maxValues;
  }

  @Nullable Kind kind() {
    return kind;
  }

  @Nullable Tag type() {
    return type;
  }

  /** Counts the values from here on anew. */
  void restartCount() {
    count = 0;
  }

  /** Makes the value one that the document does not have, which is a nil. */
  void setMissing() {
    missing = true;
    kind = Kind.NIL;
  }

  /** Reads the start tags of the next value. */
  void open() {
    if (!tryOpen()) {
      elements.open(Tag.VALUE);
      openContent();
    }
  }

  /** Reads the start tags of the next value if it is there and they are plain. */
  boolean tryOpen() {
    Tag plain = scanner.tryOpenValue();
    if (plain == null) {
      return false;
    }
    opened(plain);
    return true;
  }

  /** Takes over a value whose plain start tags the scanner has just consumed. */
  void opened(Tag plain) {
    count();
    takeType(plain, scanner.offset() - plain.start.length());
  }

  /** Reads the start tag of the type, if there is one; the cursor then stands at the content. */
  void openContent() {
    count();
    Tag plain = scanner.tryOpenType();
    if (plain != null) {
      takeType(plain, scanner.offset() - plain.start.length());
      return;
    }
    int start = scanner.offset();
    switch (scanner.peek()) {
      case START -> openType();
      case TEXT -> openTextOrJunk(start);
      case END -> untyped(start);
      case EOF -> throw scanner.endsInside();
    }
  }

  private void count() {
    if (++count > maxValues) {
      throw new LimitExceededException(
          "a document of more than " + maxValues + " values",
          "maxValues",
          maxValues,
          scanner.position(scanner.offset()));
    }
  }

  private void openType() {
    int at = scanner.offset();
    Tag tag = elements.openAny();
    if (tag == Tag.SERIALIZABLE || tag == Tag.DOM) {
      throw elements.notXmlRpc("the type " + tag.text + " is refused always", at);
    }
    if (tag == null || tag.kind == null) {
      throw elements.unexpected("a type (int, string, struct, ...)", at);
    }
    takeType(tag, at);
  }

  private void takeType(Tag tag, int at) {
    if (tag.deviation != null) {
      elements.note(tag.deviation, at);
    }
    type = tag;
    kind = tag.kind;
  }

  private void untyped(int start) {
    scanner.seek(start);
    type = null;
    kind = Kind.STRING;
  }

  /**
   * Tells an untyped string from text beside a type element. A document of the second sort is rare
   * and refused as a rule, so that looking ahead for it would cost every untyped string.
   */
  private void openTextOrJunk(int start) {
    if (elements.accepts(Deviation.TEXT_AROUND_TYPED_VALUE)) {
      scanner.seek(start);
      String unused = scalars.string();
      if (scanner.peek() == Scanner.Next.START) {
        elements.note(Deviation.TEXT_AROUND_TYPED_VALUE, start);
        openType();
        return;
      }
    }
    untyped(start);
  }

  /** Steps into the value, whose content is values. */
  void enter() {
    kind = null;
  }

  /** Steps out of the value into which {@link #enter} stepped. */
  void leave(Tag container) {
    kind = null;
    if (scanner.tryCloseValue(container)) {
      return;
    }
    elements.close(container);
    closeElement();
  }

  /** Reads the end tags of the value whose content has been read. */
  void close() {
    if (missing) {
      kind = null;
      return;
    }
    if (type != null) {
      if (scanner.tryCloseValue(type)) {
        kind = null;
        return;
      }
      elements.close(type);
    }
    closeElement();
  }

  private void closeElement() {
    kind = null;
    if (scanner.tryClose(Tag.VALUE)) {
      return;
    }
    if (scanner.peek() == Scanner.Next.TEXT) {
      elements.note(Deviation.TEXT_AROUND_TYPED_VALUE, scanner.offset());
      String unused = scalars.string();
    }
    elements.close(Tag.VALUE);
  }
}
