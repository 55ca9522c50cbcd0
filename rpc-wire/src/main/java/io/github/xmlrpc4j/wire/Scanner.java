package io.github.xmlrpc4j.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One XML 1.0 document in UTF-8 as start tags, end tags and text, in the order in which the caller
 * expects them.
 *
 * <p>It checks the well-formedness of all that it passes, refuses a DOCTYPE unread, and knows no
 * entity but the five of XML and character references. Of XML-RPC it knows only the names of its
 * elements.
 */
final class Scanner {
  /** What stands at the cursor once blanks, comments and processing instructions are passed. */
  enum Next {
    START,
    END,
    TEXT,
    EOF
  }

  private static final Literal VALUE = Tag.VALUE.start;
  private static final Literal MEMBER = Tag.MEMBER.start;
  private static final Literal NAME = Tag.NAME.start;
  private static final Literal NAME_END = Tag.NAME.end;
  private static final Literal NEXT_PARAM = Literal.of("</param><param>");
  private static final Literal NEXT_PARAM_IN_LINES = Literal.of("\n</param>\n<param>\n");

  private final Cursor in;
  private final CharacterData characterData;
  private final Attributes attributes;
  private final boolean empty;
  private final int maxDepth;

  /** Open elements at most: a level of value takes four at most, and the message a few more. */
  private final int maxOpen;

  /** The open elements: where the name begins in the upper half, its length in the lower. */
  private long[] open = new long[8];

  private int depth;

  /** Whether the innermost open element was closed by its own start tag, as in {@code <a/>}. */
  private boolean selfClosed;

  private boolean prefixSeen;

  Scanner(Cursor in, Limits limits) {
    this.in = in;
    this.characterData = new CharacterData(in, limits);
    this.attributes = new Attributes(in);
    this.empty = in.pos == in.end;
    this.maxDepth = limits.maxDepth();
    this.maxOpen = maxDepth * 4 + 16;
  }

  // ---- places and errors

  int offset() {
    return in.pos;
  }

  /** Moves the cursor to an offset it had before, inside the same open elements. */
  void seek(int offset) {
    in.pos = offset;
  }

  int depth() {
    return depth;
  }

  Position position(int offset) {
    return in.position(offset);
  }

  NotWellFormedException malformed(String problem) {
    return in.malformed(problem);
  }

  /** The document ends where more of it must come. */
  NotWellFormedException endsInside() {
    if (depth > 0) {
      return in.endsInside("<" + shownOpenName() + ">");
    }
    return in.malformed(
        empty ? "the document is empty" : "the document ends before its root element", in.end);
  }

  // ---- what comes next

  /** Whether the innermost open element has no content, as in {@code <a/>}. */
  boolean isSelfClosed() {
    return selfClosed;
  }

  /** Whether the document has nothing at all in it, but for a byte order mark. */
  boolean isEmpty() {
    return empty;
  }

  /**
   * Passes the XML declaration if there is one.
   *
   * @return whether white space stands before it
   */
  boolean prolog() {
    int first = in.pos;
    in.skipBlanks();
    int start = in.pos;
    return XmlDeclaration.pass(in) && start > first;
  }

  /** Passes blanks, comments and processing instructions, and tells what stands behind them. */
  Next peek() {
    if (selfClosed) {
      return Next.END;
    }
    while (true) {
      in.skipBlanks();
      if (in.pos >= in.end) {
        return Next.EOF;
      }
      if (in.buf[in.pos] != '<') {
        return Next.TEXT;
      }
      byte second = in.pos + 1 < in.end ? in.buf[in.pos + 1] : 0;
      if (second == '/') {
        return Next.END;
      }
      if (second != '!' && second != '?') {
        return Next.START;
      }
      if (Asides.isCdata(in)) {
        return Next.TEXT;
      }
      Asides.pass(in);
    }
  }

  // ---- start tags

  /**
   * Consumes an unprefixed start tag without attributes if just that stands here, after blanks.
   * Where it does not, nothing is consumed and {@link #open()} finds out the rest.
   */
  boolean tryOpen(Tag tag) {
    return !selfClosed && tryOpen(tag, in.afterBlanks());
  }

  /**
   * Consumes the start tags of a value and of its type, as {@link #tryOpen(Tag)} does one.
   *
   * @return the type, or null where nothing was consumed
   */
  @Nullable Tag tryOpenValue() {
    int at = in.afterBlanks();
    if (selfClosed || !VALUE.isAt(in.buf, at, in.end)) {
      return null;
    }
    Tag type = typeAt(at + VALUE.length());
    if (type != null) {
      push(at + 1, Tag.VALUE.length());
      openPlain(type, at + VALUE.length());
    }
    return type;
  }

