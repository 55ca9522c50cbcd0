package io.github.xmlrpc4j.wire;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * XML-RPC values as a stream of events, from a document or from a {@link Value}.
 *
 * <p>A codec asks for what it wants, and an answer that does not fit is an exception that names the
 * way to the value:
 *
 * <pre>{@code
 * in.beginStruct();
 * String name;
 * while ((name = in.nextName()) != null) {
 *   switch (name) {
 *     case "x" -> x = in.readInt();
 *     case "tags" -> {
 *       in.beginArray();
 *       while (in.hasNext()) {
 *         tags.add(in.readString());
 *       }
 *       in.endArray();
 *     }
 *     default -> in.skipValue();
 *   }
 * }
 * in.endStruct();
 * }</pre>
 *
 * <p>All methods that read throw {@link NotWellFormedException}, {@link NotXmlRpcException} and
 * {@link LimitExceededException} where a document deserves it; those that name a type throw {@link
 * TypeMismatchException} where another stands. After an exception the reader is of no more use.
 *
 * <p>A reader is for one thread and one message.
 */
public abstract sealed class WireReader permits DocumentReader, ValueReader {
  /** What {@link #nextMember} returns after the last member of a struct. */
  public static final int NO_MEMBER = -1;

  /** What {@link #nextMember} returns for a member that is none of those that were named. */
  public static final int UNKNOWN_MEMBER = -2;

  final Path path = new Path();
  final Dialect dialect;
  final Limits limits;

  /** The bytes that were stepped into and are still to be read. */
  private @Nullable ByteBuffer content;

  /** The names of the struct that was read last, since the next one mostly has the same. */
  private String[] names = Members.NONE;

  WireReader(Dialect dialect, Limits limits) {
    this.dialect = dialect;
    this.limits = limits;
  }

  /** A reader of one value. Its paths begin with {@code value}. */
  public static WireReader of(Value value) {
    return new ValueReader(value, "value", -1);
  }

  /** A reader of one parameter of a call. Its paths begin with {@code params[index]}. */
  public static WireReader ofParam(Value value, int index) {
    return new ValueReader(value, "params", index);
  }

  /** What is accepted beyond the specification. */
  public Dialect dialect() {
    return dialect;
  }

  /** The bounds in force. */
  public Limits limits() {
    return limits;
  }

  /** The kind of the next value, which stays unread. */
  public abstract Kind peek();

  /**
   * The type of Apache XML-RPC's that the next value is sent as, where that says more than its
   * kind; else null. The value stays unread.
   */
  public @Nullable ApacheType apacheType() {
    return null;
  }

  /**
   * Reads an integer, of whatever width it is sent in.
   *
   * @throws TypeMismatchException if no integer stands here, or one outside 32 bits
   */
  public abstract int readInt();

  /**
   * Reads an integer, of whatever width it is sent in.
   *
   * @throws TypeMismatchException if no integer stands here, or one outside 64 bits
   */
  public abstract long readLong();

  /** Reads a truth value. */
  public abstract boolean readBoolean();

  /**
   * Reads a number.
   *
   * @throws TypeMismatchException if no number stands here, or an integer that a double cannot hold
   *     exactly
   */
  public abstract double readDouble();

  /** Reads a number without any loss. A double that is not finite is a type mismatch. */
  public abstract BigDecimal readDecimal();

  /** Reads text. */
  public abstract String readString();

  /** Reads bytes. */
  public abstract byte[] readBytes();

  /**
   * Steps into bytes that are read piece by piece. Where the document is read as it comes, they may
   * be more than {@link Limits#maxStringLength()}, since they are never all in memory.
   */
  public void beginBytes() {
    content = ByteBuffer.wrap(readBytes());
  }

