package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any XML-RPC value, as an immutable tree.
 *
 * <p>Equality is by kind and content: {@code Int(5)} and {@code Long(5)} differ, as do {@code
 * Real(0.0)} and {@code Real(-0.0)}.
 */
public sealed interface Value {

  /** The kind of this value. */
  Kind kind();

  /**
   * A 32-bit integer.
   *
   * @param value the number
   */
  record Int(int value) implements Value {
    @Override
    public Kind kind() {
      return Kind.INT;
    }
  }

  /**
   * A 64-bit integer. It is written as {@code <i8>} where the dialect has that, else as {@code
   * <int>} if it fits.
   *
   * @param value the number
   */
  @SuppressWarnings("JavaLangClash") // It is always written as Value.Long.
  record Long(long value) implements Value {
    @Override
    public Kind kind() {
      return Kind.LONG;
    }
  }

  /**
   * A truth value.
   *
   * @param value true for 1
   */
  record Bool(boolean value) implements Value {
    private static final Bool TRUE = new Bool(true);
    private static final Bool FALSE = new Bool(false);

    @Override
    public Kind kind() {
      return Kind.BOOLEAN;
    }
  }

  /**
   * A double-precision number.
   *
   * @param value the number
   */
  record Real(double value) implements Value {
    @Override
    public Kind kind() {
      return Kind.DOUBLE;
    }
  }

  /**
   * A decimal number that neither an integer of 64 bits nor a double can hold without change, from
   * Apache's {@code bigdecimal} and {@code biginteger}.
   *
   * @param value the number
   */
  record Decimal(BigDecimal value) implements Value {
    /** Checks that there is a number. */
    public Decimal {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.DECIMAL;
    }
  }

  /**
   * Text.
   *
   * @param value the text
   */
  record Str(String value) implements Value {
    /** Checks that there is a text. */
    public Str {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.STRING;
    }
  }

  /**
   * A date with a time of day. XML-RPC's dates have no zone, so what moment one means is for the
   * two programs to agree; the offset is there when a peer sent one.
   *
   * @param local the date and the time of day
   * @param offset the offset from UTC, or null if there is none
   */
  record Time(LocalDateTime local, @Nullable ZoneOffset offset) implements Value {
    /** Checks that there is a date. */
    public Time {
      requireNonNull(local, "local");
    }

    /** A date without an offset. */
    public static Time of(LocalDateTime local) {
      return new Time(local, null);
    }

    /** A date with its offset. */
    public static Time of(OffsetDateTime time) {
      return new Time(time.toLocalDateTime(), time.getOffset());
    }

    @Override
    public Kind kind() {
      return Kind.TIME;
    }
  }

  /** Bytes. */
  final class Bytes implements Value {
    private final byte[] value;

    private Bytes(byte[] value) {
      this.value = value;
    }

    /** A copy of the bytes as a value. */
    public static Bytes of(byte... value) {
      return new Bytes(value.clone());
    }

    static Bytes owned(byte[] value) {
      return new Bytes(value);
    }

    /** A copy of the bytes. */
    public byte[] value() {
      return value.clone();
    }

    /** The number of bytes. */
    public int size() {
      return value.length;
    }

    byte[] shared() {
      return value;
    }

    @Override
    public Kind kind() {
      return Kind.BYTES;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    /** The size and, of up to 32 bytes, the base64. */
    @Override
    public String toString() {
      return value.length > 32
          ? "Bytes[" + value.length + " bytes]"
          : "Bytes[" + Base64.getEncoder().encodeToString(value) + "]";
    }
  }

  /**
   * Values in order.
   *
   * @param values the values
   */
  record Array(List<Value> values) implements Value, Iterable<Value> {
    /** Copies the list. */
    public Array {
      values = List.copyOf(values);
    }

    /** The values as an array. */
    public static Array of(Value... values) {
      return new Array(List.of(values));
    }

    @Override
    public Kind kind() {
      return Kind.ARRAY;
    }

    @Override
    public Iterator<Value> iterator() {
      return values.iterator();
    }
  }

  /**
   * Values by name, in the order in which they were put. Two structs are equal if they hold equal
   * members, in whatever order.
   *
   * @param members the values by their names
   */
  record Struct(Map<String, Value> members) implements Value {
    /** Copies the map. */
    public Struct {
      members = Members.copyOf(members);
    }

    /** A struct without members. */
    public static Struct empty() {
      return new Struct(Map.of());
    }

    /** The member of the name, or null if there is none. */
    public @Nullable Value get(String name) {
      return members.get(name);
    }

    /** This struct with one member more, or with another value for it. */
    public Struct with(String name, Value value) {
      Map<String, Value> more = new LinkedHashMap<>(members);
      more.put(name, value);
      return new Struct(more);
    }

    @Override
    public Kind kind() {
      return Kind.STRUCT;
    }
  }

  /** No value. */
  enum Nil implements Value {
    /** The one nil. */
    NIL;

    @Override
    public Kind kind() {
      return Kind.NIL;
    }
  }

  /** A 32-bit integer. */
  static Value of(int value) {
    return new Int(value);
  }

  /** A 64-bit integer. */
  static Value of(long value) {
    return new Long(value);
  }

  /** A truth value. */
  static Value of(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  /** A double-precision number. */
  static Value of(double value) {
    return new Real(value);
  }

  /** Text. */
  static Value of(String value) {
    return new Str(value);
  }

  /** An integer of any size, as the smallest kind that holds it. */
  static Value of(BigInteger value) {
    if (value.bitLength() < 32) {
      return new Int(value.intValue());
    }
    return value.bitLength() < 64
        ? new Long(value.longValue())
        : new Decimal(new BigDecimal(value));
  }

  /** No value. */
  static Value nil() {
    return Nil.NIL;
  }
}
