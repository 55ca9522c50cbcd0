package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.Markup.Frame;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes one XML-RPC message into memory, in UTF-8.
 *
 * <p>By default that is byte for byte what Python's {@code xmlrpc.client} writes, but for base64 on
 * one line, doubles without an exponent and CR as a reference, without which readers make it LF. A
 * value that cannot be written without change is an {@link UnwritableValueException} that names the
 * way to it; what was written of it can be taken back with {@link #reset(Mark)}.
 *
 * <pre>{@code
 * WireWriter out = new WireWriter(Dialect.LENIENT, Limits.DEFAULT);
 * out.beginCall("move");
 * out.beginStruct();
 * out.name("x");
 * out.writeInt(3);
 * out.endStruct();
 * out.endCall();
 * }</pre>
 *
 * <p>All methods that write throw {@link LimitExceededException} when the document passes {@link
 * Limits#maxDocumentBytes()} or {@link Limits#maxDepth()}, and {@link IllegalStateException} when
 * they are called out of order. A writer is for one thread.
 */
public final class WireWriter {
  /** A point in a document to which a writer can go back. */
  public static final class Mark {
    private final Envelope envelope;
    private final int size;
    private final int depth;
    private final int element;
    private final boolean named;
    private final int values;

    private Mark(WireWriter at) {
      this.envelope = at.envelope;
      this.size = at.out.size();
      this.depth = at.depth;
      this.element = at.path.element();
      this.named = at.named;
      this.values = at.values;
    }
  }

  /** What values of the message stand in. */
  private enum Envelope {
    NONE("value", Frame.NONE),
    CALL("params", Frame.PARAM),
    RESPONSE("result", Frame.PARAM),
    FAULT("fault", Frame.NONE),
    ENDED("value", Frame.NONE);

    private final String root;
    private final Frame frame;

    Envelope(String root, Frame frame) {
      this.root = root;
      this.frame = frame;
    }
  }

  /** How much is handed on at once, a number of whole groups of base64. */
  private static final int BLOCK = 12 * 1024;

  private final Path path = new Path();
  private final Dialect dialect;
  private final Limits limits;
  private final Output out;
  private final boolean apache;
  private Envelope envelope = Envelope.NONE;

  /** The values that stand in the envelope itself. */
  private int values;

  /** For each open container, whether it is a struct. */
  private boolean[] structs = new boolean[8];

  private int depth;

  /** What the next value stands in. */
  private Frame frame = Frame.NONE;

  private @Nullable ByteSink sink;

  /** Whether a member's name has been written and its value has not. */
  private boolean named;

  /** A writer of an empty document. */
  public WireWriter(Dialect dialect, Limits limits) {
    this.dialect = requireNonNull(dialect, "dialect");
    this.limits = requireNonNull(limits, "limits");
    this.out = new Output(path, limits.maxDocumentBytes(), dialect.layout());
    this.apache = dialect.writes(Extension.APACHE_TYPE);
  }

  /**
   * A writer of an empty document that is sent while it is written: {@link #flush()} hands on what
   * is there. What was handed on cannot be taken back.
   */
  public WireWriter(Dialect dialect, Limits limits, ByteSink sink) {
    this(dialect, limits);
    this.sink = requireNonNull(sink, "sink");
  }

  /** What may be used beyond the specification. */
  public Dialect dialect() {
    return dialect;
  }

  /** The bounds in force. */
  public Limits limits() {
    return limits;
  }

  /** The way to the value at hand, as {@code params[0].points[3].x}. */
  public String path() {
    return path.toString();
  }

  /** A refusal of the value that would come next, for a codec to throw. */
  public UnwritableValueException unwritable(String problem) {
    if (frame == Frame.MEMBER) {
      return refusal(problem);
    }
    if (depth == 0) {
      if (envelope == Envelope.CALL) {
        path.root(envelope.root, values);
      }
      return refusal(problem);
    }
    int element = path.element();
    path.nextElement();
    UnwritableValueException refusal = refusal(problem);
    path.element(element);
    return refusal;
  }

  private UnwritableValueException refusal(String problem) {
    return new UnwritableValueException(path(), problem);
  }

  // ---- the message

  /** Begins a method call; each value that follows is a parameter. What was there is dropped. */
  public void beginCall(String methodName) {
    begin(Envelope.CALL, apache ? Markup.APACHE_CALL : Markup.CALL);
    path.root("methodName", -1);
    if (methodName.isEmpty()) {
      throw refusal("a method's name is not empty");
    }
    // A reader takes blanks around the name for layout and drops them.
    if (Texts.trimmed(methodName).length() != methodName.length()) {
      throw refusal("a method's name has no white space at its ends");
    }
    out.text(methodName);
    out.put(Markup.CALL_PARAMS);
  }

  /** Ends a method call. */
  public void endCall() {
    end(Envelope.CALL, Markup.CALL_END);
  }

  /** Begins a response; the one value that follows is its result. What was there is dropped. */
  public void beginResponse() {
    begin(Envelope.RESPONSE, apache ? Markup.APACHE_RESPONSE : Markup.RESPONSE);
  }

  /** Ends a response. */
  public void endResponse() {
    end(Envelope.RESPONSE, Markup.RESPONSE_END);
  }

  /** Writes a whole response that is a fault. What was there is dropped. */
  public void writeFaultResponse(Fault fault) {
    begin(Envelope.FAULT, apache ? Markup.APACHE_FAULT : Markup.FAULT);
    writeFault(fault);
    end(Envelope.FAULT, Markup.FAULT_END);
  }

  /**
   * Writes a fault's struct. In its text, which may quote what a peer sent, characters that XML
   * does not allow become U+FFFD, so that no fault is lost for its words.
   */
  public void writeFault(Fault fault) {
    writeValue(new Fault(fault.code(), Texts.writable(fault.text()), fault.members()).toValue());
  }

  private void begin(Envelope with, Markup markup) {
    if (isBegun()) {
      throw new IllegalStateException(path() + ": a part of the document is on its way");
    }
    out.truncate(0);
    depth = 0;
    values = 0;
    named = false;
    envelope = with;
    path.root(with.root, -1);
    frame = with.frame;
    out.put(markup);
  }

  private void end(Envelope what, Markup markup) {
    if (envelope != what) {
      throw new IllegalStateException(
          path() + ": no " + what.name().toLowerCase(Locale.ROOT) + " can end here");
    }
    if (depth != 0) {
      throw new IllegalStateException(path() + ": an array or a struct is still open");
    }
    if (values == 0 && what != Envelope.CALL) {
      throw new IllegalStateException(path() + ": a response holds one value, not none");
    }
    out.put(markup);
    envelope = Envelope.ENDED;
  }

  // ---- scalars

  /** Writes {@code <int>}. */
  public void writeInt(int value) {
    beginValue();
    out.put(Markup.INT, frame);
    out.integer(value);
    endValue(Markup.INT_END);
  }

  /**
   * Writes {@code <int>} where 32 bits hold the value, else {@code <i8>}.
   *
   * @throws UnwritableValueException if they do not and the dialect lacks {@link Extension#I8}
   */
  public void writeLong(long value) {
    if (value == (int) value) {
      writeInt((int) value);
      return;
    }
    if (!dialect.writes(Extension.I8)) {
      beginValue();
      throw refusal(value + " does not fit <int>, which has 32 bits (Extension.I8 allows <i8>)");
    }
    writeI8(value);
  }

  void writeI8(long value) {
    beginValue();
    if (apache) {
      prefixed("i8", Long.toString(value));
      return;
    }
    out.put(Markup.I8, frame);
    out.integer(value);
    endValue(Markup.I8_END);
  }

  /** Writes {@code <boolean>}. */
  public void writeBoolean(boolean value) {
    beginValue();
    endValue(value ? Markup.TRUE : Markup.FALSE);
  }

  /**
   * Writes {@code <double>} in plain digits that read back as the same double.
   *
   * @throws UnwritableValueException if the value is not finite and the dialect lacks {@link
   *     Extension#DOUBLE_NOT_FINITE}
   */
  public void writeDouble(double value) {
    beginValue();
    if (!Double.isFinite(value) && !dialect.writes(Extension.DOUBLE_NOT_FINITE)) {
      throw refusal(value + " is not finite (Extension.DOUBLE_NOT_FINITE allows it)");
    }
    out.put(Markup.DOUBLE, frame);
    if (Double.isFinite(value)) {
      out.real(value);
    } else {
      out.ascii(Double.toString(value));
    }
    endValue(Markup.DOUBLE_END);
  }

  /**
   * Writes a decimal number: {@code <bigdecimal>} where the dialect has {@link
   * Extension#BIGDECIMAL}, else {@code <double>} if a double has just this value.
   *
   * @throws UnwritableValueException if neither can be
   */
  public void writeDecimal(BigDecimal value) {
    if (dialect.writes(Extension.BIGDECIMAL)) {
      beginValue();
      if (apache) {
        prefixed("bigdecimal", value.toString());
        return;
      }
      out.put(Markup.BIGDECIMAL, frame);
      out.ascii(value.toString());
      endValue(Markup.BIGDECIMAL_END);
      return;
    }
    double real = value.doubleValue();
    if (!Numbers.isWritten(real, value)) {
      beginValue();
      throw refusal(
          Texts.printable(value.toString())
              + " does not fit <double> without loss (Extension.BIGDECIMAL allows <bigdecimal>)");
    }
    writeDouble(real);
  }

  /**
   * Writes {@code <string>}.
   *
   * @throws UnwritableValueException if the text holds a character that XML does not allow, or half
   *     a surrogate pair
   */
  public void writeString(String value) {
    beginValue();
    out.put(Markup.STRING, frame);
    out.text(value);
    endValue(Markup.STRING_END);
  }

  /** Writes {@code <base64>}, on one line. */
  public void writeBytes(byte[] value) {
    beginValue();
    out.put(Markup.BASE64, frame);
    out.base64(value);
    endValue(Markup.BASE64_END);
  }

  /** Writes {@code <base64>}, on one line, of bytes that are drawn as they are written. */
  public void writeBytes(ByteSource value) {
    beginValue();
    out.put(Markup.BASE64, frame);
    byte[] block = new byte[BLOCK];
    int count = block.length;
    while (count == block.length) {
      count = fill(block, value);
      out.base64(count == block.length ? block : Arrays.copyOf(block, count));
      flush();
    }
    endValue(Markup.BASE64_END);
  }

  /** Fills a block as far as there are bytes, since only the last one may end within a group. */
  private static int fill(byte[] block, ByteSource from) {
    int size = 0;
    int count = 0;
    while (count >= 0 && size < block.length) {
      count = from.read(block, size, block.length - size);
      size += Math.max(count, 0);
    }
    return size;
  }

  /**
   * Writes {@code <dateTime.iso8601>}.
   *
   * @throws UnwritableValueException if the year is not within 0 and 9999, or if there is a
   *     fraction of a second or an offset and the dialect lacks {@link Extension#DATE_FRACTION} or
   *     {@link Extension#DATE_ZONE}
   */
  public void writeTime(Value.Time value) {
    beginValue();
    String problem = Times.problem(value, dialect);
    if (problem != null) {
      throw refusal(problem);
    }
    out.put(Markup.TIME, frame);
    out.ascii(Times.format(value));
    endValue(Markup.TIME_END);
  }

  /**
   * Writes {@code <nil/>}.
   *
   * @throws UnwritableValueException if the dialect lacks {@link Extension#NIL}
   */
  public void writeNil() {
    beginValue();
    if (!dialect.writes(Extension.NIL)) {
      throw refusal("there is no value, and no nil without Extension.NIL");
    }
    endValue(apache ? Markup.APACHE_NIL : Markup.NIL);
  }

  /**
   * Writes a scalar of Apache XML-RPC's.
   *
   * @param content the element's text, which is the caller's to spell
   * @throws UnwritableValueException if the dialect lacks {@link Extension#APACHE_TYPE}
   */
  public void writeApache(ApacheType type, String content) {
    beginValue();
    if (!apache) {
      throw refusal("there is no ex:" + type.element + " without Extension.APACHE_TYPE");
    }
    prefixed(type.element, content);
  }

  private void prefixed(String element, String content) {
    out.put(Markup.APACHE, frame);
    out.ascii(element);
    out.ascii(">");
    out.text(content);
    out.ascii("</ex:");
    out.ascii(element);
    endValue(Markup.APACHE_END);
  }

  // ---- arrays and structs

  /** Begins an array; each value that follows is an element. */
  public void beginArray() {
    beginValue();
    out.put(Markup.ARRAY, frame);
    enter(false);
    path.enter();
  }

  /** Ends an array. */
  public void endArray() {
    leave(false);
    endValue(Markup.ARRAY_END);
  }

  /** Begins a struct, whose members follow as name and value. */
  public void beginStruct() {
    beginValue();
    out.put(Markup.STRUCT, frame);
    enter(true);
    path.enter();
  }

  /** Writes the name of the member whose value comes next. */
  public void name(String name) {
    if (frame != Frame.MEMBER || named) {
      throw new IllegalStateException(path() + ": no member's name can stand here: " + name);
    }
    path.member(name);
    out.name(name);
    named = true;
  }

  /** Ends a struct. */
  public void endStruct() {
    leave(true);
    endValue(Markup.STRUCT_END);
  }

  private void enter(boolean struct) {
    if (depth == limits.maxDepth()) {
      throw new LimitExceededException(
          "a depth of " + (depth + 1) + " arrays and structs", "maxDepth", limits.maxDepth(), path);
    }
    if (depth == structs.length) {
      structs = Arrays.copyOf(structs, depth * 2);
    }
    structs[depth++] = struct;
    frame = struct ? Frame.MEMBER : Frame.NONE;
  }

  private void leave(boolean struct) {
    if (depth == 0 || structs[depth - 1] != struct || named) {
      throw new IllegalStateException(
          path() + ": no " + (struct ? "struct" : "array") + " can end here");
    }
    depth--;
    path.leave();
    frame = innermost();
  }

  private Frame innermost() {
    if (depth == 0) {
      return envelope.frame;
    }
    return structs[depth - 1] ? Frame.MEMBER : Frame.NONE;
  }

  private void beginValue() {
    if (frame == Frame.MEMBER) {
      if (!named) {
        throw new IllegalStateException(path() + ": a member's value stands without a name");
      }
      named = false;
    } else if (depth > 0) {
      path.nextElement();
    } else {
      beginOutermost();
    }
  }

  private void beginOutermost() {
    if (envelope == Envelope.CALL) {
      path.root(envelope.root, values);
    } else if (values > 0 || envelope == Envelope.ENDED) {
      throw new IllegalStateException(path() + ": no further value can stand here");
    }
    values++;
  }

  private void endValue(Markup markup) {
    out.put(markup, frame);
    if (frame == Frame.MEMBER) {
      path.member(null);
    }
  }

  // ---- values

  /**
   * Writes any value.
   *
   * @throws UnwritableValueException if a part of it cannot be written, as the other methods say
   */
  public void writeValue(Value value) {
    ValueWriter.write(this, value);
  }

  // ---- going back, and the document

  /** The point that the document has reached. */
  public Mark mark() {
    return new Mark(this);
  }

  /**
   * Takes back all that was written since a mark, inside the containers that were open then and
   * have not been closed since.
   *
   * @throws IllegalStateException if the mark is not one of what is written now
   */
  public void reset(Mark mark) {
    if (mark.envelope != envelope || mark.size > out.size() || mark.depth > depth) {
      throw new IllegalStateException(path() + ": the mark is of another document");
    }
    out.truncate(mark.size);
    depth = mark.depth;
    named = mark.named;
    values = mark.values;
    frame = innermost();
    path.truncate(mark.depth);
    path.element(mark.element);
  }

  /** The number of bytes written, but for those that were handed on. */
  public int size() {
    return out.size();
  }

  /**
   * Hands on what has been written, once that is worth it. Codecs call this between the elements of
   * a stream; it does nothing where the document is kept whole.
   */
  public void flush() {
    if (sink != null && out.size() >= BLOCK) {
      out.handOn(sink);
    }
  }

  /** Whether a part of the document was handed on, so that it cannot become another. */
  public boolean isBegun() {
    return out.isBegun();
  }

  /** A copy of the document, but for what was handed on. */
  public byte[] toByteArray() {
    return out.toByteArray();
  }

  /** The document, part after part, without a copy; it changes when the writer goes on. */
  public List<ByteBuffer> toByteBuffers() {
    return out.toByteBuffers();
  }

  /**
   * Gives up the document, so that its memory can serve others. None of the buffers in which it was
   * handed out may be used any more: they will hold what others write.
   */
  public void release() {
    out.release();
  }

  /**
   * The document as one buffer, without a copy where it is not large; it changes when the writer
   * goes on. What was handed on is in none of them.
   */
  public ByteBuffer toByteBuffer() {
    return out.toByteBuffer();
  }

  /** The document as text. */
  @Override
  public String toString() {
    return out.toString();
  }
}