  /**
   * Reads some of the bytes that were stepped into.
   *
   * @return their number, or -1 behind the last one
   */
  public int readBytes(byte[] into, int offset, int length) {
    ByteBuffer bytes = content;
    if (bytes == null || !bytes.hasRemaining()) {
      content = null;
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(into, offset, count);
    return count;
  }

  /** Reads a date with its time. */
  public abstract Value.Time readTime();

  /** Reads a nil. */
  public abstract void readNil();

  /** Steps into an array. */
  public abstract void beginArray();

  /**
   * Steps into an array that is not kept: where the document is read as it comes, what was read of
   * an element is gone with the next one. {@link Limits#maxValues()} holds for each element by
   * itself.
   */
  public void beginStream() {
    beginArray();
  }

  /** Whether the array that was stepped into has one more element. */
  public abstract boolean hasNext();

  /** Steps out of an array whose elements have all been read. */
  public abstract void endArray();

  /** Steps into a struct. */
  public abstract void beginStruct();

  /** The name of the next member, whose value is then to be read; null after the last. */
  public abstract @Nullable String nextName();

  /**
   * The number of the next member among some names; its value is then to be read, or skipped. A
   * struct that comes again and again in a document is read faster so than by {@link #nextName}.
   *
   * @return the number, {@link #UNKNOWN_MEMBER}, or {@link #NO_MEMBER} after the last
   */
  public int nextMember(MemberNames names) {
    String name = nextName();
    return name == null ? NO_MEMBER : names.number(name);
  }

  /** Steps out of a struct whose members have all been read. */
  public abstract void endStruct();

  /**
   * Takes note of a member whose name stood in its struct before. Codecs call this, since only they
   * know the names that have been.
   *
   * @throws NotXmlRpcException if the dialect does not accept {@link Deviation#DUPLICATE_MEMBER}
   */
  public abstract void duplicateMember(String name);

  /** Where the next value begins, for {@link #deviation}. */
  int place() {
    return 0;
  }

  /** Takes note of a deviation at a place, or refuses it where the dialect does not accept it. */
  void deviation(Deviation deviation, int place) {}

  /** The way to the value at hand, as {@code params[0].points[3].x}. */
  public final String path() {
    return path.toString();
  }

  /** A mismatch at the value at hand, for a codec to throw. */
  public final TypeMismatchException mismatch(String expected, String found) {
    return new TypeMismatchException(path(), expected, found);
  }

  /** A mismatch between what a codec wants and the next value. */
  public final TypeMismatchException mismatch(String expected) {
    return mismatch(expected, peek().typeName());
  }

  /** Reads the next value, whatever it is. */
  public Value readValue() {
    return switch (peek()) {
      case INT, LONG -> readInteger();
      case BOOLEAN -> Value.of(readBoolean());
      case DOUBLE -> Value.of(readDouble());
      case DECIMAL -> readNumber();
      case STRING -> Value.of(readString());
      case TIME -> readTime();
      case BYTES -> Value.Bytes.owned(readBytes());
      case ARRAY -> readArray();
      case STRUCT -> readStruct();
      case NIL -> {
        readNil();
        yield Value.nil();
      }
    };
  }

  /** Passes the next value, whatever it is. It is checked as if it were read. */
  public void skipValue() {
    readValue();
  }

  /** An integer as the kind it was sent in, or as 64 bits where 32 do not hold it. */
  private Value readInteger() {
    boolean wide = peek() == Kind.LONG;
    long number = readLong();
    return wide || number != (int) number ? Value.of(number) : Value.of((int) number);
  }

  private Value readNumber() {
    BigDecimal number = readDecimal();
    return number.scale() == 0 ? Value.of(number.unscaledValue()) : new Value.Decimal(number);
  }

  private Value.Array readArray() {
    List<Value> values = new ArrayList<>();
    beginArray();
    while (hasNext()) {
      values.add(readValue());
    }
    endArray();
    return new Value.Array(values);
  }

  private Value.Struct readStruct() {
    Members.Builder members = new Members.Builder(names);
    beginStruct();
    for (String name = nextName(); name != null; name = nextName()) {
      boolean again = members.has(name);
      if (again) {
        duplicateMember(name);
      }
      members.put(name, readValue(), again);
    }
    endStruct();
    Map<String, Value> built = members.build();
    names = Members.names(built);
    return new Value.Struct(built);
  }

  final int toInt(long number) {
    if (number != (int) number) {
      throw mismatch("an integer of 32 bits", Long.toString(number));
    }
    return (int) number;
  }

  final long toLong(BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw mismatch("an integer of 64 bits", Texts.printable(number.toString()));
    }
  }

  final double toDouble(long number) {
    double real = number;
    if ((long) real != number || number == Long.MAX_VALUE) {
      throw mismatch("a double", number + ", which no double holds exactly");
    }
    return real;
  }

  final double toDouble(BigDecimal number) {
    double real = number.doubleValue();
    if (!Numbers.isSame(real, number)) {
      throw mismatch(
          "a double", Texts.printable(number.toString()) + ", which no double holds exactly");
    }
    return real;
  }

  final BigDecimal toDecimal(double number) {
    if (!Double.isFinite(number)) {
      throw notFinite();
    }
    return new BigDecimal(Numbers.plain(number));
  }

  final TypeMismatchException notFinite() {
    return mismatch("a decimal number", "one that is not finite");
  }
}
