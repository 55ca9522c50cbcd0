package io.github.xmlrpc4j.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.TypeMismatchException;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of types in the documentation of {@link Codecs}, row by row and both ways. */
class CodecsTableTest {
  enum Color {
    RED,
    @Name("dark green")
    GREEN
  }

  record Point(int x, int y) {}

  /** Types without a literal. */
  interface Shapes {
    List<String> list();

    Set<Integer> set();

    Collection<Double> collection();

    Iterable<Boolean> iterable();

    List<List<Point>> nested();

    List<String>[] arrays();

    Map<String, Integer> map();

    Map<Color, List<String>> byColor();

    Optional<String> optional();

    Optional<List<Point>> optionalPoints();
  }

  private static final LocalDateTime LOCAL = LocalDateTime.of(1998, 7, 17, 14, 8, 55);
  private static final OffsetDateTime OFFSET = LOCAL.atOffset(ZoneOffset.ofHours(2));
  private static final Value.Time TIME = Value.Time.of(LOCAL);
  private static final Value.Time TIME_OFFSET = Value.Time.of(OFFSET);
  private static final Value.Time TIME_UTC = Value.Time.of(LOCAL.atOffset(ZoneOffset.UTC));
  private static final Value.Struct POINT =
      Value.Struct.empty().with("x", Value.of(1)).with("y", Value.of(2));
  private static final UUID ID = new UUID(1, 2);

  record Row(Type type, Object object, Value value, Kind kind) {}

