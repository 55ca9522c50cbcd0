package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.NoSuchElementException;
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
  /** The tags of a call up to its first parameter, and of a response up to its value. */
  private static final int TAGS_OF_CALL = 4;

  private static final int TAGS_OF_RESPONSE = 3;

  private final Scanner scanner;
  private final ElementReader elements;
  private final ScalarReader scalars;
  private final ValueElement value;
  private final MessageReader message;
  private final Containers open;
  private @Nullable ArrayReader arrays;
  private @Nullable StructReader structs;

  /** What the document is seen through as it comes; null if all of it is there. */
  private final @Nullable Window window;

  private @Nullable StreamedBytes content;

  private DocumentReader(Source source, @Nullable Window window, Dialect dialect, Limits limits) {
    super(dialect, limits);
    Cursor cursor = window == null ? new Cursor(source) : new Cursor(source, window);
    if (window != null) {
      window.attach(cursor);
    }
    this.window = window;
    this.scanner = new Scanner(cursor, limits);
    this.elements = new ElementReader(scanner, dialect);
    this.scalars = new ScalarReader(scanner, elements, limits);
    this.value = new ValueElement(scanner, elements, scalars, limits.maxValues());
    this.message = new MessageReader(scanner, elements, scalars, value, path);
    this.open = new Containers(scanner, value, path, limits.maxDepth());
    if (source.encodingContradicted) {
      elements.note(Deviation.ENCODING_CONTRADICTED, source.start);
    }
    if (scanner.prolog()) {
      elements.note(Deviation.LEADING_WHITE_SPACE, source.start);
    }
  }

  /** A reader of a document. */
  public static DocumentReader of(byte[] document, Dialect dialect, Limits limits) {
    return of(document, 0, document.length, null, dialect, limits);
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
    int offset = document.arrayOffset() + document.position();
    return of(document.array(), offset, document.remaining(), charset, dialect, limits);
  }

  private static DocumentReader of(
      byte[] bytes,
      int offset,
      int length,
      @Nullable Charset charset,
      Dialect dialect,
      Limits limits) {
    requireNonNull(dialect, "dialect");
    requireNonNull(limits, "limits");
    if (length > limits.maxDocumentBytes()) {
      throw new LimitExceededException(
          "a document of " + length + " bytes",
          "maxDocumentBytes",
          limits.maxDocumentBytes(),
          new Position(0, 1, 1));
    }
    return new DocumentReader(Source.of(bytes, offset, length, charset), null, dialect, limits);
  }

  /**
   * A reader of a document that is read as it comes. It takes no more memory than what comes before
   * a stream, and one element of that; a document in another encoding than UTF-8 is read whole
   * first.
   *
   * @param charset as for a document that is there already
   * @throws LimitExceededException as soon as the document has more than {@link
   *     Limits#maxDocumentBytes()}, so that any method of the reader may throw it
   * @throws NotWellFormedException if the encoding is unknown
   */
  public static DocumentReader of(
      ByteSource document, @Nullable Charset charset, Dialect dialect, Limits limits) {
    requireNonNull(document, "document");
    requireNonNull(dialect, "dialect");
    Window window = new Window(document, requireNonNull(limits, "limits"));
    Source source = window.open(charset);
    return new DocumentReader(source, window.isWhole() ? null : window, dialect, limits);
  }

  /** The deviations that were met so far and accepted. */
  public Set<Deviation> deviations() {
    return elements.deviations();
  }

  /** Where the deviations were met; the first hundred places. */
  public List<Sighting> sightings() {
    return elements.sightings();
  }

  // ---- the message

  /** Reads the beginning of a method call and returns the method's name. */
  public String beginCall() {
    if (window != null) {
      window.requireTags(TAGS_OF_CALL);
    }
    return message.beginCall();
  }

  /** Whether the call has one more parameter, whose value is then to be read. */
  public boolean nextParam() {
    if (window != null) {
      window.requireTags(2);
    }
    return message.nextParam();
  }

  /**
   * Reads the end of a method call whose parameters have all been read.
   *
   * @throws IllegalStateException if {@link #nextParam()} has not yet told that none is left
   */
  public void endCall() {
    requireAll();
    message.endCall();
  }

  /**
   * Reads the beginning of a response: a value, or a fault's struct, is then to be read.
   *
   * @return whether it is a fault
   */
  public boolean beginResponse() {
    if (window != null) {
      window.requireTags(TAGS_OF_RESPONSE);
    }
    return message.beginResponse();
  }

  /** Reads the end of a response whose value or fault has been read. */
  public void endResponse() {
    requireAll();
    message.endResponse();
  }

  private void requireAll() {
    if (window != null) {
      window.requireAll();
    }
  }

  // ---- the value at hand

  @Override
  public Kind peek() {
    Kind kind = value.kind();
    return kind == null ? openNext() : kind;
  }

  private Kind openNext() {
    if (window != null && path.depth() == 0) {
      window.requireElement();
    }
    requireValueDue();
    if (value.kind() == null) {
      value.open();
    }
    return requireNonNull(value.kind());
  }

  @Override
  public @Nullable ApacheType apacheType() {
    Kind unused = peek();
    Tag type = value.type();
    return type == null ? null : type.apacheType;
  }

  /** Steps to the next element of an array, and makes sure that a struct's value comes next. */
  private void requireValueDue() {
    int level = open.innermost();
    if (level < 0) {
      return;
    }
    int state = open.state(level);
    boolean array = (state & Containers.ARRAY) != 0;
    if (array ? !arrays().hasNext() : (state & Containers.VALUE_DUE) == 0) {
      throw new NoSuchElementException(path() + ": no value is left");
    }
    if (!array) {
      open.setState(level, Containers.STRUCT | Containers.IN_MEMBER);
    }
  }

  private void require(Kind wanted) {
    if (peek() != wanted) {
      throw mismatch(wanted.typeName());
    }
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
    long number = scalars.integer();
    if (known == Kind.INT && number != (int) number) {
      elements.note(Deviation.INT_OVER_32_BITS, start);
    }
    value.close();
    return number;
  }

  @Override
  public boolean readBoolean() {
    require(Kind.BOOLEAN);
    boolean truth = scalars.truth();
    value.close();
    return truth;
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
    require(Kind.DOUBLE);
    double number = scalars.real();
    value.close();
    return number;
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
    BigDecimal number = known == Kind.DOUBLE ? scalars.exactReal() : bigNumber();
    value.close();
    if (number == null) {
      throw notFinite();
    }
    return number;
  }

  private BigDecimal bigNumber() {
    return value.type() == Tag.BIGINTEGER ? scalars.bigInteger() : scalars.bigDecimal();
  }

  @Override
  public String readString() {
    require(Kind.STRING);
    int start = scanner.offset();
    String text = scalars.string();
    if (value.type() == null && scanner.peek() == Scanner.Next.START) {
      throw elements.refused(Deviation.TEXT_AROUND_TYPED_VALUE, start);
    }
    value.close();
    return text;
  }

  @Override
  public byte[] readBytes() {
    require(Kind.BYTES);
    byte[] bytes = scalars.bytes();
    value.close();
    return bytes;
  }

  @Override
  public void beginBytes() {
    if (window == null || !opensStream()) {
      super.beginBytes();
      return;
    }
    require(Kind.BYTES);
    content = new StreamedBytes(window, scanner, elements, limits);
  }

  @Override
  public int readBytes(byte[] into, int offset, int length) {
    if (content == null) {
      return super.readBytes(into, offset, length);
    }
    int count = content.read(into, offset, length);
    if (count < 0) {
      value.close();
      content = null;
    }
    return count;
  }

  @Override
  public Value.Time readTime() {
    require(Kind.TIME);
    Value.Time time = scalars.time();
    value.close();
    return time;
  }

  @Override
  public void readNil() {
    require(Kind.NIL);
    value.close();
  }

  // ---- arrays

  @Override
  public void beginArray() {
    require(Kind.ARRAY);
    arrays().begin();
  }

  @Override
  public void beginStream() {
    if (window == null || !opensStream()) {
      beginArray();
      return;
    }
    require(Kind.ARRAY);
    arrays().beginStream(window);
  }

  private ArrayReader arrays() {
    if (arrays == null) {
      arrays = new ArrayReader(scanner, elements, value, open, path);
    }
    return arrays;
  }

  /** Reads no more of a value of the message than its start tags, if it can still be a stream. */
  private boolean opensStream() {
    if (window == null || path.depth() > 0 || value.kind() != null) {
      return false;
    }
    window.requireTags(2);
    value.open();
    return true;
  }

  @Override
  public boolean hasNext() {
    return arrays().hasNext();
  }

  @Override
  public void endArray() {
    arrays().end();
  }

  // ---- structs

  @Override
  public void beginStruct() {
    require(Kind.STRUCT);
    structs().begin();
  }

  private StructReader structs() {
    if (structs == null) {
      structs = new StructReader(scanner, elements, value, open, path, limits.maxNameLength());
    }
    return structs;
  }

  @Override
  public @Nullable String nextName() {
    return structs().nextName();
  }

  @Override
  public int nextMember(MemberNames asking) {
    StructReader members = structs();
    String name = members.nextName();
    return name == null ? NO_MEMBER : members.number(name, asking);
  }

  @Override
  public void duplicateMember(String name) {
    structs().duplicate();
  }

  @Override
  public void endStruct() {
    structs().end();
  }

  @Override
  int place() {
    Scanner.Next unused = scanner.peek();
    return scanner.offset();
  }

  @Override
  void deviation(Deviation deviation, int place) {
    elements.note(deviation, place);
  }
}
