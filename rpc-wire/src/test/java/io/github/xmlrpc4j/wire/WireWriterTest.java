package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireWriterTest {
  private static final Dialect PLAIN = Dialect.STRICT;
  private static final Dialect ALL =
      Dialect.STRICT.writing(
          EnumSet.complementOf(EnumSet.of(Extension.APACHE_TYPE)).toArray(Extension[]::new));

  @Test
  void linesEndWherePythonsEnd() {
    Value struct =
        Value.Struct.empty()
            .with("a", Value.of(1))
            .with("b & c", Value.Array.of(Value.of("x"), Value.Array.of(), Value.of(true)))
            .with("", Value.Struct.empty());
    assertThat(Wire.written(struct, PLAIN))
        .isEqualTo(
            """
            <?xml version='1.0'?>
            <methodCall>
            <methodName>m</methodName>
            <params>
            <param>
            <value><struct>
            <member>
            <name>a</name>
            <value><int>1</int></value>
            </member>
            <member>
            <name>b &amp; c</name>
            <value><array><data>
            <value><string>x</string></value>
            <value><array><data>
            </data></array></value>
            <value><boolean>1</boolean></value>
            </data></array></value>
            </member>
            <member>
            <name></name>
            <value><struct>
            </struct></value>
            </member>
            </struct></value>
            </param>
            </params>
            </methodCall>
            """);
  }

  @Test
  void theCompactLayoutHasNoLineAtAll() {
    Value struct =
        Value.Struct.empty().with("a", Value.Array.of(Value.of("x\ny"), Value.of(false)));
    assertThat(Wire.written(struct, PLAIN.laidOut(Layout.COMPACT)))
        .isEqualTo(
            "<?xml version='1.0'?><methodCall><methodName>m</methodName><params><param>"
                + "<value><struct><member><name>a</name><value><array><data>"
                + "<value><string>x\ny</string></value><value><boolean>0</boolean></value>"
                + "</data></array></value></member></struct></value>"
                + "</param></params></methodCall>");
    assertThat(
            Wire.text(
                new MethodResponse.Failure(new Fault(1, "x"))
                    .write(PLAIN.laidOut(Layout.COMPACT), Limits.DEFAULT)))
        .isEqualTo(
            "<?xml version='1.0'?><methodResponse><fault><value><struct>"
                + "<member><name>faultCode</name><value><int>1</int></value></member>"
                + "<member><name>faultString</name><value><string>x</string></value></member>"
                + "</struct></value></fault></methodResponse>");
  }

  @Test
  void aCallWithoutParametersHasThemEmpty() {
    assertThat(Wire.text(MethodCall.of("m").write()))
        .isEqualTo(
            """
            <?xml version='1.0'?>
            <methodCall>
            <methodName>m</methodName>
            <params>
            </params>
            </methodCall>
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "9, 9",
    "10, 10",
    "-1, -1",
    "2147483647, 2147483647",
    "-2147483648, -2147483648"
  })
  void integersAreInts(int number, String digits) {
    assertThat(element(Value.of(number), ALL)).isEqualTo("<int>" + digits + "</int>");
    assertThat(element(Value.of((long) number), PLAIN)).isEqualTo("<int>" + digits + "</int>");
    assertThat(element(Value.of((long) number), ALL)).isEqualTo("<i8>" + digits + "</i8>");
    WireWriter out = new WireWriter(ALL, Limits.DEFAULT);
    out.writeLong(number);
    assertThat(out).hasToString("<value><int>" + digits + "</int></value>\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {2147483648L, -2147483649L, Long.MAX_VALUE, Long.MIN_VALUE})
  void integersOutsideOf32BitsNeedAnExtension(long number) {
    assertThat(element(Value.of(number), PLAIN.writing(Extension.I8)))
        .isEqualTo("<i8>" + number + "</i8>");
    assertUnwritable(
        Value.of(number),
        number + " does not fit <int>, which has 32 bits (Extension.I8 allows <i8>)");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "-12.214, -12.214",
    "0.1, 0.1",
    "1e7, 10000000.0",
    "123456789.125, 123456789.125",
    "1e16, 10000000000000000.0",
    "1.5e20, 150000000000000000000.0",
    "1e-3, 0.001",
    "1e-5, 0.00001",
    "-2.5e-9, -0.0000000025",
    "9007199254740993, 9007199254740992.0"
  })
  void doublesArePlainDigits(double number, String digits) {
    assertThat(element(Value.of(number), PLAIN)).isEqualTo("<double>" + digits + "</double>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.7976931348623157e308",
        "4.9e-324",
        "2.2250738585072014e-308",
        "-1e300",
        "1e22",
        "1e23",
        "2e23",
        "8.41e21",
        "5e-324",
        "2.0e-3",
        "3.141592653589793",
        "9007199254740991",
        "1.1e-5"
      })
  void anyDoubleIsReadBackAsItWas(double number) {
    String written = Wire.written(Value.of(number), PLAIN);
    assertThat(written).doesNotContain("E").doesNotContain("e+").contains(".");
    assertThat(Wire.read(Wire.utf8(written), Dialect.STRICT)).isEqualTo(Value.of(number));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aDoubleThatIsNotFiniteNeedsAnExtension(double number) {
    assertThat(element(Value.of(number), PLAIN.writing(Extension.DOUBLE_NOT_FINITE)))
        .isEqualTo("<double>" + number + "</double>");
    assertUnwritable(
        Value.of(number), number + " is not finite (Extension.DOUBLE_NOT_FINITE allows it)");
  }

  @ParameterizedTest
  @CsvSource({
    "0.10, 0.1",
    "5, 5.0",
    "1E+3, 1000.0",
    "-0.5, -0.5",
  })
  void aDecimalThatADoubleHoldsIsOne(BigDecimal number, String digits) {
    assertThat(element(new Value.Decimal(number), PLAIN))
        .isEqualTo("<double>" + digits + "</double>");
    assertThat(element(new Value.Decimal(number), ALL))
        .isEqualTo("<bigdecimal>" + number + "</bigdecimal>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1000000000000000000001", "1152921504606846976", "1E+400", "1E-400"})
  void anyOtherDecimalNeedsAnExtension(BigDecimal number) {
    assertThat(element(new Value.Decimal(number), PLAIN.writing(Extension.BIGDECIMAL)))
        .isEqualTo("<bigdecimal>" + number + "</bigdecimal>");
    assertUnwritable(
        new Value.Decimal(number),
        number + " does not fit <double> without loss (Extension.BIGDECIMAL allows <bigdecimal>)");
  }

  @Test
  void anIntegerOfAnySizeIsTheSmallestKindThatHoldsIt() {
    assertThat(Value.of(BigInteger.valueOf(Integer.MAX_VALUE))).isEqualTo(Value.of(2147483647));
    assertThat(Value.of(BigInteger.valueOf(Integer.MIN_VALUE))).isEqualTo(Value.of(-2147483648));
    assertThat(Value.of(BigInteger.valueOf(2147483648L))).isEqualTo(Value.of(2147483648L));
    assertThat(Value.of(BigInteger.valueOf(Long.MIN_VALUE))).isEqualTo(Value.of(Long.MIN_VALUE));
    assertThat(Value.of(BigInteger.TWO.pow(63)))
        .isEqualTo(new Value.Decimal(new BigDecimal("9223372036854775808")));
  }

  @Test
  void charactersThatMeanMarkupAreEscaped() {
    assertThat(element(Value.of("<a href='x'>&amp;</a> \"]]>\""), PLAIN))
        .isEqualTo("<string>&lt;a href='x'&gt;&amp;amp;&lt;/a&gt; \"]]&gt;\"</string>");
    assertThat(element(Value.of("a\tb\nc\rd\r\ne"), PLAIN))
        .isEqualTo("<string>a\tb\nc&#13;d&#13;\ne</string>");
    assertThat(element(Value.of("\u007f\u0080é€\ud7ff\ue000\ufffd😀\udbff\udfff"), PLAIN))
        .isEqualTo("<string>\u007f\u0080é€\ud7ff\ue000\ufffd😀\udbff\udfff</string>");
  }

  @ParameterizedTest
  @CsvSource({
    "'a\u0000', 0000, 1",
    "'\u0001', 0001, 0",
    "'ab\u000b', 000B, 2",
    "'\u001f', 001F, 0",
    "'a\ufffe', FFFE, 1",
    "'é\uffff', FFFF, 1",
    "'ab\ud83d', D83D, 2",
    "'ab\ud83dx', D83D, 2",
    "'\ude00x', DE00, 0",
    "'😀\ude00', DE00, 2",
    "'\ud83d\ud83d\ude00', D83D, 0"
  })
  void charactersThatXmlForbidsAreRefused(String text, String hex, int index) {
    String problem =
        "the character U+"
            + hex
            + " at index "
            + index
            + " cannot stand in XML; send the text as base64";
    assertUnwritable(Value.of(text), problem);
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> MethodCall.of(text).write())
        .withMessage("methodName: " + problem);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 100, 12287, 12288, 12289, 40000})
  void base64IsOnOneLine(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    assertThat(element(Value.Bytes.of(bytes), PLAIN))
        .isEqualTo("<base64>" + Base64.getEncoder().encodeToString(bytes) + "</base64>");
  }

  @ParameterizedTest
  @CsvSource({
    "1998-07-17T14:08:55, 19980717T14:08:55",
    "0001-01-01T00:00:00, 00010101T00:00:00",
    "0000-01-01T00:00:00, 00000101T00:00:00",
    "9999-12-31T23:59:59, 99991231T23:59:59"
  })
  void datesHaveTheSpecificationsForm(LocalDateTime local, String text) {
    assertThat(element(Value.Time.of(local), PLAIN))
        .isEqualTo("<dateTime.iso8601>" + text + "</dateTime.iso8601>");
  }

  @ParameterizedTest
  @CsvSource({
    "1998-07-17T14:08:55.250Z, 19980717T14:08:55.25Z",
    "1998-07-17T14:08:55.000000001+02:00, 19980717T14:08:55.000000001+02:00",
    "1998-07-17T14:08:55-09:30, 19980717T14:08:55-09:30"
  })
  void fractionsAndOffsetsNeedExtensions(OffsetDateTime time, String text) {
    assertThat(element(Value.Time.of(time), ALL))
        .isEqualTo("<dateTime.iso8601>" + text + "</dateTime.iso8601>");
  }

  @Test
  void datesThatWouldChangeAreRefused() {
    assertUnwritable(
        Value.Time.of(LocalDateTime.parse("1998-07-17T14:08:55.25")),
        "1998-07-17T14:08:55.250 has a fraction of a second; truncate it to seconds"
            + " (Extension.DATE_FRACTION allows it)");
    assertUnwritable(
        Value.Time.of(OffsetDateTime.parse("1998-07-17T14:08:55+02:00")),
        "the date has the offset +02:00; send it as a local date (Extension.DATE_ZONE allows it)");
    for (String year : List.of("+10000", "-0001")) {
      assertUnwritable(
          Value.Time.of(LocalDateTime.parse(year + "-01-01T00:00:00")),
          "the year " + Integer.parseInt(year) + " does not have four digits");
    }
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(
            () -> element(Value.Time.of(OffsetDateTime.parse("1900-01-01T00:00:00+00:19:32")), ALL))
        .withMessage("params[0]: the offset +00:19:32 has seconds");
  }

  @Test
  void nilNeedsAnExtension() {
    assertThat(element(Value.nil(), PLAIN.writing(Extension.NIL))).isEqualTo("<nil/>");
    assertUnwritable(Value.nil(), "there is no value, and no nil without Extension.NIL");
  }

  @Test
  void aRefusalNamesTheWayToTheValue() {
    Value deep =
        Value.Array.of(
            Value.of(1),
            Value.Struct.empty()
                .with("a", Value.of(1))
                .with("point-list", Value.Array.of(Value.Struct.empty().with("x y", Value.nil()))));
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> MethodCall.of("m", Value.of(0), deep).write())
        .withMessage(
            "params[1][1].point-list[0][\"x y\"]: there is no value, and no nil without"
                + " Extension.NIL")
        .satisfies(
            e -> {
              assertThat(e.path()).isEqualTo("params[1][1].point-list[0][\"x y\"]");
              assertThat(e.faultCode()).isEqualTo(FaultCodes.INTERNAL_ERROR);
            });
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> new MethodResponse.Success(deep).write())
        .withMessageStartingWith("result[1].point-list[0][\"x y\"]: ");
    Value.Struct more = Value.Struct.empty().with("more", Value.nil());
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> new MethodResponse.Failure(new Fault(1, "x", more)).write())
        .withMessageStartingWith("fault.more: ");
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(
            () ->
                new MethodResponse.Success(Value.Struct.empty().with("a\u0001", Value.of(1)))
                    .write())
        .withMessageStartingWith("result[\"a\\u0001\"]: the character U+0001 at index 1");
  }

  @Test
  void aMethodHasAName() {
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> MethodCall.of("").write())
        .withMessage("methodName: a method's name is not empty");
    assertThat(Wire.text(MethodCall.of("a<b").write())).contains("<methodName>a&lt;b</methodName>");
  }

  @ParameterizedTest
  @ValueSource(strings = {" m", "m ", "\tm", "m\n", " "})
  void aMethodNameWithBlanksAtItsEndsIsRefusedSinceReadersDropThem(String name) {
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> new MethodCall(name, List.of()).write())
        .withMessage("methodName: a method's name has no white space at its ends");
  }

  @Test
  void theDocumentIsThereAsArrayBufferAndText() {
    WireWriter out = new WireWriter(PLAIN, Limits.DEFAULT);
    out.writeString("é");
    assertThat(out.toByteArray()).isEqualTo(Wire.utf8("<value><string>é</string></value>\n"));
    assertThat(out.toByteBuffer()).isEqualTo(ByteBuffer.wrap(out.toByteArray()));
    assertThat(out.size()).isEqualTo(35);
    assertThat(out.dialect()).isEqualTo(PLAIN);
    assertThat(out.limits()).isEqualTo(Limits.DEFAULT);
  }

  private static String element(Value value, Dialect dialect) {
    String written = Wire.written(value, dialect.laidOut(Layout.COMPACT));
    return written.substring(
        written.indexOf("<value>") + "<value>".length(), written.lastIndexOf("</value>"));
  }

  private static void assertUnwritable(Value value, String problem) {
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Wire.written(value, PLAIN))
        .withMessage("params[0]: " + problem);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void namesThatComeAgainAreWrittenAsTheFirstTime(Layout layout) {
    Dialect dialect = Dialect.STRICT.laidOut(layout);
    List<String> names =
        List.of("a", "<&>", "é", "日本語", "😀", "", "x".repeat(64), "y".repeat(65), "a\rb", "]]>");
    Value.Struct row = Value.Struct.empty();
    for (String name : names) {
      row = row.with(name, Value.of(1));
    }
    String one = Wire.written(row, dialect);
    String start = layout == Layout.LINES ? "<param>\n" : "<param>";
    String end = layout == Layout.LINES ? "</param>\n" : "</param>";
    String value = one.substring(one.indexOf(start) + start.length(), one.indexOf(end));
    String many = Wire.written(new Value.Array(Collections.nCopies(1_000, row)), dialect);
    assertThat(many).contains(value.repeat(1_000));
    assertThat(Wire.read(Wire.utf8(many), dialect))
        .isEqualTo(new Value.Array(Collections.nCopies(1_000, row)));
  }

  @Test
  void aLargeMapIsWrittenWithEachOfItsNames() {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = 0; i < 5_000; i++) {
      members.put("name " + i * 7919 % 5_000, Value.of(i));
    }
    Value twice = Value.Array.of(new Value.Struct(members), new Value.Struct(members));
    assertThat(Wire.read(Wire.utf8(Wire.written(twice, Dialect.STRICT)), Dialect.STRICT))
        .isEqualTo(twice);
  }

  @Test
  void aWriterThatGaveUpItsDocumentWritesAnother() {
    String large = "x".repeat(300_000);
    WireWriter first = new WireWriter(Dialect.STRICT, Limits.DEFAULT);
    WireWriter second = new WireWriter(Dialect.STRICT, Limits.DEFAULT);
    for (int round = 0; round < 3; round++) {
      MethodCall one = MethodCall.of("one", Value.of(large));
      MethodCall other = MethodCall.of("other", Value.of(large.replace('x', 'y')));
      write(first, one);
      write(second, other);
      assertThat(MethodCall.read(first.toByteArray())).isEqualTo(one);
      assertThat(MethodCall.read(second.toByteArray())).isEqualTo(other);
      first.release();
      assertThat(first.size()).isZero();
      assertThat(MethodCall.read(second.toByteArray())).isEqualTo(other);
      second.release();
    }
  }

  private static void write(WireWriter out, MethodCall call) {
    out.beginCall(call.methodName());
    call.params().forEach(out::writeValue);
    out.endCall();
  }
}