  /** Consumes the start tag of a type of value, as {@link #tryOpen(Tag)} does. */
  @Nullable Tag tryOpenType() {
    int at = in.afterBlanks();
    Tag type = selfClosed ? null : typeAt(at);
    if (type != null) {
      openPlain(type, at);
    }
    return type;
  }

  /** The type whose start tag stands at an index, if two more elements may be open. */
  private @Nullable Tag typeAt(int at) {
    return depth + 1 >= maxOpen ? null : Tag.typeAt(in.buf, at, in.end);
  }

  /**
   * Consumes all up to the content of a struct's next value, if it is spelt as it was before.
   *
   * @param ending whether a member is open, which then ends
   * @return the type of the value, or null where nothing was consumed
   */
  NameCache.@Nullable Step tryStep(NameCache names, boolean ending) {
    int level = ending ? depth - 1 : depth;
    if (selfClosed || level + 3 > maxOpen || (ending && (int) open[level] != Tag.MEMBER.length())) {
      return null;
    }
    NameCache.Step step = names.step(in.buf, in.pos, in.end, ending);
    if (step != null) {
      int at = in.pos;
      depth = level;
      push(at + step.member() + 1, Tag.MEMBER.length());
      push(at + step.value() + 1, Tag.VALUE.length());
      in.pos = at + step.bytes().length();
      push(in.pos - step.type().start.length() + 1, step.type().length());
    }
    return step;
  }

  /**
   * Consumes a member's start tag and all of its name, if they are plain.
   *
   * @param from where the value before the member ends, or the start tag of the struct; negative if
   *     the way from there is not one for others
   * @param ending whether a member was open there
   * @return the name, or null where nothing was consumed
   */
  @Nullable String tryOpenMember(NameCache names, int maxLength, int from, boolean ending) {
    int at = in.afterBlanks();
    if (selfClosed || depth >= maxOpen) {
      return null;
    }
    String expected = names.follower(in.buf, at, in.end);
    if (expected != null) {
      in.pos = at + names.headLength();
      push(at + 1, Tag.MEMBER.length());
      if (from >= 0 && names.lacksStep()) {
        learnStep(names, from, ending, at);
      }
      return expected;
    }
    return MEMBER.isAt(in.buf, at, in.end) ? tryOpenNewMember(names, maxLength, at) : null;
  }

  private void learnStep(NameCache names, int from, boolean ending, int member) {
    int at = in.afterBlanks();
    Tag type = VALUE.isAt(in.buf, at, in.end) ? typeAt(at + VALUE.length()) : null;
    if (type != null && type.deviation == null) {
      int end = at + VALUE.length() + type.start.length();
      names.learnStep(in.buf, from, ending, member, at, type, end);
    }
  }

  private @Nullable String tryOpenNewMember(NameCache names, int maxLength, int at) {
    int before = in.pos;
    in.pos = at + MEMBER.length();
    in.skipBlanks();
    if (NAME.isAt(in.buf, in.pos, in.end)) {
      in.pos += NAME.length();
      int nameStart = in.pos;
      String name = PlainContent.name(in, names, maxLength);
      if (name != null && NAME_END.isAt(in.buf, in.pos, in.end)) {
        int nameEnd = in.pos;
        in.pos += NAME_END.length();
        names.learn(in.buf, at, nameStart, nameEnd, in.pos);
        push(at + 1, Tag.MEMBER.length());
        return name;
      }
    }
    in.pos = before;
    return null;
  }

  private boolean tryOpen(Tag tag, int at) {
    if (!tag.start.isAt(in.buf, at, in.end) || depth >= maxOpen) {
      return false;
    }
    openPlain(tag, at);
    return true;
  }

  private void openPlain(Tag tag, int at) {
    push(at + 1, tag.length());
    in.pos = at + tag.start.length();
  }

  /**
   * Consumes the start tag at the cursor.
   *
   * @return the element, or null if XML-RPC has none of its name
   */
  @Nullable Tag open() {
    int start = in.pos;
    if (depth >= maxOpen) {
      throw new LimitExceededException(
          "a depth of more than " + maxOpen + " elements",
          "maxDepth",
          maxDepth,
          in.position(start));
    }
    in.pos++;
    int nameStart = in.pos;
    int nameEnd = in.name("an element");
    boolean closesItself = attributes.pass();
    push(nameStart, nameEnd - nameStart);
    selfClosed = closesItself;
    int local = nameStart;
    for (int i = nameStart; i < nameEnd; i++) {
      if (in.buf[i] == ':') {
        local = i + 1;
      }
    }
    prefixSeen = local != nameStart;
    return Tag.of(in.buf, local, nameEnd);
  }

