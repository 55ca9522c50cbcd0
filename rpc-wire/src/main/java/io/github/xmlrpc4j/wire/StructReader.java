package io.github.xmlrpc4j.wire;

import org.jspecify.annotations.Nullable;

/** The members of structs down to their values, and what stands around them. */
final class StructReader {
  private static final int NONE = -1;

  private final Scanner scanner;
  private final ElementReader elements;
  private final ValueElement value;
  private final Containers open;
  private final Path path;
  private final int maxNameLength;
  private final NameCache names = new NameCache();
  private @Nullable LateValues lateValues;

  /** Where the value of the member at hand begins, if it was opened with the member, or NONE. */
  private int valueAhead = NONE;

  StructReader(
      Scanner scanner,
      ElementReader elements,
      ValueElement value,
      Containers open,
      Path path,
      int maxNameLength) {
    this.scanner = scanner;
    this.elements = elements;
    this.value = value;
    this.open = open;
    this.path = path;
    this.maxNameLength = maxNameLength;
  }

  void begin() {
    open.enter(Containers.STRUCT);
  }

  /** The name of the next member, whose value is then due; null behind the last. */
  @Nullable String nextName() {
    int level = open.innermost(Containers.STRUCT, "struct");
    int state = open.state(level);
    boolean inMember = (state & Containers.IN_MEMBER) != 0;
    boolean inTurn = open.resumed(level) == 0;
    int from = inTurn ? scanner.offset() : NONE;
    boolean betweenValues = value.kind() == null && (state & Containers.VALUE_DUE) == 0 && inTurn;
    NameCache.Step step = betweenValues ? scanner.tryStep(names, inMember) : null;
    if (step != null) {
      valueAhead = from + step.value();
      open.setState(level, Containers.STRUCT | Containers.IN_MEMBER);
      String name = names.name();
      path.member(name);
      value.opened(step.type());
      return name;
    }
    if (inMember) {
      closeMember(level);
    }
    if (scanner.isAtEnd(Tag.STRUCT)) {
      open.setState(level, Containers.STRUCT | Containers.NO_MEMBER_LEFT);
      return null;
    }
    valueAhead = NONE;
    String name = scanner.tryOpenMember(names, maxNameLength, from, inMember);
    if (name == null) {
      if (scanner.peek() != Scanner.Next.START) {
        return null;
      }
      elements.open(Tag.MEMBER);
      name = scanner.tryOpen(Tag.NAME) ? name() : unusualMember(level);
    }
    open.setState(level, Containers.STRUCT | Containers.IN_MEMBER | Containers.VALUE_DUE);
    path.member(name);
    return name;
  }

  /** The number among some names of the one that {@link #nextName()} returned. */
  @SuppressWarnings("ReferenceEquality") // Another string may be the name of another member.
  int number(String name, MemberNames asking) {
    return name == names.name() ? names.number(asking) : asking.number(name);
  }

  private String name() {
    String plain = scanner.plainName(names, maxNameLength);
    String name = plain == null ? scanner.text(TextLimit.NAME) : plain;
    elements.close(Tag.NAME);
    return name;
  }

  /** Reads a member whose first element is not just {@code <name>}. */
  private String unusualMember(int level) {
    elements.requireStart("<name>");
    int start = scanner.offset();
    Tag tag = scanner.open();
    if (tag == Tag.NAME) {
      elements.noteTag(start);
      return name();
    }
    if (tag != Tag.VALUE) {
      throw elements.unexpected("<name>", start);
    }
    elements.note(Deviation.VALUE_BEFORE_NAME, start);
    lateValues().pass(start);
    elements.open(Tag.NAME);
    String name = name();
    open.setResumed(level, scanner.offset());
    scanner.seek(start);
    return name;
  }

  private LateValues lateValues() {
    if (lateValues == null) {
      lateValues = new LateValues(scanner);
    }
    return lateValues;
  }

  private void closeMember(int level) {
    if (value.kind() != null || (open.state(level) & Containers.VALUE_DUE) != 0) {
      throw new IllegalStateException(path + ": the value is left unread");
    }
    if (open.resumed(level) != 0) {
      scanner.seek(open.resumed(level));
      open.setResumed(level, 0);
    }
    elements.close(Tag.MEMBER);
    open.setState(level, Containers.STRUCT);
  }

  /** Takes note of a member whose name stood in its struct before. */
  void duplicate() {
    Scanner.Next unused = scanner.peek();
    elements.note(Deviation.DUPLICATE_MEMBER, valueAhead == NONE ? scanner.offset() : valueAhead);
  }

  void end() {
    int level = open.innermost(Containers.STRUCT, "struct");
    if ((open.state(level) & Containers.NO_MEMBER_LEFT) == 0 && nextName() != null) {
      throw new IllegalStateException(path + ": values are left unread");
    }
    open.leave(Tag.STRUCT);
  }
}
