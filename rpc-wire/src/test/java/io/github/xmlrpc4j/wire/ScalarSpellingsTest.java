package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the specification allows, in all its spellings: nothing of it is a deviation. */
class ScalarSpellingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <int>0</int>                        | 0
          <i4>41</i4>                         | 41
          <int>-12</int>                      | -12
          <int>+1</int>                       | 1
          <int>-0</int>                       | 0
          <int>007</int>                      | 7
          <int>-2147483648</int>              | -2147483648
          <int>2147483647</int>               | 2147483647
          <int>0000000000000000000000042</int>| 42
          <int>1<!-- and -->2</int>           | 12
          <int>1<?and ?>2</int>               | 12
          <int><![CDATA[12]]></int>           | 12
          <int>&#49;&#x32;</int>              | 12
          """)
  void anIntegerIsASignAndDigits(String element, int number) {
    assertThat(strict(element)).isEqualTo(Value.of(number));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "<!-- -->1, true", "&#48;, false", "<![CDATA[1]]>, true"})
  void aBooleanIsZeroOrOne(String content, boolean truth) {
    assertThat(strict("<boolean>" + content + "</boolean>")).isEqualTo(Value.of(truth));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0, -0.0",
    "-12.214, -12.214",
    "+1.5, 1.5",
    "5, 5.0",
    "0.1, 0.1",
    "00.50, 0.5",
    "123456789012345, 123456789012345.0",
    "1234567890123456, 1234567890123456.0",
    "9007199254740993, 9007199254740992.0",
    "12345678901234567890, 12345678901234567000.0",
    "0.000000000000001, 0.000000000000001",
    "1234567.87654321, 1234567.87654321",
    "3.141592653589793238462643383279, 3.141592653589793",
    "0.1000000000000000055511151231257827, 0.1",
    "1<!-- and -->.5, 1.5"
  })
  void aDoubleIsDecimalDigitsWithAPointOrWithout(String content, double number) {
    assertThat(strict("<double>" + content + "</double>")).isEqualTo(Value.of(number));
  }

  @Test
  void aDoublesDigitsReadAsThoseOfJavaDo() {
    for (int point = 1; point < 15; point++) {
      for (String digits : new String[] {"999999999999999", "123456789012345", "100000000000001"}) {
        String text = digits.substring(0, point) + "." + digits.substring(point);
        assertThat(strict("<double>" + text + "</double>"))
            .isEqualTo(Value.of(Double.parseDouble(text)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<value>a b</value>",
        "<value><string>a b</string></value>",
        "<value><![CDATA[a b]]></value>",
        "<value>a<!-- --> <?pi?>b</value>",
        "<value>&#97;&#x20;b</value>",
        "<value><!-- first -->a b</value>",
        "<value>\n <string>a b</string>\t\r\n</value>",
        "<value><!-- --><string>a b</string><?pi?></value>"
      })
  void aStringNeedsNoType(String value) {
    assertThat(Wire.read(value, Dialect.STRICT)).isEqualTo(Value.of("a b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<value/>",
        "<value></value>",
        "<value><string/></value>",
        "<value><string></string></value>"
      })
  void aStringMayBeEmpty(String value) {
    assertThat(Wire.read(value, Dialect.STRICT)).isEqualTo(Value.of(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<value>%s</value>", "<value><string>%s</string></value>"})
  void whiteSpaceInAStringIsKept(String value) {
    for (String text : new String[] {" ", " \n\t ", " a\n b ", "\n"}) {
      assertThat(Wire.read(value.formatted(text), Dialect.STRICT)).isEqualTo(Value.of(text));
    }
  }

  @Test
  void aLineEndIsALineFeedAndAReferenceToCarriageReturnIsNone() {
    assertThat(strict("<string>a\r\nb\rc\nd\r\r\ne&#13;f&#13;\ng<![CDATA[\r\nh\ri]]></string>"))
        .isEqualTo(Value.of("a\nb\nc\nd\n\ne\rf\r\ng\nh\ni"));
  }

  @Test
  void charactersBeyondAsciiAreThemselvesAndTheirReferences() {
    assertThat(strict("<string>é€😀&#233;&#x20AC;&#128512;&#x1f600;</string>"))
        .isEqualTo(Value.of("é€😀é€😀😀"));
    assertThat(strict("<string>&lt;&gt;&amp;&apos;&quot;&#38;lt;</string>"))
        .isEqualTo(Value.of("<>&'\"&lt;"));
    assertThat(strict("<string>\u007f\u0085\u2028\ud7ff\ue000\ufffd\udbff\udfff</string>"))
        .isEqualTo(Value.of("\u007f\u0085\u2028\ud7ff\ue000\ufffd\udbff\udfff"));
  }

  @ParameterizedTest
  @CsvSource({
    "19980717T14:08:55, 1998-07-17T14:08:55",
    "00010101T00:00:00, 0001-01-01T00:00:00",
    "99991231T23:59:59, 9999-12-31T23:59:59",
    "20240229T00:00:00, 2024-02-29T00:00:00"
  })
  void aDateHasATime(String content, LocalDateTime local) {
    assertThat(strict("<dateTime.iso8601>" + content + "</dateTime.iso8601>"))
        .isEqualTo(Value.Time.of(local));
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "eW91, you", "eW8=, yo", "eQ==, y", "<!-- -->eW91, you", "&#101;W91, you"})
  void base64IsBytes(String content, String text) {
    assertThat(strict("<base64>" + content + "</base64>"))
        .isEqualTo(Value.Bytes.of(Wire.utf8(text)));
  }

  @Test
  void emptyBase64MayCloseItself() {
    assertThat(strict("<base64/>")).isEqualTo(Value.Bytes.of());
  }

  @Test
  void anArrayHoldsValuesOfAnyKind() {
    assertThat(
            strict(
                "<array> <data><value><i4>1</i4></value> <!-- --> <value>x</value>"
                    + "<value><array><data/></array></value></data>\n</array>"))
        .isEqualTo(Value.Array.of(Value.of(1), Value.of("x"), Value.Array.of()));
    assertThat(strict("<array><data></data></array>")).isEqualTo(Value.Array.of());
  }

  @Test
  void aStructHoldsMembersInTheirOrder() {
    Value.Struct struct =
        (Value.Struct)
            strict(
                """
                <struct>
                  <member><name>b</name><value><int>1</int></value></member>
                  <member> <name>a &amp; c</name> <value/> </member>
                  <member><name/><value><struct/></value></member>
                </struct>""");
    assertThat(struct.members().keySet()).containsExactly("b", "a & c", "");
    assertThat(struct.members().values())
        .containsExactly(Value.of(1), Value.of(""), Value.Struct.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <biginteger>5</biginteger>                      | Int[value=5]
          <biginteger>-3000000000</biginteger>            | Long[value=-3000000000]
          <biginteger>9223372036854775808</biginteger>    | Decimal[value=9223372036854775808]
          <bigdecimal>5</bigdecimal>                      | Int[value=5]
          <bigdecimal>0.10</bigdecimal>                   | Decimal[value=0.10]
          <bigdecimal>1E+3</bigdecimal>                   | Decimal[value=1E+3]
          <float>1.5</float>                              | Real[value=1.5]
          <i1>-5</i1>                                     | Int[value=-5]
          <i2>300</i2>                                    | Int[value=300]
          <i8>5</i8>                                      | Long[value=5]
          <i8>-9223372036854775808</i8>                   | Long[value=-9223372036854775808]
          <i8>9223372036854775807</i8>                    | Long[value=9223372036854775807]
          <nil/>                                          | NIL
          <nil></nil>                                     | NIL
          """)
  void theTypesOfExtensionsAreValuesToo(String element, String value) {
    assertThat(Wire.read("<value>" + element + "</value>", Dialect.LENIENT)).hasToString(value);
  }

  @Test
  void aDecimalHasAllItsDigits() {
    DocumentReader in =
        Wire.reader(
            "<value><double>0.1000000000000000055511151231257827</double></value>", Dialect.STRICT);
    assertThat(in.readDecimal()).isEqualTo(new BigDecimal("0.1000000000000000055511151231257827"));
  }

  private static Value strict(String element) {
    return Wire.read("<value>" + element + "</value>", Dialect.STRICT);
  }
}