  static List<Row> rows() {
    return List.of(
        new Row(int.class, 5, Value.of(5), Kind.INT),
        new Row(Integer.class, -5, Value.of(-5), Kind.INT),
        new Row(short.class, (short) -32768, Value.of(-32768), Kind.INT),
        new Row(Short.class, (short) 32767, Value.of(32767), Kind.INT),
        new Row(byte.class, (byte) -128, Value.of(-128), Kind.INT),
        new Row(Byte.class, (byte) 127, Value.of(127), Kind.INT),
        new Row(long.class, 5L, Value.of(5), Kind.INT),
        new Row(Long.class, 5_000_000_000L, Value.of(5_000_000_000L), Kind.INT),
        new Row(BigInteger.class, BigInteger.TEN, Value.of(10), Kind.INT),
        new Row(BigInteger.class, BigInteger.TWO.pow(40), Value.of(1L << 40), Kind.INT),
        new Row(
            BigInteger.class, BigInteger.TWO.pow(80), Value.of(BigInteger.TWO.pow(80)), Kind.INT),
        new Row(boolean.class, true, Value.of(true), Kind.BOOLEAN),
        new Row(Boolean.class, false, Value.of(false), Kind.BOOLEAN),
        new Row(double.class, 1.5, Value.of(1.5), Kind.DOUBLE),
        new Row(Double.class, -0.0, Value.of(-0.0), Kind.DOUBLE),
        new Row(float.class, 0.1f, Value.of(0.1), Kind.DOUBLE),
        new Row(Float.class, 1e10f, Value.of(1e10), Kind.DOUBLE),
        new Row(
            BigDecimal.class,
            new BigDecimal("0.10"),
            new Value.Decimal(new BigDecimal("0.10")),
            Kind.DOUBLE),
        new Row(String.class, "é", Value.of("é"), Kind.STRING),
        new Row(CharSequence.class, "é", Value.of("é"), Kind.STRING),
        new Row(char.class, 'é', Value.of("é"), Kind.STRING),
        new Row(Character.class, '<', Value.of("<"), Kind.STRING),
        new Row(URI.class, URI.create("http://a/?b=c&d"), Value.of("http://a/?b=c&d"), Kind.STRING),
        new Row(UUID.class, ID, Value.of("00000000-0000-0001-0000-000000000002"), Kind.STRING),
        new Row(Color.class, Color.RED, Value.of("RED"), Kind.STRING),
        new Row(Color.class, Color.GREEN, Value.of("dark green"), Kind.STRING),
        new Row(LocalDateTime.class, LOCAL, TIME, Kind.TIME),
        new Row(
            LocalDate.class,
            LocalDate.of(1998, 7, 17),
            Value.Time.of(LocalDateTime.of(1998, 7, 17, 0, 0)),
            Kind.TIME),
        new Row(Instant.class, LOCAL.toInstant(ZoneOffset.UTC), TIME_UTC, Kind.TIME),
        new Row(OffsetDateTime.class, OFFSET, TIME_OFFSET, Kind.TIME),
        new Row(ZonedDateTime.class, OFFSET.toZonedDateTime(), TIME_OFFSET, Kind.TIME),
        new Row(Date.class, Date.from(LOCAL.toInstant(ZoneOffset.UTC)), TIME_UTC, Kind.TIME),
        new Row(byte[].class, new byte[] {1, 2}, Value.Bytes.of((byte) 1, (byte) 2), Kind.BYTES),
        new Row(int[].class, new int[] {1, 2}, array(Value.of(1), Value.of(2)), Kind.ARRAY),
        new Row(int[].class, new int[0], array(), Kind.ARRAY),
        new Row(long[].class, new long[] {1L << 40}, array(Value.of(1L << 40)), Kind.ARRAY),
        new Row(double[].class, new double[] {1.5}, array(Value.of(1.5)), Kind.ARRAY),
        new Row(boolean[].class, new boolean[] {true}, array(Value.of(true)), Kind.ARRAY),
        new Row(short[].class, new short[] {7}, array(Value.of(7)), Kind.ARRAY),
        new Row(char[].class, new char[] {'a'}, array(Value.of("a")), Kind.ARRAY),
        new Row(float[].class, new float[] {0.1f}, array(Value.of(0.1)), Kind.ARRAY),
        new Row(
            String[].class, new String[] {"a", ""}, array(Value.of("a"), Value.of("")), Kind.ARRAY),
        new Row(
            int[][].class, new int[][] {{1}, {}}, array(array(Value.of(1)), array()), Kind.ARRAY),
        new Row(byte[][].class, new byte[][] {{1}}, array(Value.Bytes.of((byte) 1)), Kind.ARRAY),
        new Row(Point[].class, new Point[] {new Point(1, 2)}, array(POINT), Kind.ARRAY),
        new Row(shape("list"), List.of("a", "b"), array(Value.of("a"), Value.of("b")), Kind.ARRAY),
        new Row(shape("set"), Set.of(1), array(Value.of(1)), Kind.ARRAY),
        new Row(shape("collection"), List.of(1.5), array(Value.of(1.5)), Kind.ARRAY),
        new Row(shape("iterable"), List.of(true), array(Value.of(true)), Kind.ARRAY),
        new Row(
            shape("nested"),
            List.of(List.of(new Point(1, 2)), List.of()),
            array(array(POINT), array()),
            Kind.ARRAY),
        new Row(
            shape("arrays"), new List<?>[] {List.of("a")}, array(array(Value.of("a"))), Kind.ARRAY),
        new Row(Point.class, new Point(1, 2), POINT, Kind.STRUCT),
        new Row(
            shape("map"), Map.of("a", 1), Value.Struct.empty().with("a", Value.of(1)), Kind.STRUCT),
        new Row(
            shape("byColor"),
            Map.of(Color.GREEN, List.of("x")),
            Value.Struct.empty().with("dark green", array(Value.of("x"))),
            Kind.STRUCT),
        new Row(shape("optional"), Optional.of("a"), Value.of("a"), Kind.STRING),
        new Row(shape("optional"), Optional.empty(), Value.nil(), Kind.STRING),
        new Row(
            shape("optionalPoints"),
            Optional.of(List.of(new Point(1, 2))),
            array(POINT),
            Kind.ARRAY),
        new Row(OptionalInt.class, OptionalInt.of(5), Value.of(5), Kind.INT),
        new Row(OptionalInt.class, OptionalInt.empty(), Value.nil(), Kind.INT),
        new Row(OptionalLong.class, OptionalLong.of(1L << 40), Value.of(1L << 40), Kind.INT),
        new Row(OptionalDouble.class, OptionalDouble.of(1.5), Value.of(1.5), Kind.DOUBLE),
        new Row(Value.class, POINT, POINT, null),
        new Row(Value.Int.class, Value.of(5), Value.of(5), Kind.INT),
        new Row(Value.Long.class, Value.of(5L), Value.of(5L), Kind.LONG),
        new Row(Value.Bool.class, Value.of(true), Value.of(true), Kind.BOOLEAN),
        new Row(Value.Real.class, Value.of(1.5), Value.of(1.5), Kind.DOUBLE),
        new Row(Value.Str.class, Value.of("a"), Value.of("a"), Kind.STRING),
        new Row(Value.Time.class, TIME_OFFSET, TIME_OFFSET, Kind.TIME),
        new Row(Value.Bytes.class, Value.Bytes.of((byte) 1), Value.Bytes.of((byte) 1), Kind.BYTES),
        new Row(Value.Array.class, array(POINT), array(POINT), Kind.ARRAY),
        new Row(Value.Struct.class, POINT, POINT, Kind.STRUCT),
        new Row(Value.Nil.class, Value.nil(), Value.nil(), Kind.NIL));
  }

