package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Byte for byte what Python's {@code xmlrpc.client.dumps} writes, but for three things. */
class PythonLayoutTest {
  private static final Dialect DIALECT = Dialect.STRICT.writing(Extension.NIL);

  @Test
  void valuesAreWrittenAsPythonWritesThem() {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("0", Value.of(0));
    values.put("-1", Value.of(-1));
    values.put("2**31 - 1", Value.of(Integer.MAX_VALUE));
    values.put("-2**31", Value.of(Integer.MIN_VALUE));
    values.put("True", Value.of(true));
    values.put("False", Value.of(false));
    values.put("None", Value.nil());
    values.put("''", Value.of(""));
    values.put("'x'", Value.of("x"));
    values.put("'<a href=\"x\">&amp;\\'</a> ]]>'", Value.of("<a href=\"x\">&amp;'</a> ]]>"));
    values.put("' a\\tb\\nc '", Value.of(" a\tb\nc "));
    values.put("'é€😀\\u0085\\u2028\\x7f'", Value.of("é€😀\u0085\u2028\u007f"));
    values.put("0.0", Value.of(0.0));
    values.put("-0.0", Value.of(-0.0));
    values.put("-12.214", Value.of(-12.214));
    values.put("0.1 + 0.2", Value.of(0.1 + 0.2));
    values.put("1e15", Value.of(1e15));
    values.put("2.0**52 + 0.5", Value.of(0x1p52 + 0.5));
    values.put("0.0001", Value.of(0.0001));
    values.put("1/3", Value.of(1 / 3.0));
    values.put(
        "datetime.datetime(1998, 7, 17, 14, 8, 55)",
        Value.Time.of(LocalDateTime.of(1998, 7, 17, 14, 8, 55)));
    values.put("DateTime('00010101T00:00:00')", Value.Time.of(LocalDateTime.of(1, 1, 1, 0, 0, 0)));
    values.put("[]", Value.Array.of());
    values.put("[1, 'x', []]", Value.Array.of(Value.of(1), Value.of("x"), Value.Array.of()));
    values.put("(None, None)", Value.Array.of(Value.nil(), Value.nil()));
    values.put("{}", Value.Struct.empty());
    values.put(
        "{'a': 1, 'b<': {'': None}, 'c': [True]}",
        Value.Struct.empty()
            .with("a", Value.of(1))
            .with("b<", Value.Struct.empty().with("", Value.nil()))
            .with("c", Value.Array.of(Value.of(true))));
    assertSame(
        values,
        "return dumps((eval(line),), 'm', allow_none=True).encode()",
        value -> MethodCall.of("m", value).write(DIALECT, Limits.DEFAULT));
    assertSame(
        values,
        "return dumps((eval(line),), methodresponse=True, allow_none=True).encode()",
        value -> new MethodResponse.Success(value).write(DIALECT, Limits.DEFAULT));
  }

  @Test
  void messagesAreWrittenAsPythonWritesThem() {
    List<byte[]> ours =
        List.of(
            MethodCall.of("a.b").write(),
            MethodCall.of("a.b/c:d", Value.of(1), Value.of("x")).write(),
            new MethodResponse.Failure(new Fault(-32601, "no <method>")).write());
    List<byte[]> theirs =
        Python.ask(
            "return eval(line).encode()",
            List.of(
                Wire.utf8("dumps((), 'a.b')"),
                Wire.utf8("dumps((1, 'x'), 'a.b/c:d')"),
                Wire.utf8("dumps(Fault(-32601, 'no <method>'))")));
    assertThat(texts(ours)).isEqualTo(texts(theirs));
  }

  @Test
  void doublesHaveTheDigitsOfPython() {
    RandomValues random = new RandomValues(5, true);
    List<Double> doubles = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      doubles.add(random.real());
    }
    for (int i = -40; i < 40; i++) {
      doubles.add(Math.scalb(1.0, i));
      doubles.add(Double.parseDouble("1e" + i));
      doubles.add(Math.nextUp(Double.parseDouble("2e" + i)));
    }
    doubles.addAll(List.of(Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, 2e-323));
    // Python's form has an exponent from 1e16 up and below 1e-4; ours has the zeros instead.
    List<byte[]> theirs =
        Python.ask(
            """
            from decimal import Decimal
            import struct
            text = format(Decimal(repr(struct.unpack('>d', line)[0])), 'f')
            return (text if '.' in text else text + '.0').encode()""",
            doubles.stream()
                .map(number -> ByteBuffer.allocate(8).putDouble(number).array())
                .toList());
    for (int i = 0; i < doubles.size(); i++) {
      assertThat(Numbers.plain(doubles.get(i))).isEqualTo(Wire.text(theirs.get(i)));
    }
  }

  @Test
  void threeThingsAreWrittenOtherwise() {
    byte[] bytes = new byte[100];
    assertDifferent(
        "Binary(bytes(100))",
        Value.Bytes.of(bytes),
        "<base64>\n" + "A".repeat(76) + "\n" + "A".repeat(58) + "==\n</base64>",
        "<base64>" + "A".repeat(134) + "==</base64>");
    assertDifferent(
        "1e16", Value.of(1e16), "<double>1e+16</double>", "<double>10000000000000000.0</double>");
    assertDifferent(
        "'a\\rb'", Value.of("a\rb"), "<string>a\rb</string>", "<string>a&#13;b</string>");
  }

  private static void assertDifferent(String python, Value value, String theirs, String ours) {
    String call =
        Wire.text(
            Python.ask("return dumps((eval(line),), 'm').encode()", List.of(Wire.utf8(python)))
                .get(0));
    assertThat(call).contains(theirs);
    assertThat(Wire.written(value, DIALECT)).isEqualTo(call.replace(theirs, ours));
  }

  private static void assertSame(
      Map<String, Value> values, String python, Function<Value, byte[]> writing) {
    List<byte[]> theirs = Python.ask(python, values.keySet().stream().map(Wire::utf8).toList());
    List<byte[]> ours = values.values().stream().map(writing).toList();
    assertThat(texts(ours)).isEqualTo(texts(theirs));
  }

  private static List<String> texts(List<byte[]> documents) {
    return documents.stream().map(Wire::text).toList();
  }
}
