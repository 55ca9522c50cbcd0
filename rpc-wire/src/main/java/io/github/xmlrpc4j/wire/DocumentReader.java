package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reader over the bytes of one message, straight into the types that are asked for.
 *
 * <pre>{@code
 * DocumentReader in = DocumentReader.of(request, Dialect.LENIENT, Limits.DEFAULT);
 * String method = in.beginCall();
 * while (in.nextParam()) {
 *   in.readValue();
 * }
 * in.endCall();
 * }</pre>
 */
public final class DocumentReader extends WireReader {
  private static final int MOST_SIGHTINGS = 100;
  private static final byte IN_DATA = 1;
  private static final byte DATA_SEEN = 2;

  private final Scanner scanner;
  private final NameCache names = new NameCache();
  private final Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);
  private List<Sighting> sightings = List.of();

  /** The kind of the value whose start tags have been read, or null where none has. */
  private @Nullable Kind kind;

  private @Nullable Tag typeTag;
  private int params;
  private int valuesRead;

  /** For each open array, what of {@code data} was met; for each struct, see {@link #resume}. */
  private byte[] data = new byte[8];

  /** For each open struct, where to go on behind a member whose value came first, or 0. */
  private int[] resume = new int[8];

  private boolean memberOpen;

  private DocumentReader(Source source, Dialect dialect, Limits limits) {
    super(dialect, limits);
    this.scanner = new Scanner(source, limits.maxDepth());
    if (source.encodingContradicted) {
      note(Deviation.ENCODING_CONTRADICTED, source.start);
    }
    if (scanner.prolog()) {
      note(Deviation.LEADING_WHITE_SPACE, source.start);
    }
  }

  /** A reader of a document. */
  public static DocumentReader of(byte[] document, Dialect dialect, Limits limits) {
    return of(ByteBuffer.wrap(document), null, dialect, limits);
  }

  /**
   * A reader of a document.
   *
   * @param document the document, from the buffer's position to its limit, in an array; its bytes
   *     must not change while the reader is in use
   * @param charset the encoding that the transport names, which counts where neither a byte order
   *     mark nor the XML declaration names one; or null
   * @throws LimitExceededException if the document has more than {@link Limits#maxDocumentBytes()}
   * @throws NotWellFormedException if the encoding is unknown, or the bytes are not in it
   */
  public static DocumentReader of(
      ByteBuffer document, @Nullable Charset charset, Dialect dialect, Limits limits) {
    requireNonNull(dialect, "dialect");
    int length = document.remaining();
    if (length > limits.maxDocumentBytes()) {
      throw new LimitExceededException(
          "a document of " + length + " bytes",
          "maxDocumentBytes",
          limits.maxDocumentBytes(),
          new Position(0, 1, 1));
    }
    Source source =
        Source.of(document.array(), document.arrayOffset() + document.position(), length, charset);
    return new DocumentReader(source, dialect, limits);
  }

  /** The deviations that were met so far and accepted. */
  public Set<Deviation> deviations() {
    return Collections.unmodifiableSet(deviations);
  }

  /** Where the deviations were met; the first hundred places. */
  public List<Sighting> sightings() {
    return Collections.unmodifiableList(sightings);
  }

  // ---- the message

  /** Reads the beginning of a method call and returns the method's name. */
  public String beginCall() {
    path.root("methodCall", -1);
    expectOpen(Tag.METHOD_CALL);
    expectOpen(Tag.METHOD_NAME);
    int start = scanner.offset();
    String sent = scanner.text(limits.maxNameLength(), "maxNameLength");
    String name = trimmed(sent, start);
    if (name.isEmpty()) {
      throw notXmlRpc("the method's name is empty", start);
    }
    if (!isCustomary(name)) {
      note(Deviation.METHOD_NAME_CHARACTERS, start);
    }
    close(Tag.METHOD_NAME);
    if (scanner.peek() == Scanner.Next.START) {
      expectOpen(Tag.PARAMS);
    } else {
      params = -1;
    }
    return name;
  }

  /** Whether the call has one more parameter, whose value is then to be read. */
  public boolean nextParam() {
    if (params < 0) {
      return false;
    }
    if (params > 0) {
      close(Tag.PARAM);
    }
    if (scanner.peek() != Scanner.Next.START) {
      close(Tag.PARAMS);
      params = -1;
      return false;
    }
    expectOpen(Tag.PARAM);
    path.root("params", params++);
    return true;
  }

  /** Reads the end of a method call whose parameters have all been read. */
  public void endCall() {
    close(Tag.METHOD_CALL);
    end();
  }

  /**
   * Reads the beginning of a response: a value, or a fault's struct, is then to be read.
   *
   * @return whether it is a fault
   */
  public boolean beginResponse() {
    expectOpen(Tag.METHOD_RESPONSE);
    requireStart(Tag.METHOD_RESPONSE);
    if (scanner.tryOpen(Tag.PARAMS)) {
      return beginResult();
    }
    int start = scanner.offset();
    Tag tag = open();
    if (tag == Tag.FAULT) {
      path.root("fault", -1);
      return true;
    }
    if (tag != Tag.PARAMS) {
      throw unexpected("params or fault", start);
    }
    return beginResult();
  }

  private boolean beginResult() {
    path.root("result", -1);
    int start = scanner.offset();
    if (scanner.peek() == Scanner.Next.END) {
      note(Deviation.RESPONSE_WITHOUT_VALUE, start);
      kind = Kind.NIL;
      params = -1;
    } else {
      expectOpen(Tag.PARAM);
      params = 1;
    }
    return false;
  }

  /** Reads the end of a response whose value or fault has been read. */
  public void endResponse() {
    if (params > 0) {
      close(Tag.PARAM);
      if (scanner.peek() == Scanner.Next.START) {
        throw notXmlRpc("a response holds one value, not several", scanner.offset());
      }
      close(Tag.PARAMS);
    } else {
      close(params < 0 ? Tag.PARAMS : Tag.FAULT);
    }
    close(Tag.METHOD_RESPONSE);
    end();
  }

  private void end() {
    if (scanner.peekAfterRoot()) {
      int at = scanner.offset();
      if (!dialect.accepts(Deviation.TRAILING_CONTENT)) {
        throw scanner.malformed(
            "something follows the root element" + hint(Deviation.TRAILING_CONTENT));
      }
      note(Deviation.TRAILING_CONTENT, at);
    }
  }

  // ---- the value at hand

  @Override
  public Kind peek() {
    Kind known = kind;
    return known != null ? known : openValue();
  }

  /** Reads the start tags of a value; the cursor then stands at its content. */
  private Kind openValue() {
    if (!scanner.tryOpen(Tag.VALUE)) {
      expectOpen(Tag.VALUE);
    }
    if (++valuesRead > limits.maxValues()) {
      throw new LimitExceededException(
          "a number of values", "maxValues", limits.maxValues(), scanner.position());
    }
    int start = scanner.offset();
    Kind known =
        switch (scanner.peek()) {
          case START -> openType();
          case TEXT -> openTextOrJunk(start);
          case END -> untyped(start);
          case EOF -> throw scanner.endsInside();
        };
    kind = known;
    return known;
  }

  private Kind openType() {
    int at = scanner.offset();
    Tag tag = open();
    if (tag == Tag.SERIALIZABLE || tag == Tag.DOM) {
      throw notXmlRpc("the type " + tag.text + " is refused always", at);
    }
    if (tag == null || tag.kind == null) {
      throw unexpected("a type (int, string, struct, ...)", at);
    }
    if (tag.deviation != null) {
      note(tag.deviation, at);
    }
    typeTag = tag;
    return tag.kind;
  }

  private Kind untyped(int start) {
    scanner.seek(start);
    typeTag = null;
    return Kind.STRING;
  }

  /**
   * Tells an untyped string from text beside a type element. A document of the second sort is rare
   * and refused as a rule, so that looking ahead for it would cost every untyped string.
   */
  private Kind openTextOrJunk(int start) {
    if (!dialect.accepts(Deviation.TEXT_AROUND_TYPED_VALUE)) {
      return untyped(start);
    }
    scanner.seek(start);
    String before = scanner.text(limits.maxStringLength(), "maxStringLength");
    if (scanner.peek() != Scanner.Next.START) {
      return untyped(start);
    }
    if (!before.isBlank()) {
      note(Deviation.TEXT_AROUND_TYPED_VALUE, start);
    }
    return openType();
  }

  /** Reads the end tags of a value whose content has been read. */
  private void closeValue() {
    Tag tag = typeTag;
    if (tag != null) {
      close(tag);
    }
    closeValueElement();
  }

  private void closeValueElement() {
    kind = null;
    if (scanner.tryClose(Tag.VALUE)) {
      return;
    }
    if (scanner.peek() == Scanner.Next.TEXT) {
      int start = scanner.offset();
      note(Deviation.TEXT_AROUND_TYPED_VALUE, start);
      String unused = scanner.text(limits.maxStringLength(), "maxStringLength");
    }
    close(Tag.VALUE);
  }

  // ---- scalars

  @Override
  public int readInt() {
    return toInt(integer("int"));
  }

  @Override
  public long readLong() {
    return integer("int or i8");
  }

  private long integer(String expected) {
    Kind known = peek();
    if (known == Kind.DECIMAL) {
      return toLong(readDecimal());
    }
    if (known != Kind.INT && known != Kind.LONG) {
      throw mismatch(expected);
    }
    int start = scanner.offset();
    long number = scanner.plainInteger();
    if (number == Scanner.NOT_PLAIN) {
      number = unusualInteger(start);
    }
    if (known == Kind.INT && number != (int) number) {
      note(Deviation.INT_OVER_32_BITS, start);
    }
    closeValue();
    return number;
  }

  private long unusualInteger(int start) {
    String text = trimmed(numberText(), start);
    if (text.isEmpty()) {
      if (!dialect.accepts(Deviation.EMPTY_INT)) {
        throw notXmlRpc("an empty integer" + hint(Deviation.EMPTY_INT), start);
      }
      note(Deviation.EMPTY_INT, start);
      return 0;
    }
    if (!Numbers.isInteger(text)) {
      throw notXmlRpc("\"" + Texts.printable(text) + "\" is no integer", start);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw notXmlRpc(Texts.printable(text) + " does not fit 64 bits", start);
    }
  }

  private String numberText() {
    return scanner.text(limits.maxNumberLength(), "maxNumberLength");
  }

  @Override
  public boolean readBoolean() {
    if (peek() != Kind.BOOLEAN) {
      throw mismatch("boolean");
    }
    int start = scanner.offset();
    long plain = scanner.plainInteger();
    boolean truth = plain == Scanner.NOT_PLAIN ? unusualBoolean(start) : zeroOrOne(plain, start);
    closeValue();
    return truth;
  }

  private boolean zeroOrOne(long number, int start) {
    if (number != 0 && number != 1) {
      throw notXmlRpc(number + " is no boolean", start);
    }
    return number == 1;
  }

  private boolean unusualBoolean(int start) {
    String text = trimmed(numberText(), start);
    switch (text) {
      case "0":
        return false;
      case "1":
        return true;
      case "true", "false":
        note(Deviation.BOOLEAN_WORD, start);
        return text.equals("true");
      default:
        throw notXmlRpc("\"" + Texts.printable(text) + "\" is no boolean", start);
    }
  }

  @Override
  public double readDouble() {
    Kind known = peek();
    if (known == Kind.INT || known == Kind.LONG) {
      return toDouble(readLong());
    }
    if (known == Kind.DECIMAL) {
      return toDouble(readDecimal());
    }
    if (known != Kind.DOUBLE) {
      throw mismatch("double");
    }
    int start = scanner.offset();
    double number = scanner.plainDecimal();
    if (Double.isNaN(number)) {
      number = unusualDouble(start);
    }
    closeValue();
    return number;
  }

  private double unusualDouble(int start) {
    String text = trimmed(numberText(), start);
    Double word = Numbers.notFinite(text);
    if (word != null) {
      note(Deviation.DOUBLE_NOT_FINITE, start);
      return word;
    }
    checkDecimal(text, start);
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw notXmlRpc(Texts.printable(text) + " is too large for a double", start);
    }
    return number;
  }

  private void checkDecimal(String text, int start) {
    switch (Numbers.spelling(text)) {
      case PLAIN -> {}
      case BARE_POINT -> note(Deviation.DOUBLE_BARE_POINT, start);
      case EXPONENT -> note(Deviation.DOUBLE_EXPONENT, start);
      case NONE -> throw notXmlRpc("\"" + Texts.printable(text) + "\" is no number", start);
    }
  }

  @Override
  public BigDecimal readDecimal() {
    Kind known = peek();
    if (known == Kind.INT || known == Kind.LONG) {
      return BigDecimal.valueOf(readLong());
    }
    if (known != Kind.DOUBLE && known != Kind.DECIMAL) {
      throw mismatch("a number");
    }
    boolean integer = typeTag == Tag.BIGINTEGER;
    int start = scanner.offset();
    String text = trimmed(numberText(), start);
    if (known == Kind.DOUBLE && Numbers.notFinite(text) != null) {
      throw mismatch("a decimal number", Texts.printable(text));
    }
    if (integer && !Numbers.isInteger(text)) {
      throw notXmlRpc("\"" + Texts.printable(text) + "\" is no integer", start);
    }
    if (known == Kind.DOUBLE) {
      checkDecimal(text, start);
    } else if (Numbers.spelling(text) == Numbers.Spelling.NONE) {
      throw notXmlRpc("\"" + Texts.printable(text) + "\" is no number", start);
    }
    BigDecimal number = decimal(text, start);
    closeValue();
    return number;
  }

  private BigDecimal decimal(String text, int start) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) <= limits.maxNumberLength()) {
        return number;
      }
    } catch (NumberFormatException e) {
      // An exponent beyond the range of int is as far over the limit as one below it.
    }
    throw new LimitExceededException(
        "the exponent of " + Texts.printable(text),
        "maxNumberLength",
        limits.maxNumberLength(),
        scanner.position(start));
  }

  @Override
  public String readString() {
    if (peek() != Kind.STRING) {
      throw mismatch("string");
    }
    int start = scanner.offset();
    String text = scanner.text(limits.maxStringLength(), "maxStringLength");
    if (typeTag == null && scanner.peek() == Scanner.Next.START) {
      throw notXmlRpc(
          "text beside a type element" + hint(Deviation.TEXT_AROUND_TYPED_VALUE), start);
    }
    closeValue();
    return text;
  }

  @Override
  public byte[] readBytes() {
    if (peek() != Kind.BYTES) {
      throw mismatch("base64");
    }
    int start = scanner.offset();
    byte[] bytes = scanner.plainBase64(limits.maxStringLength());
    if (bytes == null) {
      bytes = unusualBase64(start);
    }
    closeValue();
    return bytes;
  }

  private byte[] unusualBase64(int start) {
    String text = scanner.text(Base64Text.maxLength(limits.maxStringLength()), "maxStringLength");
    Base64Text base64 = Base64Text.of(text);
    if (base64.problem() != null) {
      throw notXmlRpc(base64.problem(), start);
    }
    if (base64.hasWhiteSpace()) {
      note(Deviation.BASE64_WHITE_SPACE, start);
    }
    if (base64.isUnpadded()) {
      note(Deviation.BASE64_UNPADDED, start);
    }
    byte[] bytes = base64.decode();
    if (bytes.length > limits.maxStringLength()) {
      throw new LimitExceededException(
          "base64 of " + bytes.length + " bytes",
          "maxStringLength",
          limits.maxStringLength(),
          scanner.position(start));
    }
    return bytes;
  }

  @Override
  public Value.Time readTime() {
    if (peek() != Kind.TIME) {
      throw mismatch("dateTime.iso8601");
    }
    int start = scanner.offset();
    String text = trimmed(numberText(), start);
    Set<Deviation> met = EnumSet.noneOf(Deviation.class);
    Value.Time time = Times.parse(text, met);
    if (time == null) {
      throw notXmlRpc("\"" + Texts.printable(text) + "\" is no date with a time", start);
    }
    met.forEach(deviation -> note(deviation, start));
    closeValue();
    return time;
  }

  @Override
  public void readNil() {
    if (peek() != Kind.NIL) {
      throw mismatch("nil");
    }
    if (params < 0 && path.depth() == 0 && typeTag == null) {
      kind = null;
      return;
    }
    closeValue();
  }

  // ---- arrays and structs

  @Override
  public void beginArray() {
    if (peek() != Kind.ARRAY) {
      throw mismatch("array");
    }
    deeper();
    path.enterArray();
    int level = path.depth() - 1;
    data[level] = 0;
    resume[level] = 0;
    kind = null;
  }

  @Override
  public boolean hasNext() {
    int level = path.depth() - 1;
    while (true) {
      if (kind != null) {
        return true;
      }
      if ((data[level] & IN_DATA) != 0) {
        if (scanner.peek() == Scanner.Next.START) {
          path.nextElement();
          peek();
          return true;
        }
        close(Tag.DATA);
        data[level] = DATA_SEEN;
      }
      if (scanner.peek() != Scanner.Next.START) {
        return false;
      }
      if (data[level] == DATA_SEEN) {
        note(Deviation.ARRAY_WITH_DATA_REPEATED, scanner.offset());
      }
      if (!scanner.tryOpen(Tag.DATA)) {
        expectOpen(Tag.DATA);
      }
      data[level] |= IN_DATA;
    }
  }

  @Override
  public void endArray() {
    int level = path.depth() - 1;
    if (data[level] == 0) {
      note(Deviation.ARRAY_WITHOUT_DATA, scanner.offset());
    }
    path.leave();
    close(Tag.ARRAY);
    closeValueElement();
  }

  @Override
  public void beginStruct() {
    if (peek() != Kind.STRUCT) {
      throw mismatch("struct");
    }
    deeper();
    path.enterStruct();
    int level = path.depth() - 1;
    data[level] = 0;
    resume[level] = 0;
    kind = null;
  }

  @Override
  public @Nullable String nextName() {
    int level = path.depth() - 1;
    if (data[level] != 0) {
      closeMember(level);
    }
    if (scanner.peek() != Scanner.Next.START) {
      return null;
    }
    if (!scanner.tryOpen(Tag.MEMBER)) {
      expectOpen(Tag.MEMBER);
    }
    data[level] = IN_DATA;
    String name = scanner.tryOpen(Tag.NAME) ? memberName() : unusualMember(level);
    path.member(name);
    return name;
  }

  private String memberName() {
    String name = scanner.plainName(names, limits.maxNameLength());
    if (name == null) {
      name = scanner.text(limits.maxNameLength(), "maxNameLength");
    }
    if (!scanner.tryClose(Tag.NAME)) {
      close(Tag.NAME);
    }
    return name;
  }

  /** Reads a member whose first element is not just {@code <name>}. */
  private String unusualMember(int level) {
    requireStart(Tag.MEMBER);
    int start = scanner.offset();
    Tag tag = open();
    if (tag == Tag.NAME) {
      return memberName();
    }
    if (tag != Tag.VALUE) {
      throw unexpected("name", start);
    }
    note(Deviation.VALUE_BEFORE_NAME, start);
    scanner.skipToClose(limits.maxStringLength());
    requireStart(Tag.MEMBER);
    expectOpen(Tag.NAME);
    String name = memberName();
    resume[level] = scanner.offset();
    scanner.seek(start);
    return name;
  }

  private void closeMember(int level) {
    if (resume[level] != 0) {
      scanner.seek(resume[level]);
      resume[level] = 0;
    }
    data[level] = 0;
    if (!scanner.tryClose(Tag.MEMBER)) {
      close(Tag.MEMBER);
    }
  }

  @Override
  public void endStruct() {
    path.leave();
    close(Tag.STRUCT);
    closeValueElement();
  }

  private void deeper() {
    int depth = path.depth() + 1;
    if (depth > limits.maxDepth()) {
      throw new LimitExceededException(
          "a depth of " + depth + " arrays and structs",
          "maxDepth",
          limits.maxDepth(),
          scanner.position());
    }
    if (depth > data.length) {
      data = Arrays.copyOf(data, depth * 2);
      resume = Arrays.copyOf(resume, depth * 2);
    }
  }

  @Override
  public void duplicateMember(String name) {
    note(Deviation.DUPLICATE_MEMBER, scanner.offset());
  }

  @Override
  void deviation(Deviation deviation) {
    note(deviation, scanner.offset());
  }

  // ---- elements

  /** Consumes the start tag of one certain element. */
  private void expectOpen(Tag tag) {
    requireStart(tag);
    int start = scanner.offset();
    if (open() != tag) {
      throw unexpected(tag.text, start);
    }
  }

  private void requireStart(Tag tag) {
    switch (scanner.peek()) {
      case START -> {}
      case EOF -> throw scanner.endsInside();
      case TEXT ->
          throw scanner.depth() == 0
              ? scanner.malformed("text where the root element should begin")
              : notXmlRpc("text where <" + tag.text + "> should stand", scanner.offset());
      case END ->
          throw notXmlRpc(
              "the end of <" + scanner.shownOpenName() + "> without a <" + tag.text + ">",
              scanner.offset());
    }
  }

  private @Nullable Tag open() {
    int start = scanner.offset();
    Tag tag = scanner.open();
    if (scanner.prefixSeen()) {
      note(Deviation.PREFIXED_ELEMENT, start);
    }
    if (scanner.attributesSeen()) {
      note(Deviation.ATTRIBUTE, start);
    }
    return tag;
  }

  private void close(Tag tag) {
    if (scanner.tryClose(tag)) {
      return;
    }
    switch (scanner.peek()) {
      case END -> scanner.close();
      case EOF -> throw scanner.endsInside();
      case TEXT -> throw notXmlRpc("text where </" + tag.text + "> should stand", scanner.offset());
      case START -> {
        int start = scanner.offset();
        scanner.open();
        throw unexpected("</" + tag.text + ">", start);
      }
    }
  }

  // ---- errors and deviations

  private NotXmlRpcException unexpected(String wanted, int start) {
    String found = scanner.shownOpenName();
    String wish = wanted.startsWith("<") || wanted.contains(" ") ? wanted : "<" + wanted + ">";
    return notXmlRpc("<" + found + "> where " + wish + " should stand", start);
  }

  private NotXmlRpcException notXmlRpc(String problem, int start) {
    return new NotXmlRpcException(problem, scanner.position(start));
  }

  private static String hint(Deviation deviation) {
    return " (Deviation." + deviation + " accepts it)";
  }

  private String trimmed(String text, int start) {
    String trimmed = Texts.trimmed(text);
    if (trimmed.length() != text.length() && !trimmed.isEmpty()) {
      note(Deviation.WHITE_SPACE_IN_SCALAR, start);
    }
    return trimmed;
  }

  private void note(Deviation deviation, int start) {
    if (!dialect.accepts(deviation)) {
      throw notXmlRpc(deviation.rule() + hint(deviation), start);
    }
    deviations.add(deviation);
    if (sightings.isEmpty()) {
      sightings = new ArrayList<>();
    }
    if (sightings.size() < MOST_SIGHTINGS) {
      sightings.add(new Sighting(deviation, scanner.position(start)));
    }
  }

  private static boolean isCustomary(String methodName) {
    for (int i = 0; i < methodName.length(); i++) {
      char c = methodName.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "_.:/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
