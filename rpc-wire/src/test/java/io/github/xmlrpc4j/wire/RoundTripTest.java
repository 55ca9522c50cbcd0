package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read as it was: here, and by way of Python. */
class RoundTripTest {
  @ParameterizedTest
  @EnumSource(Layout.class)
  void anyValueIsReadAsItWasWritten(Layout layout) {
    RandomValues values = new RandomValues(1, false);
    Dialect dialect = Dialect.LENIENT.writing(Extension.values()).laidOut(layout);
    for (int i = 0; i < 5_000; i++) {
      MethodCall call = MethodCall.of("m", values.next(), values.next());
      byte[] document = call.write(dialect, Limits.DEFAULT);
      assertThat(MethodCall.read(document, dialect, Limits.DEFAULT)).isEqualTo(call);
    }
  }

  @Test
  void anyValueIsReadFromAnotherEncodingToo() {
    RandomValues values = new RandomValues(2, false);
    Dialect dialect = Dialect.LENIENT.writing(Extension.values());
    for (int i = 0; i < 500; i++) {
      MethodCall call = MethodCall.of("m", values.next());
      String text = Wire.text(call.write(dialect, Limits.DEFAULT));
      for (String encoding : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE")) {
        byte[] document = text.getBytes(Charset.forName(encoding));
        assertThat(MethodCall.read(document, dialect, Limits.DEFAULT)).isEqualTo(call);
      }
    }
  }

  @Test
  void whatIsWrittenByTheSpecificationIsReadByIt() {
    RandomValues values = new RandomValues(3, true);
    Dialect dialect = Dialect.STRICT.writing(Extension.NIL).accepting(Deviation.NIL);
    for (int i = 0; i < 2_000; i++) {
      MethodResponse response = new MethodResponse.Success(values.next());
      byte[] document = response.write(dialect, Limits.DEFAULT);
      assertThat(MethodResponse.read(document, dialect, Limits.DEFAULT)).isEqualTo(response);
    }
  }

  @Test
  void pythonGivesBackWhatItWasGiven() {
    RandomValues values = new RandomValues(4, true);
    Dialect dialect = Dialect.LENIENT.writing(Extension.NIL);
    List<MethodCall> calls = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      calls.add(MethodCall.of("m" + i, values.next(), values.next()));
    }
    List<byte[]> answers =
        Python.ask(
            """
            params, name = loads(line, use_builtin_types=True)
            return dumps(params, name, allow_none=True).encode()""",
            calls.stream().map(call -> call.write(dialect, Limits.DEFAULT)).toList());
    assertThat(answers).hasSameSizeAs(calls);
    for (int i = 0; i < calls.size(); i++) {
      assertThat(MethodCall.read(answers.get(i))).isEqualTo(calls.get(i));
    }
  }

  @Test
  void pythonReadsWhatItWouldNotWrite() {
    List<Value> values =
        List.of(
            Value.of(3_000_000_000L),
            Value.of(Long.MIN_VALUE),
            Value.of("a\rb\r\nc"),
            Value.of(Double.POSITIVE_INFINITY),
            Value.of(1e300));
    Dialect dialect = Dialect.STRICT.writing(Extension.values());
    assertThat(
            Python.ask(
                    "return repr(loads(line)[0][0]).encode()",
                    values.stream()
                        .map(value -> MethodCall.of("m", value).write(dialect, Limits.DEFAULT))
                        .toList())
                .stream()
                .map(Wire::text))
        .containsExactly("3000000000", "-9223372036854775808", "'a\\rb\\r\\nc'", "inf", "1e+300");
  }
}