  private void push(int nameStart, int nameLength) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = ((long) nameStart << 32) | nameLength;
  }

  /** Whether the start tag that {@link #open()} consumed last had attributes. */
  boolean attributesSeen() {
    return attributes.seen();
  }

  /** Whether the start tag that {@link #open()} consumed last had a prefix. */
  boolean prefixSeen() {
    return prefixSeen;
  }

  /** The name of the innermost open element as it stands in its start tag, fit for a message. */
  String shownOpenName() {
    long top = open[depth - 1];
    return in.shown((int) (top >>> 32), (int) (top >>> 32) + (int) top);
  }

  // ---- end tags

  /**
   * Consumes the end tag of an unprefixed element if just that stands here, after blanks. Where it
   * does not, nothing is consumed.
   */
  boolean tryClose(Tag tag) {
    int at = in.afterBlanks();
    if (selfClosed || !tag.end.isAt(in.buf, at, in.end) || (int) open[depth - 1] != tag.length()) {
      return false;
    }
    depth--;
    in.pos = at + tag.end.length();
    return true;
  }

  /**
   * Consumes a parameter's end tag and the next one's start tag, if they stand as they mostly do,
   * in lines or close together.
   */
  boolean tryNextParam() {
    int start;
    if (NEXT_PARAM_IN_LINES.isAt(in.buf, in.pos, in.end)) {
      start = in.pos + NEXT_PARAM_IN_LINES.length() - 1;
    } else if (NEXT_PARAM.isAt(in.buf, in.pos, in.end)) {
      start = in.pos + NEXT_PARAM.length();
    } else {
      return false;
    }
    if (selfClosed || (int) open[depth - 1] != Tag.PARAM.length()) {
      return false;
    }
    depth--;
    openPlain(Tag.PARAM, start - Tag.PARAM.start.length());
    return true;
  }

  /** Passes blanks, and tells whether the end tag of a plain element stands behind them. */
  boolean isAtEnd(Tag tag) {
    in.skipBlanks();
    return !selfClosed && tag.end.isAt(in.buf, in.pos, in.end);
  }

  /** Consumes the end tags of a type and of its value, as {@link #tryClose(Tag)} does one. */
  boolean tryCloseValue(Tag type) {
    if (selfClosed
        || !type.endOfValue.isAt(in.buf, in.pos, in.end)
        || (int) open[depth - 1] != type.length()
        || (int) open[depth - 2] != Tag.VALUE.length()) {
      return false;
    }
    depth -= 2;
    in.pos += type.endOfValue.length();
    return true;
  }

  /** Consumes the end tag at the cursor, which must be that of the innermost open element. */
  void close() {
    if (selfClosed) {
      selfClosed = false;
      depth--;
      return;
    }
    int start = in.pos;
    in.pos += 2;
    int nameStart = in.pos;
    int nameEnd = in.name("an end tag");
    in.skipBlanks();
    if (in.pos >= in.end) {
      throw in.endsInside("an end tag");
    }
    if (in.buf[in.pos] != '>') {
      throw in.malformed("an end tag holds more than a name");
    }
    in.pos++;
    if (depth == 0) {
      throw in.malformed(shownEndTag(nameStart, nameEnd) + " closes nothing", start);
    }
    int openStart = (int) (open[depth - 1] >>> 32);
    int openEnd = openStart + (int) open[depth - 1];
    if (!Arrays.equals(in.buf, openStart, openEnd, in.buf, nameStart, nameEnd)) {
      throw in.malformed(
          shownEndTag(nameStart, nameEnd)
              + " does not close <"
              + shownOpenName()
              + "> of line "
              + in.position(openStart).line(),
          start);
    }
    depth--;
  }

  private String shownEndTag(int nameStart, int nameEnd) {
    return "the end tag </" + in.shown(nameStart, nameEnd) + ">";
  }

  /** Goes to the index behind the end tag of the innermost open element, which is known. */
  void leave(int end) {
    selfClosed = false;
    depth--;
    in.pos = end;
  }

  // ---- content

  /** Consumes character data up to the next start or end tag. */
  String text(TextLimit limit) {
    if (selfClosed) {
      return "";
    }
    String text = characterData.read(limit);
    if (text == null) {
      throw endsInside();
    }
    return text;
  }

  /** See {@link PlainContent#integer}. */
  long plainInteger() {
    return selfClosed ? PlainContent.NO_INTEGER : PlainContent.integer(in);
  }

  /** See {@link PlainContent#decimal}. */
  double plainDecimal() {
    return selfClosed ? Double.NaN : PlainContent.decimal(in);
  }

  /** See {@link PlainContent#base64}. */
  byte @Nullable [] plainBase64(int maxBytes) {
    return selfClosed ? null : PlainContent.base64(in, maxBytes);
  }

  /** See {@link PlainContent#name}. */
  @Nullable String plainName(NameCache names, int maxLength) {
    return selfClosed ? null : PlainContent.name(in, names, maxLength);
  }
}
