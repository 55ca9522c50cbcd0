package io.github.xmlrpc4j.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.TypeMismatchException;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarCodecsTest {
  enum Color {
    RED,
    GREEN
  }

  static Stream<Arguments> mismatches() {
    Value half = Value.of(0.5);
    return Stream.of(
        Arguments.of(int.class, half, "int, found double"),
        Arguments.of(int.class, Value.of(1L << 31), "an integer of 32 bits, found 2147483648"),
        Arguments.of(short.class, Value.of(32768), "an integer of 16 bits, found 32768"),
        Arguments.of(short.class, Value.of(-32769), "an integer of 16 bits, found -32769"),
        Arguments.of(short.class, Value.of(1L << 31), "an integer of 32 bits, found 2147483648"),
        Arguments.of(byte.class, Value.of(128), "an integer of 8 bits, found 128"),
        Arguments.of(byte.class, Value.of(-129), "an integer of 8 bits, found -129"),
        Arguments.of(long.class, half, "int or i8, found double"),
        Arguments.of(boolean.class, Value.of(1), "boolean, found int"),
        Arguments.of(double.class, Value.of("1.5"), "double, found string"),
        Arguments.of(float.class, Value.of(1e39), "a number of float's range, found 1.0E39"),
        Arguments.of(String.class, Value.of(1), "string, found int"),
        Arguments.of(char.class, Value.of(""), "a string of one character, found one of 0"),
        Arguments.of(char.class, Value.of("ab"), "a string of one character, found one of 2"),
        Arguments.of(char.class, Value.of("😀"), "a string of one character, found one of 2"),
        Arguments.of(BigInteger.class, half, "an integer, found double"),
        Arguments.of(BigInteger.class, Value.of(5.0), "an integer, found double"),
        Arguments.of(BigInteger.class, decimal("0.5"), "an integer, found 0.5"),
        Arguments.of(BigDecimal.class, Value.of("5"), "a number, found string"),
        Arguments.of(URI.class, Value.of("a b"), "a URI, found a string that is none"),
        Arguments.of(UUID.class, Value.of("x"), "a UUID, found a string that is none"),
        Arguments.of(Color.class, Value.of("BLUE"), "one of RED, GREEN, found another string"),
        Arguments.of(Color.class, Value.of("red"), "one of RED, GREEN, found another string"),
        Arguments.of(Color.class, Value.of(0), "one of RED, GREEN, found int"),
        Arguments.of(byte[].class, Value.of("AQ=="), "base64, found string"),
        Arguments.of(Value.Int.class, Value.of(5L), "int, found i8"),
        Arguments.of(Value.Decimal.class, Value.of(5), "bigdecimal, found int"),
        Arguments.of(Value.Struct.class, Value.Array.of(), "struct, found array"));
  }

  @ParameterizedTest
  @MethodSource("mismatches")
  void whatDoesNotFitIsAMismatch(Type type, Value value, String expected) {
    for (Origin origin : Origin.values()) {
      assertThatExceptionOfType(TypeMismatchException.class)
          .isThrownBy(() -> origin.read(type, value))
          .withMessage("params[0]: expected " + expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void numbersAreReadAsOthersThatHoldThem(Origin origin) {
    assertThat(origin.read(int.class, Value.of(5L))).isEqualTo(5);
    assertThat(origin.read(short.class, Value.of(5L))).isEqualTo((short) 5);
    assertThat(origin.read(long.class, decimal("5.0"))).isEqualTo(5L);
    assertThat(origin.read(double.class, Value.of(5))).isEqualTo(5.0);
    assertThat(origin.read(float.class, Value.of(5))).isEqualTo(5f);
    assertThat(origin.read(float.class, Value.of(Double.NaN))).isEqualTo(Float.NaN);
    assertThat(origin.read(float.class, Value.of(Double.NEGATIVE_INFINITY)))
        .isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(origin.read(BigDecimal.class, Value.of(5))).isEqualTo(new BigDecimal("5"));
    assertThat(origin.read(BigDecimal.class, Value.of(0.1))).isEqualTo(new BigDecimal("0.1"));
    assertThat(origin.read(BigInteger.class, Value.of(5L))).isEqualTo(BigInteger.valueOf(5));
    assertThat(origin.read(BigInteger.class, decimal("5.00"))).isEqualTo(BigInteger.valueOf(5));
    assertThat(origin.read(BigInteger.class, decimal("1E+30"))).isEqualTo(BigInteger.TEN.pow(30));
    assertThat(origin.read(Value.Decimal.class, decimal("5"))).isEqualTo(decimal("5"));
  }

  @Test
  void integersOfAnySizeNeedExtensionsToBeWritten() {
    BigInteger large = BigInteger.TWO.pow(40);
    BigInteger huge = BigInteger.TWO.pow(80);
    assertThat(Origin.written(BigInteger.class, BigInteger.TEN)).isEqualTo(Value.of(10));
    assertUnwritable(
        BigInteger.class,
        large,
        Dialect.STRICT,
        "1099511627776 does not fit <int>, which has 32 bits (Extension.I8 allows <i8>)");
    assertThat(Origin.written(BigInteger.class, large, Dialect.STRICT.writing(Extension.I8)))
        .isEqualTo(Value.of(1L << 40));
    assertUnwritable(
        BigInteger.class,
        huge,
        Dialect.STRICT.writing(Extension.I8),
        "an integer of 82 bits does not fit <i8> (Extension.BIGDECIMAL allows <bigdecimal>)");
  }

  @Test
  void floatsHaveTheirOwnDigits() {
    assertThat(Origin.written(float.class, 0.1f)).isEqualTo(Value.of(0.1));
    assertThat(Origin.written(float.class, 16777216f)).isEqualTo(Value.of(16777216.0));
    assertUnwritable(
        float.class,
        Float.POSITIVE_INFINITY,
        Dialect.STRICT,
        "Infinity is not finite (Extension.DOUBLE_NOT_FINITE allows it)");
  }

  @Test
  void nothingIsNilOrZero() {
    assertThat(Origin.written(void.class, null)).isEqualTo(Value.of(0));
    assertThat(Origin.written(Void.class, null, Origin.ALL)).isEqualTo(Value.nil());
    for (Origin origin : Origin.values()) {
      for (Value value : new Value[] {Value.of(0), Value.nil(), Value.of(""), Value.Array.of()}) {
        assertThat(origin.read(void.class, value)).isNull();
      }
    }
  }

  private static Value decimal(String digits) {
    return new Value.Decimal(new BigDecimal(digits));
  }

  private static void assertUnwritable(Type type, Object object, Dialect dialect, String problem) {
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(type, object, dialect))
        .withMessage("params[0]: " + problem);
  }
}