  static Stream<Arguments> rowsFromEach() {
    return rows().stream()
        .flatMap(row -> Arrays.stream(Origin.values()).map(origin -> Arguments.of(row, origin)));
  }

  @ParameterizedTest
  @MethodSource("rowsFromEach")
  void aTypeIsReadFromItsValue(Row row, Origin origin) {
    Object read = origin.read(row.type, row.value);
    assertThat(read).isEqualTo(row.object);
    if (row.object.getClass().isArray()) {
      assertThat(read).hasSameClassAs(row.object);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aTypeIsWrittenAsItsValue(Row row) {
    assertThat(Origin.written(row.type, row.object, Origin.ALL)).isEqualTo(row.value);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aTypeTellsItsKind(Row row) {
    assertThat(Codecs.standard().of(row.type).kind()).isEqualTo(row.kind);
  }

  @ParameterizedTest
  @MethodSource("rowsFromEach")
  void nilIsNullButForPrimitives(Row row, Origin origin) {
    boolean primitive = row.type instanceof Class<?> raw && raw.isPrimitive();
    boolean hasNil =
        row.value == Value.nil()
            || row.type == Value.class
            || row.object instanceof Optional
            || row.object instanceof OptionalInt
            || row.object instanceof OptionalLong
            || row.object instanceof OptionalDouble;
    if (hasNil) {
      assertThat(origin.read(row.type, Value.nil())).isNotNull();
    } else if (primitive || row.object instanceof Value) {
      assertThatExceptionOfType(TypeMismatchException.class)
          .isThrownBy(() -> origin.read(row.type, Value.nil()))
          .withMessage("params[0]: expected " + expected(row) + ", found nil");
    } else {
      assertThat(origin.read(row.type, Value.nil())).isNull();
      assertThat(Origin.written(row.type, null, Origin.ALL)).isEqualTo(Value.nil());
      assertThatExceptionOfType(UnwritableValueException.class)
          .isThrownBy(() -> Origin.written(row.type, null, Dialect.STRICT))
          .withMessage("params[0]: there is no value, and no nil without Extension.NIL");
    }
  }

  private static String expected(Row row) {
    return row.type == long.class ? "int or i8" : row.kind.typeName();
  }

  private static Value.Array array(Value... values) {
    return Value.Array.of(values);
  }

  private static Type shape(String name) {
    return Origin.type(Shapes.class, name);
  }
}
