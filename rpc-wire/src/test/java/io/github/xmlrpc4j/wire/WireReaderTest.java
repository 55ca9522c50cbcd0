package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for a reader, be it of bytes or of a value that is there already. */
class WireReaderTest {
  /** Where a reader has its values from. */
  enum Origin {
    BYTES {
      @Override
      WireReader reader(Value value) {
        Dialect dialect = Dialect.LENIENT.writing(Extension.values());
        byte[] call = MethodCall.of("m", value).write(dialect, Limits.DEFAULT);
        DocumentReader in = DocumentReader.of(call, dialect, Limits.DEFAULT);
        in.beginCall();
        in.nextParam();
        return in;
      }
    },
    VALUE {
      @Override
      WireReader reader(Value value) {
        return WireReader.ofParam(value, 0);
      }
    };

    abstract WireReader reader(Value value);
  }

  private static final List<Value> VALUES =
      List.of(
          Value.of(5),
          Value.of(5_000_000_000L),
          Value.of(true),
          Value.of(1.5),
          new Value.Decimal(new BigDecimal("0.10")),
          Value.of("text"),
          Value.Time.of(LocalDateTime.of(1998, 7, 17, 14, 8, 55)),
          Value.Bytes.of((byte) 1),
          Value.Array.of(Value.of(1)),
          Value.Struct.empty().with("a", Value.of(1)),
          Value.nil());

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aValueIsReadAsItIs(Origin origin) {
    for (Value value : VALUES) {
      assertThat(origin.reader(value).peek()).isEqualTo(value.kind());
      assertThat(origin.reader(value).readValue()).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void anotherTypeIsAMismatch(Origin origin) {
    assertMismatches(origin, WireReader::readBoolean, "boolean", List.of(Kind.BOOLEAN));
    assertMismatches(origin, WireReader::readString, "string", List.of(Kind.STRING));
    assertMismatches(origin, WireReader::readTime, "dateTime.iso8601", List.of(Kind.TIME));
    assertMismatches(origin, WireReader::readBytes, "base64", List.of(Kind.BYTES));
    assertMismatches(origin, in -> run(in::readNil), "nil", List.of(Kind.NIL));
    assertMismatches(origin, in -> run(in::beginArray), "array", List.of(Kind.ARRAY));
    assertMismatches(origin, in -> run(in::beginStruct), "struct", List.of(Kind.STRUCT));
    List<Kind> integers = List.of(Kind.INT, Kind.LONG, Kind.DECIMAL);
    assertMismatches(origin, WireReader::readInt, "int", integers);
    assertMismatches(origin, WireReader::readLong, "int or i8", integers);
    List<Kind> numbers = List.of(Kind.INT, Kind.LONG, Kind.DECIMAL, Kind.DOUBLE);
    assertMismatches(origin, WireReader::readDouble, "double", numbers);
    assertMismatches(origin, WireReader::readDecimal, "a number", numbers);
  }

  private static void assertMismatches(
      Origin origin, Function<WireReader, Object> read, String expected, List<Kind> fitting) {
    for (Value value : VALUES) {
      if (!fitting.contains(value.kind())) {
        assertThatExceptionOfType(TypeMismatchException.class)
            .isThrownBy(() -> read.apply(origin.reader(value)))
            .withMessage("params[0]: expected " + expected + ", found " + value.kind().typeName());
      }
    }
  }

  private static Object run(Runnable step) {
    step.run();
    return step;
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void numbersAreReadAsOthersThatHoldThem(Origin origin) {
    assertThat(origin.reader(Value.of(5L)).readInt()).isEqualTo(5);
    assertThat(origin.reader(decimal("5.00")).readInt()).isEqualTo(5);
    assertThat(origin.reader(decimal("-5e9")).readLong()).isEqualTo(-5_000_000_000L);
    assertThat(origin.reader(Value.of(5)).readLong()).isEqualTo(5);
    assertThat(origin.reader(Value.of(5)).readDouble()).isEqualTo(5.0);
    assertThat(origin.reader(Value.of(1L << 60)).readDouble()).isEqualTo(0x1p60);
    assertThat(origin.reader(Value.of(Long.MIN_VALUE)).readDouble()).isEqualTo(-0x1p63);
    assertThat(origin.reader(decimal("0.10")).readDouble()).isEqualTo(0.1);
    assertThat(origin.reader(decimal("18446744073709551616")).readDouble()).isEqualTo(0x1p64);
    assertThat(origin.reader(Value.of(5)).readDecimal()).isEqualTo(new BigDecimal("5"));
    assertThat(origin.reader(Value.of(1.5)).readDecimal()).isEqualTo(new BigDecimal("1.5"));
    assertThat(origin.reader(Value.of(5.0)).readDecimal()).isEqualTo(new BigDecimal("5.0"));
    assertThat(origin.reader(Value.of(1e20)).readDecimal())
        .isEqualTo(new BigDecimal("100000000000000000000.0"));
    assertThat(origin.reader(decimal("0.10")).readDecimal()).isEqualTo(new BigDecimal("0.10"));
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void numbersThatWouldChangeAreMismatches(Origin origin) {
    assertMismatch(
        () -> origin.reader(Value.of(2147483648L)).readInt(),
        "an integer of 32 bits, found 2147483648");
    assertMismatch(
        () -> origin.reader(decimal("9223372036854775808")).readLong(),
        "an integer of 64 bits, found 9223372036854775808");
    assertMismatch(
        () -> origin.reader(decimal("0.5")).readInt(), "an integer of 64 bits, found 0.5");
    assertMismatch(
        () -> origin.reader(Value.of(9007199254740993L)).readDouble(),
        "a double, found 9007199254740993, which no double holds exactly");
    assertMismatch(
        () -> origin.reader(Value.of(Long.MAX_VALUE)).readDouble(),
        "a double, found 9223372036854775807, which no double holds exactly");
    assertMismatch(
        () -> origin.reader(decimal("0.10000000000000000001")).readDouble(),
        "a double, found 0.10000000000000000001, which no double holds exactly");
    assertMismatch(
        () -> origin.reader(decimal("1e400")).readDouble(),
        "a double, found 1E+400, which no double holds exactly");
    for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertMismatch(
          () -> origin.reader(Value.of(number)).readDecimal(),
          "a decimal number, found one that is not finite");
    }
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aMismatchNamesTheWay(Origin origin) {
    Value value =
        Value.Struct.empty()
            .with("n", Value.of(1))
            .with(
                "points",
                Value.Array.of(
                    Value.Struct.empty(), Value.Struct.empty().with("x y", Value.of("z"))));
    WireReader in = origin.reader(value);
    in.beginStruct();
    assertThat(in.path()).isEqualTo("params[0]");
    assertThat(in.nextName()).isEqualTo("n");
    assertThat(in.path()).isEqualTo("params[0].n");
    in.skipValue();
    assertThat(in.nextName()).isEqualTo("points");
    in.beginArray();
    assertThat(in.path()).isEqualTo("params[0].points");
    assertThat(in.hasNext()).isTrue();
    assertThat(in.path()).isEqualTo("params[0].points[0]");
    in.skipValue();
    assertThat(in.hasNext()).isTrue();
    in.beginStruct();
    assertThat(in.path()).isEqualTo("params[0].points[1]");
    assertThat(in.nextName()).isEqualTo("x y");
    assertThatExceptionOfType(TypeMismatchException.class)
        .isThrownBy(in::readInt)
        .withMessage("params[0].points[1][\"x y\"]: expected int, found string");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void whoKnowsTheNumberOfElementsNeedNotAsk(Origin origin) {
    WireReader in =
        origin.reader(
            Value.Array.of(
                Value.Array.of(Value.of(1), Value.of("x")),
                Value.Struct.empty().with("a", Value.of(true)),
                Value.of(2)));
    in.beginArray();
    in.beginArray();
    assertThat(in.readInt()).isEqualTo(1);
    assertThat(in.readString()).isEqualTo("x");
    in.endArray();
    in.beginStruct();
    assertThat(in.nextName()).isEqualTo("a");
    assertThat(in.readBoolean()).isTrue();
    in.endStruct();
    assertThat(in.path()).isEqualTo("params[0][1]");
    assertThat(in.readInt()).isEqualTo(2);
    assertThat(in.path()).isEqualTo("params[0][2]");
    in.endArray();
    if (in instanceof DocumentReader document) {
      assertThat(document.nextParam()).isFalse();
      document.endCall();
    }
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void askingAgainChangesNothing(Origin origin) {
    WireReader in = origin.reader(Value.Array.of(Value.of(1)));
    assertThat(in.peek()).isEqualTo(Kind.ARRAY);
    assertThat(in.peek()).isEqualTo(Kind.ARRAY);
    in.beginArray();
    assertThat(in.hasNext()).isTrue();
    assertThat(in.hasNext()).isTrue();
    assertThat(in.peek()).isEqualTo(Kind.INT);
    assertThat(in.path()).isEqualTo("params[0][0]");
    assertThat(in.readInt()).isEqualTo(1);
    assertThat(in.hasNext()).isFalse();
    assertThat(in.hasNext()).isFalse();
    in.endArray();
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void nothingIsLeftBehind(Origin origin) {
    WireReader array = origin.reader(Value.Array.of(Value.of(1), Value.of(2)));
    array.beginArray();
    assertThat(array.readInt()).isEqualTo(1);
    assertThatIllegalStateException()
        .isThrownBy(array::endArray)
        .withMessage("params[0][1]: values are left unread");
    WireReader struct = origin.reader(Value.Struct.empty().with("a", Value.of(1)));
    struct.beginStruct();
    assertThatIllegalStateException()
        .isThrownBy(struct::endStruct)
        .withMessage("params[0].a: values are left unread");
    WireReader member =
        origin.reader(Value.Struct.empty().with("a", Value.of(1)).with("b", Value.of(2)));
    member.beginStruct();
    assertThat(member.nextName()).isEqualTo("a");
    assertThatIllegalStateException()
        .isThrownBy(member::nextName)
        .withMessage("params[0].a: the value is left unread");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void nothingIsReadTwice(Origin origin) {
    WireReader array = origin.reader(Value.Array.of(Value.of(1)));
    array.beginArray();
    assertThat(array.readInt()).isEqualTo(1);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(array::readInt)
        .withMessage("params[0][0]: no value is left");
    WireReader struct = origin.reader(Value.Struct.empty().with("a", Value.of(1)));
    struct.beginStruct();
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(struct::readInt)
        .withMessage("params[0]: no value is left");
    assertThat(struct.nextName()).isEqualTo("a");
    assertThat(struct.readInt()).isEqualTo(1);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(struct::readInt)
        .withMessage("params[0].a: no value is left");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void whatIsNotOpenHasNoContent(Origin origin) {
    WireReader in = origin.reader(Value.Struct.empty().with("a", Value.Array.of()));
    for (ThrowingCallable step : List.<ThrowingCallable>of(in::hasNext, in::endArray)) {
      assertThatIllegalStateException().isThrownBy(step).withMessage("params[0]: no array is open");
    }
    assertThatIllegalStateException()
        .isThrownBy(in::nextName)
        .withMessage("params[0]: no struct is open");
    in.beginStruct();
    assertThatIllegalStateException()
        .isThrownBy(in::hasNext)
        .withMessage("params[0]: no array is open");
    assertThat(in.nextName()).isEqualTo("a");
    in.beginArray();
    assertThatIllegalStateException()
        .isThrownBy(in::endStruct)
        .withMessage("params[0].a: no struct is open");
  }

  @Test
  void aSkippedValueIsCheckedAsIfItWereRead() {
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(
            () ->
                Wire.reader(
                        "<value><array><data><value><int>x</int></value></data></array></value>",
                        Dialect.LENIENT)
                    .skipValue())
        .withMessage("not XML-RPC at line 2, column 33 (byte 86): \"x\" is no integer");
    DocumentReader in = Wire.reader("<value><nil/></value>", Dialect.LENIENT);
    in.skipValue();
    assertThat(in.deviations()).containsExactly(Deviation.NIL);
  }

  @Test
  void aReaderOfAValueHasTheUsualDialectAndLimits() {
    WireReader in = WireReader.of(Value.of(1));
    assertThat(in.dialect()).isEqualTo(Dialect.LENIENT);
    assertThat(in.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(in.path()).isEqualTo("value");
    assertThat(WireReader.ofParam(Value.of(1), 3).path()).isEqualTo("params[3]");
    assertThatIllegalStateException()
        .isThrownBy(() -> in.duplicateMember("a"))
        .withMessage("a Value.Struct has no member twice: a");
  }

  @Test
  void aWayOfManyStepsIsKept() {
    Value value = Value.of("x");
    StringBuilder way = new StringBuilder("params[0]");
    for (int i = 0; i < 20; i++) {
      value = Value.Array.of(Value.Struct.empty().with("m" + (19 - i), value));
      way.append("[0].m").append(i);
    }
    for (Origin origin : Origin.values()) {
      WireReader in = origin.reader(value);
      for (int i = 0; i < 20; i++) {
        in.beginArray();
        in.beginStruct();
        assertThat(in.nextName()).isEqualTo("m" + i);
      }
      assertThatExceptionOfType(TypeMismatchException.class)
          .isThrownBy(in::readInt)
          .withMessage(way + ": expected int, found string");
    }
  }

  private static Value decimal(String digits) {
    return new Value.Decimal(new BigDecimal(digits));
  }

  private static void assertMismatch(ThrowingCallable read, String expected) {
    assertThatExceptionOfType(TypeMismatchException.class)
        .isThrownBy(read)
        .withMessage("params[0]: expected " + expected);
  }
}
