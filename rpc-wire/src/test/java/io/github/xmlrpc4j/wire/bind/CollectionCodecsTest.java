package io.github.xmlrpc4j.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.NotXmlRpcException;
import io.github.xmlrpc4j.wire.TypeMismatchException;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Arrays, lists, sets and maps. */
class CollectionCodecsTest {
  enum Color {
    RED,
    @Name("dark green")
    GREEN
  }

  interface Shapes {
    List<Integer> integers();

    Set<Integer> set();

    Map<String, Integer> map();

    Map<Color, Integer> byColor();

    List<? extends String> wild();

    Map<? extends String, ? super String> wildMap();

    @SuppressWarnings("rawtypes")
    List raw();

    @SuppressWarnings("rawtypes")
    Map rawMap();

    Map<Integer, String> byNumber();
  }

  private static final Value.Array MIXED = Value.Array.of(Value.of(1), Value.of("x"));

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aMismatchNamesTheElement(Origin origin) {
    for (Type type : new Type[] {int[].class, Integer[].class, shape("integers"), shape("set")}) {
      assertMismatch(() -> origin.read(type, MIXED), "params[0][1]: expected int, found string");
      assertMismatch(() -> origin.read(type, Value.of(1)), "params[0]: expected array, found int");
    }
    assertMismatch(
        () -> origin.read(long[].class, MIXED), "params[0][1]: expected int or i8, found string");
    assertMismatch(
        () -> origin.read(double[].class, MIXED), "params[0][1]: expected double, found string");
    assertMismatch(
        () -> origin.read(boolean[].class, MIXED), "params[0][0]: expected boolean, found int");
    assertMismatch(
        () -> origin.read(shape("map"), Value.Struct.empty().with("a b", Value.of("x"))),
        "params[0][\"a b\"]: expected int, found string");
    assertMismatch(
        () -> origin.read(shape("map"), MIXED), "params[0]: expected struct, found array");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void longArraysAreReadWhole(Origin origin) {
    int[] numbers = IntStream.range(0, 1000).toArray();
    Value value = new Value.Array(Arrays.stream(numbers).mapToObj(Value::of).toList());
    assertThat(origin.read(int[].class, value)).isEqualTo(numbers);
    assertThat(origin.read(long[].class, value))
        .isEqualTo(Arrays.stream(numbers).asLongStream().toArray());
    assertThat(origin.read(double[].class, value))
        .isEqualTo(Arrays.stream(numbers).asDoubleStream().toArray());
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void nilIsAnElementButNotOfPrimitives(Origin origin) {
    Value nils = Value.Array.of(Value.of(1), Value.nil());
    assertThat(origin.read(shape("integers"), nils)).isEqualTo(Arrays.asList(1, null));
    assertThat(origin.read(Integer[].class, nils)).isEqualTo(new Integer[] {1, null});
    assertMismatch(() -> origin.read(int[].class, nils), "params[0][1]: expected int, found nil");
    assertThat(origin.read(shape("map"), Value.Struct.empty().with("a", Value.nil())))
        .isEqualTo(Collections.singletonMap("a", null));
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aSetRefusesAnElementThatStandsTwice(Origin origin) {
    Value twice = Value.Array.of(Value.of(1), Value.of(2), Value.of(1));
    assertMismatch(
        () -> origin.read(shape("set"), twice),
        "params[0][2]: expected a set, found an element that stands twice");
    assertThat(origin.read(shape("integers"), twice)).isEqualTo(List.of(1, 2, 1));
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void whatIsReadKeepsItsOrderAndDoesNotChange(Origin origin) {
    Value struct =
        Value.Struct.empty().with("b", Value.of(1)).with("a", Value.of(2)).with("c", Value.of(3));
    Map<?, ?> map = (Map<?, ?>) origin.read(shape("map"), struct);
    assertThat(map.keySet().toString()).isEqualTo("[b, a, c]");
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
    Value array = Value.Array.of(Value.of(3), Value.of(1), Value.of(2));
    Set<?> set = (Set<?>) origin.read(shape("set"), array);
    assertThat(set.toString()).isEqualTo("[3, 1, 2]");
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(set::clear);
    List<?> list = (List<?>) origin.read(shape("integers"), array);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
  }

  @Test
  void aDuplicateMembersLastValueWinsAndIsReported() {
    DocumentReader in = duplicates(Dialect.LENIENT);
    assertThat(Codecs.standard().of(shape("map")).read(in)).isEqualTo(Map.of("RED", 2));
    assertThat(in.deviations()).containsExactly(Deviation.DUPLICATE_MEMBER);
    assertThat(Codecs.standard().of(shape("byColor")).read(duplicates(Dialect.LENIENT)))
        .isEqualTo(Map.of(Color.RED, 2));
    for (Type type : new Type[] {shape("map"), shape("byColor"), Object.class, Value.class}) {
      assertThatExceptionOfType(NotXmlRpcException.class)
          .isThrownBy(() -> Codecs.standard().of(type).read(duplicates(Dialect.STRICT)))
          .withMessageEndingWith(
              ": the member's name stands twice (Deviation.DUPLICATE_MEMBER accepts it)");
    }
  }

  private static DocumentReader duplicates(Dialect dialect) {
    String member = "<member><name>RED</name><value><int>%s</int></value></member>";
    String call =
        "<methodCall><methodName>m</methodName><params><param><value><struct>"
            + member.formatted(1)
            + member.formatted(2)
            + "</struct></value></param></params></methodCall>";
    DocumentReader in =
        DocumentReader.of(call.getBytes(StandardCharsets.UTF_8), dialect, Limits.DEFAULT);
    in.beginCall();
    in.nextParam();
    return in;
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void anEnumsConstantsAreNames(Origin origin) {
    assertMismatch(
        () -> origin.read(shape("byColor"), Value.Struct.empty().with("BLUE", Value.of(1))),
        "params[0].BLUE: expected one of RED, dark green as the member's name, found another"
            + " string");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aTypeOfAnyContentHoldsAnything(Origin origin) {
    assertThat(origin.read(shape("wild"), Value.Array.of(Value.of("x")))).isEqualTo(List.of("x"));
    assertThat(origin.read(shape("wildMap"), Value.Struct.empty().with("a", Value.of(1))))
        .isEqualTo(Map.of("a", 1));
    assertThat(origin.read(shape("raw"), MIXED)).isEqualTo(List.of(1, "x"));
    assertThat(origin.read(shape("rawMap"), Value.Struct.empty().with("a", Value.of(1))))
        .isEqualTo(Map.of("a", 1));
  }

  @Test
  void aStructsNamesAreStrings() {
    assertThatExceptionOfType(UnboundTypeException.class)
        .isThrownBy(() -> Codecs.standard().of(shape("byNumber")))
        .withMessage(
            "java.util.Map<java.lang.Integer, java.lang.String>: a struct's names are strings or"
                + " the constants of an enum");
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(shape("rawMap"), Map.of(1, 2)))
        .withMessage("params[0]: a struct's names are strings, not java.lang.Integer");
  }

  @Test
  void aRefusalNamesTheElement() {
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(shape("integers"), Arrays.asList(1, null)))
        .withMessageStartingWith("params[0][1]: there is no value");
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(shape("map"), Collections.singletonMap("a", null)))
        .withMessageStartingWith("params[0].a: there is no value");
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(long[].class, new long[] {1, 1L << 31}))
        .withMessageStartingWith("params[0][1]: 2147483648 does not fit <int>");
  }

  private static Type shape(String name) {
    return Origin.type(Shapes.class, name);
  }

  private static void assertMismatch(ThrowingCallable read, String message) {
    assertThatExceptionOfType(TypeMismatchException.class).isThrownBy(read).withMessage(message);
  }
}
