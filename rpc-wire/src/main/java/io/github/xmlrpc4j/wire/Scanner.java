package io.github.xmlrpc4j.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over one XML 1.0 document in UTF-8: start tags, end tags and text, in the order in which
 * the caller expects them.
 *
 * <p>It checks the well-formedness of all that it passes, refuses a DOCTYPE before anything else is
 * looked at, and knows no entity but the five of XML and character references. It knows nothing of
 * XML-RPC but the names of its elements.
 */
final class Scanner {
  /** What stands at the cursor once blanks, comments and processing instructions are passed. */
  enum Next {
    START,
    END,
    TEXT,
    EOF
  }

  /** What {@link #plainInteger()} returns where no plain integer stands. */
  static final long NOT_PLAIN = Long.MIN_VALUE;

  private static final long EXACT_DIGITS = 1_000_000_000_000_000L;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16
  };

  private final Source source;
  private final byte[] buf;
  private final int end;
  private final int maxDepth;

  /** Open elements at most: a level of value takes four at most, and the message a few more. */
  private final int maxOpen;

  private int pos;

  /** The open elements: where the name begins in the upper half, its length in the lower. */
  private long[] open = new long[16];

  private int depth;

  /** Whether the innermost open element was closed by its own start tag, as in {@code <a/>}. */
  private boolean selfClosed;

  private boolean attributesSeen;
  private boolean prefixSeen;
  private char[] chars = new char[0];

  Scanner(Source source, int maxDepth) {
    this.source = source;
    this.buf = source.bytes;
    this.end = source.end;
    this.maxDepth = maxDepth;
    this.maxOpen = maxDepth * 4 + 16;
    this.pos = source.start;
  }

  // ---- places and errors

  int offset() {
    return pos;
  }

  /** Moves the cursor to an offset it had before, inside the same open elements. */
  void seek(int offset) {
    pos = offset;
  }

  int depth() {
    return depth;
  }

  Position position(int offset) {
    return source.position(offset);
  }

  Position position() {
    return source.position(pos);
  }

  NotWellFormedException malformed(String problem) {
    return malformed(problem, pos);
  }

  private NotWellFormedException malformed(String problem, int at) {
    return new NotWellFormedException(
        FaultCodes.NOT_WELL_FORMED, problem, source.position(Math.min(at, end)));
  }

  private NotWellFormedException invalid(String problem, int at) {
    return new NotWellFormedException(FaultCodes.INVALID_CHARACTER, problem, source.position(at));
  }

  /** The document ends where more of it must come. */
  NotWellFormedException endsInside() {
    return depth == 0
        ? malformed("the document ends before its root element", end)
        : endsInside("<" + shownOpenName() + ">");
  }

  private NotWellFormedException endsInside(String what) {
    return malformed("the document ends inside " + what, end);
  }

  // ---- the prolog

  /**
   * Passes the XML declaration, comments and processing instructions.
   *
   * @return whether white space stands before the declaration
   */
  boolean prolog() {
    if (pos == end) {
      throw malformed("the document is empty");
    }
    int first = pos;
    while (pos < end && isBlank(buf[pos])) {
      pos++;
    }
    boolean blanksFirst = false;
    if (startsWith("<?xml") && pos + 5 < end && isBlank(buf[pos + 5])) {
      blanksFirst = pos > first;
      declaration();
    }
    return blanksFirst;
  }

  private void declaration() {
    int start = pos;
    pos += 5;
    skipBlanks();
    String version = pseudoAttribute("version");
    if (version == null) {
      throw malformed("the XML declaration has no version");
    }
    if (!version.matches("1\\.[0-9]+")) {
      throw malformed("XML version " + Texts.printable(version) + " is not 1.x", start);
    }
    String encoding = pseudoAttribute("encoding");
    if (encoding != null && !encoding.matches("[A-Za-z][A-Za-z0-9._-]*")) {
      throw malformed("\"" + Texts.printable(encoding) + "\" is no name of an encoding", start);
    }
    String standalone = pseudoAttribute("standalone");
    if (standalone != null && !standalone.equals("yes") && !standalone.equals("no")) {
      throw malformed("standalone is neither yes nor no", start);
    }
    if (!startsWith("?>")) {
      throw pos >= end
          ? endsInside("the XML declaration")
          : malformed("the XML declaration does not end with ?>");
    }
    pos += 2;
  }

  private @Nullable String pseudoAttribute(String name) {
    if (!startsWith(name)) {
      return null;
    }
    if (!isBlank(buf[pos - 1])) {
      throw malformed("a blank is missing before " + name);
    }
    pos += name.length();
    skipBlanks();
    if (pos >= end || buf[pos] != '=') {
      throw malformed("'=' is missing after " + name);
    }
    pos++;
    skipBlanks();
    if (pos >= end || (buf[pos] != '"' && buf[pos] != '\'')) {
      throw malformed("the value of " + name + " is not quoted");
    }
    byte quote = buf[pos++];
    int start = pos;
    while (pos < end && buf[pos] != quote) {
      if (buf[pos] <= 0 || buf[pos] == '<') {
        throw malformed("a character that does not belong into the XML declaration");
      }
      pos++;
    }
    if (pos >= end) {
      throw endsInside("the XML declaration");
    }
    String value = ascii(start, pos++);
    skipBlanks();
    return value;
  }

  // ---- what comes next

  /** Passes blanks, comments and processing instructions, and tells what stands behind them. */
  Next peek() {
    if (selfClosed) {
      return Next.END;
    }
    while (true) {
      while (pos < end && isBlank(buf[pos])) {
        pos++;
      }
      if (pos >= end) {
        return Next.EOF;
      }
      if (buf[pos] != '<') {
        return Next.TEXT;
      }
      byte second = pos + 1 < end ? buf[pos + 1] : 0;
      if (second == '/') {
        return Next.END;
      }
      if (second == '!') {
        if (startsWith("<![CDATA[")) {
          return Next.TEXT;
        }
        commentOrRefusal();
      } else if (second == '?') {
        processingInstruction();
      } else {
        return Next.START;
      }
    }
  }

  /** Whether anything but blanks, comments and processing instructions follows the root. */
  boolean peekAfterRoot() {
    return peek() != Next.EOF;
  }

  // ---- tags

  /**
   * Consumes an unprefixed start tag without attributes if just that stands here, after blanks; for
   * names of at most six characters. Where it does not, nothing is consumed and {@link #open()}
   * finds out the rest.
   */
  boolean tryOpen(Tag tag) {
    int at = pos;
    while (at < end && isBlank(buf[at])) {
      at++;
    }
    if (selfClosed
        || at + Words.BYTES > end
        || (Words.at(buf, at) & tag.openMask) != tag.openWord
        || depth >= maxOpen) {
      return false;
    }
    push(at + 1, tag.length());
    pos = at + tag.length() + 2;
    return true;
  }

  /**
   * Consumes the start tag at the cursor.
   *
   * @return the element, or null if XML-RPC has none of its name
   */
  @Nullable Tag open() {
    int start = pos;
    if (depth >= maxOpen) {
      throw new LimitExceededException(
          "a depth of more than " + maxOpen + " elements", "maxDepth", maxDepth, position());
    }
    pos++;
    int nameStart = pos;
    int nameEnd = name("an element");
    attributesSeen = false;
    boolean empty = attributes(start);
    push(nameStart, nameEnd - nameStart);
    selfClosed = empty;
    int local = nameStart;
    for (int i = nameStart; i < nameEnd; i++) {
      if (buf[i] == ':') {
        local = i + 1;
      }
    }
    prefixSeen = local != nameStart;
    return Tag.of(buf, local, nameEnd);
  }

  /** Whether the start tag that {@link #open()} consumed last had attributes. */
  boolean attributesSeen() {
    return attributesSeen;
  }

  /** Whether the start tag that {@link #open()} consumed last had a prefix. */
  boolean prefixSeen() {
    return prefixSeen;
  }

  /** The name of the innermost open element as it stands in its start tag, fit for a message. */
  String shownOpenName() {
    long top = open[depth - 1];
    return shown((int) (top >>> 32), (int) (top >>> 32) + (int) top);
  }

  /**
   * Consumes the end tag of the unprefixed element, of at most six characters, if it stands here.
   */
  boolean tryClose(Tag tag) {
    int after = pos + tag.length() + 2;
    if (selfClosed
        || pos + Words.BYTES >= end
        || (Words.at(buf, pos) & tag.closeMask) != tag.closeWord
        || buf[after] != '>'
        || (int) open[depth - 1] != tag.length()) {
      return false;
    }
    depth--;
    pos = after + 1;
    return true;
  }

  /** Consumes the end tag at the cursor, which must be that of the innermost open element. */
  void close() {
    if (selfClosed) {
      selfClosed = false;
      depth--;
      return;
    }
    int start = pos;
    pos += 2;
    int nameStart = pos;
    int nameEnd = name("an end tag");
    skipBlanks();
    if (pos >= end) {
      throw endsInside("an end tag");
    }
    if (buf[pos] != '>') {
      throw malformed("an end tag holds more than a name");
    }
    pos++;
    if (depth == 0) {
      throw malformed("the end tag </" + shown(nameStart, nameEnd) + "> closes nothing", start);
    }
    long top = open[depth - 1];
    int openStart = (int) (top >>> 32);
    int openEnd = openStart + (int) top;
    if (!Arrays.equals(buf, openStart, openEnd, buf, nameStart, nameEnd)) {
      throw malformed(
          "the end tag </"
              + shown(nameStart, nameEnd)
              + "> does not close <"
              + shown(openStart, openEnd)
              + "> of line "
              + source.position(openStart).line(),
          start);
    }
    depth--;
  }

  /** Consumes all that is left of the innermost open element, its end tag included. */
  void skipToClose(int maxTextLength) {
    int outer = depth - 1;
    while (depth > outer) {
      switch (peek()) {
        case START -> open();
        case END -> close();
        case TEXT -> text(maxTextLength, "maxStringLength");
        case EOF -> throw endsInside();
      }
    }
  }

  private void push(int nameStart, int nameLength) {
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = ((long) nameStart << 32) | nameLength;
  }

  /** Passes a name and returns where it ends. */
  private int name(String what) {
    int start = pos;
    while (pos < end) {
      byte b = buf[pos];
      if (b < 0) {
        int c = codePoint();
        if (pos == start ? !XmlChars.isNameStart(c) : !XmlChars.isName(c)) {
          break;
        }
        pos += XmlChars.utf8Length(c);
      } else if (pos == start ? XmlChars.isNameStart(b) : XmlChars.isName(b)) {
        pos++;
      } else {
        break;
      }
    }
    if (pos == start) {
      throw pos >= end ? endsInside(what) : malformed(what + " has no name");
    }
    return pos;
  }

  /** Passes what follows a start tag's name, and tells whether the tag closes itself. */
  private boolean attributes(int tagStart) {
    Set<String> names = Set.of();
    while (true) {
      int before = pos;
      skipBlanks();
      if (pos >= end) {
        throw endsInside("a start tag");
      }
      if (buf[pos] == '>') {
        pos++;
        return false;
      }
      if (buf[pos] == '/') {
        if (pos + 1 >= end) {
          throw endsInside("a start tag");
        }
        if (buf[pos + 1] != '>') {
          throw malformed("'/' in a start tag is not followed by '>'");
        }
        pos += 2;
        return true;
      }
      if (pos == before) {
        throw malformed("a start tag holds a character that no name and no attribute has");
      }
      if (!attributesSeen) {
        attributesSeen = true;
        names = new HashSet<>();
      }
      int nameStart = pos;
      String name = utf8(nameStart, name("an attribute"));
      if (!names.add(name)) {
        throw malformed("the attribute " + Texts.printable(name) + " stands twice", nameStart);
      }
      if (names.size() > 100) {
        throw malformed("a start tag with more than 100 attributes", tagStart);
      }
      attributeValue();
    }
  }

  private void attributeValue() {
    skipBlanks();
    if (pos >= end) {
      throw endsInside("a start tag");
    }
    if (buf[pos] != '=') {
      throw malformed("an attribute has no value");
    }
    pos++;
    skipBlanks();
    if (pos >= end) {
      throw endsInside("a start tag");
    }
    byte quote = buf[pos];
    if (quote != '"' && quote != '\'') {
      throw malformed("an attribute's value is not quoted");
    }
    pos++;
    while (pos < end && buf[pos] != quote) {
      byte b = buf[pos];
      if (b == '<') {
        throw malformed("'<' inside an attribute's value");
      }
      if (b == '&') {
        reference();
      } else {
        pos += XmlChars.utf8Length(character());
      }
    }
    if (pos >= end) {
      throw endsInside("an attribute's value");
    }
    pos++;
  }

  // ---- comments, processing instructions, what is refused

  private void commentOrRefusal() {
    if (startsWith("<!--")) {
      comment();
    } else if (startsWith("<!DOCTYPE")) {
      throw malformed("a DOCTYPE is refused always, unread; XML-RPC has no use for one");
    } else if (end - pos < 9 && "<![CDATA[<!DOCTYPE<!--".contains(ascii(pos, end))) {
      throw endsInside("a markup declaration");
    } else {
      throw malformed("markup that begins with '<!' and is neither comment nor CDATA");
    }
  }

  private void comment() {
    int start = pos;
    pos += 4;
    while (pos < end) {
      if (buf[pos] == '-' && pos + 1 < end && buf[pos + 1] == '-') {
        if (pos + 2 >= end) {
          break;
        }
        if (buf[pos + 2] != '>') {
          throw malformed("'--' inside a comment");
        }
        pos += 3;
        return;
      }
      pos += XmlChars.utf8Length(character());
    }
    throw malformed("the document ends inside the comment that begins here", start);
  }

  private void processingInstruction() {
    int start = pos;
    pos += 2;
    int nameStart = pos;
    int nameEnd = name("a processing instruction");
    if (nameEnd - nameStart == 3 && ascii(nameStart, nameEnd).equalsIgnoreCase("xml")) {
      throw malformed("an XML declaration stands only at the very beginning", start);
    }
    if (pos < end && !isBlank(buf[pos]) && buf[pos] != '?') {
      throw malformed("a blank is missing after the name of a processing instruction");
    }
    while (pos < end) {
      if (buf[pos] == '?' && pos + 1 < end && buf[pos + 1] == '>') {
        pos += 2;
        return;
      }
      pos += XmlChars.utf8Length(character());
    }
    throw malformed("the document ends inside the processing instruction that begins here", start);
  }

  // ---- text

  /**
   * Consumes character data up to the next start or end tag: CDATA sections and references are
   * resolved, comments and processing instructions dropped, line ends made LF (XML 1.0, 2.11).
   *
   * @param maxLength the number of UTF-16 units that may be returned
   * @param knob the limit that sets that number
   */
  String text(int maxLength, String knob) {
    if (selfClosed) {
      return "";
    }
    int start = pos;
    int at = plainRun(start);
    if (at < end && buf[at] == '<' && at + 1 < end && isTagStart(buf[at + 1])) {
      requireLength(at - start, maxLength, knob, start);
      pos = at;
      return new String(buf, start, at - start, StandardCharsets.ISO_8859_1);
    }
    return mixedText(start, at, maxLength, knob);
  }

  /** The end of the run of ASCII characters from an index that stand for themselves. */
  private int plainRun(int from) {
    int at = from;
    int lastWord = end - Words.BYTES;
    while (at <= lastWord) {
      long marks = Words.special(Words.at(buf, at));
      if (marks != 0) {
        return at + Words.first(marks);
      }
      at += Words.BYTES;
    }
    while (at < end && XmlChars.isPlain(buf[at])) {
      at++;
    }
    return at;
  }

  private String mixedText(int start, int firstSpecial, int maxLength, String knob) {
    int length = appendAscii(start, firstSpecial, 0, maxLength, knob, start);
    pos = firstSpecial;
    while (true) {
      if (pos >= end) {
        throw endsInside();
      }
      byte b = buf[pos];
      if (b == '<') {
        if (pos + 1 < end && isTagStart(buf[pos + 1])) {
          requireLength(length, maxLength, knob, start);
          return new String(chars, 0, length);
        }
        length = markupInText(length, maxLength, knob, start);
      } else if (b == '&') {
        length = append(reference(), length);
      } else if (b == '\r') {
        pos += pos + 1 < end && buf[pos + 1] == '\n' ? 2 : 1;
        length = append('\n', length);
      } else if (b == ']' && startsWith("]]>")) {
        throw malformed("']]>' in text");
      } else if (b < 0) {
        int c = character();
        pos += XmlChars.utf8Length(c);
        length = append(c, length);
      } else {
        length = append(character(), length);
        pos++;
        int run = plainRun(pos);
        length = appendAscii(pos, run, length, maxLength, knob, start);
        pos = run;
      }
      requireLength(length, maxLength, knob, start);
    }
  }

  /** Passes a comment, a processing instruction or a CDATA section that stands in text. */
  private int markupInText(int length, int maxLength, String knob, int start) {
    if (pos + 1 >= end) {
      throw endsInside("a tag");
    }
    if (buf[pos + 1] == '?') {
      processingInstruction();
      return length;
    }
    if (!startsWith("<![CDATA[")) {
      commentOrRefusal();
      return length;
    }
    int section = pos;
    pos += 9;
    int now = length;
    while (pos < end) {
      if (buf[pos] == ']' && startsWith("]]>")) {
        pos += 3;
        return now;
      }
      if (buf[pos] == '\r') {
        pos += pos + 1 < end && buf[pos + 1] == '\n' ? 2 : 1;
        now = append('\n', now);
      } else {
        int c = character();
        pos += XmlChars.utf8Length(c);
        now = append(c, now);
      }
      requireLength(now, maxLength, knob, start);
    }
    throw malformed("the document ends inside the CDATA section that begins here", section);
  }

  private int appendAscii(int from, int to, int length, int maxLength, String knob, int start) {
    requireLength(length + (to - from), maxLength, knob, start);
    reserve(length + (to - from));
    int at = length;
    for (int i = from; i < to; i++) {
      chars[at++] = (char) buf[i];
    }
    return at;
  }

  private int append(int codePoint, int length) {
    reserve(length + 2);
    return length + Character.toChars(codePoint, chars, length);
  }

  private void reserve(int length) {
    if (length > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + 64, chars.length * 2));
    }
  }

  private void requireLength(int length, int max, String knob, int start) {
    if (length > max) {
      throw new LimitExceededException(
          "a text of more than " + max + " characters", knob, max, source.position(start));
    }
  }

  /** Consumes a reference and returns its character. */
  private int reference() {
    int start = pos;
    pos++;
    if (pos < end && buf[pos] == '#') {
      return characterReference(start);
    }
    int nameStart = pos;
    while (pos < end && buf[pos] > 0 && XmlChars.isName(buf[pos])) {
      pos++;
    }
    if (pos >= end) {
      throw endsInside("a reference");
    }
    if (pos == nameStart || buf[pos] != ';') {
      throw malformed("'&' that begins no reference; write &amp;", start);
    }
    String name = ascii(nameStart, pos++);
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "apos" -> '\'';
      case "quot" -> '"';
      default ->
          throw malformed(
              "the entity &" + Texts.printable(name) + "; is not one of XML's own five", start);
    };
  }

  private int characterReference(int start) {
    pos++;
    int radix = 10;
    if (pos < end && buf[pos] == 'x') {
      radix = 16;
      pos++;
    }
    int digits = pos;
    int c = 0;
    while (pos < end && Character.digit(buf[pos], radix) >= 0) {
      c = Math.min(c * radix + Character.digit(buf[pos], radix), 0x110000);
      pos++;
    }
    if (pos >= end) {
      throw endsInside("a reference");
    }
    if (pos == digits || buf[pos] != ';') {
      throw malformed("a character reference that is no number", start);
    }
    pos++;
    if (!XmlChars.isChar(c)) {
      throw invalid(
          "the reference " + ascii(start, Math.min(pos, start + 16)) + " names no XML character",
          start);
    }
    return c;
  }

  // ---- numbers and bytes that stand plainly between two tags

  /** Consumes the integer of at most 18 digits that is all there is before the next tag. */
  long plainInteger() {
    int at = pos;
    boolean negative = at < end && buf[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    long number = 0;
    while (at < end && isDigit(buf[at])) {
      number = number * 10 + (buf[at] - '0');
      at++;
    }
    if (at == first || at - first > 18 || !endsContent(at)) {
      return NOT_PLAIN;
    }
    pos = at;
    return negative ? -number : number;
  }

  /**
   * Consumes the decimal number of at most 15 digits that is all there is before the next tag. Its
   * digits and the power of ten are exact as doubles, so that one division rounds correctly.
   *
   * @return the number, or NaN if what stands here is longer or spelt otherwise
   */
  double plainDecimal() {
    int at = pos;
    boolean negative = at < end && buf[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    int point = -1;
    long digits = 0;
    while (at < end && (isDigit(buf[at]) || (buf[at] == '.' && point < 0 && at > first))) {
      if (buf[at] == '.') {
        point = at;
      } else {
        digits = digits * 10 + (buf[at] - '0');
      }
      at++;
    }
    if (at == first || at - first > 16 || point == at - 1 || !endsContent(at)) {
      return Double.NaN;
    }
    double number = point < 0 ? digits : digits / POWERS_OF_TEN[at - 1 - point];
    if (digits >= EXACT_DIGITS) {
      return Double.NaN;
    }
    pos = at;
    return negative ? -number : number;
  }

  /** Consumes base64 without blanks that is all there is before the next tag, or returns null. */
  byte @Nullable [] plainBase64(int maxLength) {
    int at = pos;
    if (selfClosed) {
      return null;
    }
    at = plainRun(at);
    if (!endsContent(at) || (at - pos) / 4 * 3L > maxLength + 2L || (at - pos) % 4 != 0) {
      return null;
    }
    try {
      ByteBuffer bytes = Base64.getDecoder().decode(ByteBuffer.wrap(buf, pos, at - pos));
      if (bytes.remaining() > maxLength) {
        return null;
      }
      pos = at;
      return bytes.remaining() == bytes.array().length
          ? bytes.array()
          : Arrays.copyOf(bytes.array(), bytes.remaining());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Consumes ASCII text without references that is all there is before the next tag, or null. */
  @Nullable String plainName(NameCache names, int maxLength) {
    int at = pos;
    while (at < end && XmlChars.isPlain(buf[at])) {
      at++;
    }
    if (!endsContent(at) || at - pos > maxLength) {
      return null;
    }
    String name = names.get(buf, pos, at);
    pos = at;
    return name;
  }

  private boolean endsContent(int at) {
    return !selfClosed && at + 1 < end && buf[at] == '<' && buf[at + 1] == '/';
  }

  // ---- characters

  /** The character at the cursor, which XML must allow; the cursor stays. */
  private int character() {
    int c = buf[pos];
    if (c < 0) {
      c = codePoint();
    }
    if (!XmlChars.isChar(c)) {
      throw invalid(String.format("the character U+%04X, which XML does not allow", c), pos);
    }
    return c;
  }

  /** The character beyond ASCII at the cursor; the cursor stays. */
  private int codePoint() {
    int c = XmlChars.decode(buf, pos, end);
    if (c < 0) {
      throw invalid(String.format("the byte 0x%02X begins no character of UTF-8", buf[pos]), pos);
    }
    return c;
  }

  // ---- small things

  private void skipBlanks() {
    while (pos < end && isBlank(buf[pos])) {
      pos++;
    }
  }

  private boolean startsWith(String ascii) {
    if (end - pos < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (buf[pos + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String shown(int from, int to) {
    return Texts.printable(utf8(from, to));
  }

  private String ascii(int from, int to) {
    return new String(buf, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private String utf8(int from, int to) {
    return new String(buf, from, to - from, StandardCharsets.UTF_8);
  }

  private static boolean isTagStart(byte b) {
    return b != '!' && b != '?';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
