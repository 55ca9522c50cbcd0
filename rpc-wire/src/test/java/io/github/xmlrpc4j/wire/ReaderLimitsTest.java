package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit on what is read, at the limit and one over. */
class ReaderLimitsTest {
  private static final Limits LIMITS = Limits.DEFAULT;

  @Test
  void aDocumentHasSoManyBytes() {
    byte[] call = Wire.call("<value>é</value>");
    Limits limits = LIMITS.withMaxDocumentBytes(call.length);
    assertThat(read(call, limits)).isEqualTo(Value.of("é"));
    byte[] longer = Arrays.copyOf(call, call.length + 1);
    assertRefused(
        longer,
        limits,
        "a document of 102 bytes exceeds the limit of 101 (Limits.maxDocumentBytes) at line 1,"
            + " column 1 (byte 0)",
        "maxDocumentBytes",
        101);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <value>12345</value>                       | <value>123456</value>                   | 7
          <value><string>12345</string></value>      | <value><string>123456</string></value>  | 15
          <value>€€€€€</value>                       | <value>€€€€€€</value>                   | 7
          <value>x😀😀</value>                       | <value>x😀😀x</value>                   | 7
          <value>&#65;&lt;345</value>                | <value>12345&#65;</value>               | 7
          <value><![CDATA[12345]]></value>           | <value>123<![CDATA[456]]></value>       | 7
          <value>1<!-- not counted -->2345</value>   | <value>1<!-- -->23456</value>           | 7
          <value>1&#13;&#10;45</value>               | <value>1&#13;&#10;456</value>           | 7
          """)
  void aStringHasSoManyCharacters(String atLimit, String over, int offset) {
    Limits limits = LIMITS.withMaxStringLength(5);
    assertThat(((Value.Str) read(Wire.call(atLimit), limits)).value()).hasSize(5);
    assertRefused(
        Wire.call(over),
        limits,
        "a text of more than 5 characters exceeds the limit of 5 (Limits.maxStringLength) at line"
            + " 2, column "
            + (offset + 1)
            + " (byte "
            + (54 + offset)
            + ")",
        "maxStringLength",
        5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MTIzNDU2",
        "MTIz\nNDU2",
        " MTIzNDU2",
        "MTIzNDU2NzhA",
        "MTIzNDU2\n",
        "MTIzNDU2MTIzNDU2MTIzNDU2MTIzNDU2MTIzNDU2MTIzNDU2MTIzNDU2MTIzNDU2MTIzNDU2MTIzNDU2MTIzNDU2"
      })
  void base64HasSoManyBytes(String over) {
    Limits limits = LIMITS.withMaxStringLength(5);
    assertThat(read(Wire.call("<value><base64>MTIzNDU=</base64></value>"), limits))
        .isEqualTo(Value.Bytes.of(Wire.utf8("12345")));
    assertThat(read(Wire.call("<value><base64>\nMTIz\nNDU=\n</base64></value>"), limits))
        .isEqualTo(Value.Bytes.of(Wire.utf8("12345")));
    assertRefused(
        Wire.call("<value><base64>" + over + "</base64></value>"),
        limits,
        "base64 of more than 5 bytes exceeds the limit of 5 (Limits.maxStringLength) at line 2,"
            + " column 16 (byte 69)",
        "maxStringLength",
        5);
  }

  @Test
  void aMembersNameHasSoManyCharacters() {
    Limits limits = LIMITS.withMaxNameLength(5);
    for (String name : new String[] {"12345", "1234é", "123&lt;5", "1<![CDATA[2345]]>"}) {
      String struct =
          "<value><struct><member><name>" + name + "%s</name><value/></member></struct></value>";
      assertThat(((Value.Struct) read(Wire.call(struct.formatted("")), limits)).members())
          .hasSize(1);
      assertRefused(
          Wire.call(struct.formatted("6")),
          limits,
          "a name of more than 5 characters exceeds the limit of 5 (Limits.maxNameLength) at line"
              + " 2, column 30 (byte 83)",
          "maxNameLength",
          5);
    }
  }

  @Test
  void aMethodsNameHasSoManyCharacters() {
    Limits limits = LIMITS.withMaxNameLength(5);
    assertThat(MethodCall.read(call("a.b.c"), Dialect.LENIENT, limits))
        .isEqualTo(MethodCall.of("a.b.c"));
    assertRefused(
        call("a.b.cd"),
        limits,
        "a name of more than 5 characters exceeds the limit of 5 (Limits.maxNameLength) at line 1,"
            + " column 25 (byte 24)",
        "maxNameLength",
        5);
  }

  @ParameterizedTest
  @CsvSource({
    "<int>+12345678901234567</int>, 5",
    "<int>0000000000000000001</int>, 5",
    "<int>                  1</int>, 5",
    "<double>1.2345678901234567</double>, 8",
    "<boolean>                  1</boolean>, 9",
    "<bigdecimal>1.2345678901234567</bigdecimal>, 12",
    "<biginteger>123456789012345678</biginteger>, 12",
    "<dateTime.iso8601>19980717T14:08:55Z</dateTime.iso8601>, 18"
  })
  void aNumberHasSoManyCharacters(String element, int offset) {
    int length = element.indexOf('<', 1) - element.indexOf('>') - 1;
    assertThat(
            read(Wire.call("<value>" + element + "</value>"), LIMITS.withMaxNumberLength(length)))
        .isNotNull();
    int less = length - 1;
    assertRefused(
        Wire.call("<value>" + element + "</value>"),
        LIMITS.withMaxNumberLength(less),
        "a number of more than "
            + less
            + " characters exceeds the limit of "
            + less
            + " (Limits.maxNumberLength) at line 2, column "
            + (8 + offset)
            + " (byte "
            + (61 + offset)
            + ")",
        "maxNumberLength",
        less);
  }

  @ParameterizedTest
  @CsvSource({
    "1e20, 1e21",
    "1e-20, 1e-21",
    "12345e-20, 12345e-21",
    "1.5e-19, 1.5e-20",
    "1e20, 1e99999999999",
    "1e20, 1e-99999999999",
    "1e20, 1e2147483648"
  })
  void aDecimalsExponentCountsAsItsDigits(String atLimit, String over) {
    Limits limits = LIMITS.withMaxNumberLength(20);
    assertThat(read(Wire.call("<value><bigdecimal>" + atLimit + "</bigdecimal></value>"), limits))
        .isInstanceOf(Value.Decimal.class);
    assertRefused(
        Wire.call("<value><bigdecimal>" + over + "</bigdecimal></value>"),
        limits,
        "the exponent of "
            + over
            + " exceeds the limit of 20 (Limits.maxNumberLength) at line 2, column 20 (byte 73)",
        "maxNumberLength",
        20);
  }

  @Test
  void aDocumentHasSoManyValues() {
    String array = "<value><array><data><value/><value/>%s</data></array></value>";
    Limits limits = LIMITS.withMaxValues(3);
    assertThat(read(Wire.call(array.formatted("")), limits)).isInstanceOf(Value.Array.class);
    assertRefused(
        Wire.call(array.formatted("<value/>")),
        limits,
        "a document of more than 3 values exceeds the limit of 3 (Limits.maxValues) at line 2,"
            + " column 45 (byte 98)",
        "maxValues",
        3);
    assertRefused(
        Wire.utf8(
            "<methodCall><methodName>m</methodName><params>\n"
                + "<param><value/></param>\n".repeat(4)
                + "</params></methodCall>"),
        limits,
        "a document of more than 3 values exceeds the limit of 3 (Limits.maxValues) at line 5,"
            + " column 16 (byte 134)",
        "maxValues",
        3);
  }

  @Test
  void aValueThatComesBeforeItsNameCountsOnce() {
    String struct =
        "<value><struct><member><value>1</value><name>a</name></member></struct></value>";
    assertThat(read(Wire.call(struct), LIMITS.withMaxValues(2))).isInstanceOf(Value.Struct.class);
  }

  @Test
  void arraysAndStructsStandInEachOtherSoDeeply() {
    Limits limits = LIMITS.withMaxDepth(3);
    assertThat(read(Wire.call(nested(3)), limits)).isInstanceOf(Value.Array.class);
    assertRefused(
        Wire.call(nested(4)),
        limits,
        "a depth of 4 arrays and structs exceeds the limit of 3 (Limits.maxDepth) at line 2, column"
            + " 75 (byte 128)",
        "maxDepth",
        3);
    String structs = "<value><struct><member><name>a</name>".repeat(4);
    assertRefused(
        Wire.call(structs),
        limits,
        "a depth of 4 arrays and structs exceeds the limit of 3 (Limits.maxDepth) at line 2, column"
            + " 127 (byte 180)",
        "maxDepth",
        3);
  }

  @Test
  void aValueThatComesBeforeItsNameIsNoDeeper() {
    String deep = "<value><struct><member>".repeat(3) + "<value/>";
    assertRefused(
        Wire.call(deep + "<a>".repeat(100)),
        LIMITS.withMaxDepth(3),
        "a depth of more than 28 elements exceeds the limit of 3 (Limits.maxDepth) at line 2,"
            + " column 126 (byte 179)",
        "maxDepth",
        3);
  }

  @Test
  @Timeout(10)
  void aHundredThousandLevelsAreRefusedAtOnce() {
    for (String level :
        new String[] {
          "<value><array><data>",
          "<value><struct><member><name>a</name>",
          "<value><struct><member>",
          "<value>",
          "<a>"
        }) {
      assertThat(Wire.refusal(Wire.call(level.repeat(100_000)), Wire.ALL)).isNotNull();
    }
  }

  @Test
  void theDeepestThatCanBeAllowedIsReadWithoutOverflow() {
    int depth = 500;
    Limits limits = LIMITS.withMaxDepth(depth);
    Value read = read(Wire.call(nested(depth)), limits);
    assertThat(MethodCall.of("m", read).write(Dialect.LENIENT, limits)).isNotEmpty();
    assertThat(read).isEqualTo(read(Wire.call(nested(depth)), limits));
    assertThat(read.hashCode()).isEqualTo(read(Wire.call(nested(depth)), limits).hashCode());
    assertThat(read.toString()).hasSizeGreaterThan(depth);
  }

  @Test
  @Timeout(20)
  void thirtyMegabytesOfTextWithoutEndAreRefusedFast() {
    byte[] text = new byte[30 << 20];
    Arrays.fill(text, (byte) 'x');
    for (String before :
        new String[] {
          "<methodCall><methodName>m</methodName><params><param><value>",
          "<methodCall><methodName>m</methodName><params><param><value><string>",
          "<methodCall><methodName>m</methodName><params><param><value><base64>",
          "<methodCall><methodName>m</methodName><params><param><value><int>",
          "<methodCall><methodName>m</methodName><params><param><value><struct><member><name>",
          "<methodCall><methodName>",
          "<methodCall><!--",
          "<methodCall a='",
          "<",
          ""
        }) {
      byte[] document = text.clone();
      byte[] beginning = Wire.utf8(before);
      System.arraycopy(beginning, 0, document, 0, beginning.length);
      long start = System.nanoTime();
      assertThat(Wire.refusal(document, Dialect.LENIENT)).isNotNull();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  @Timeout(20)
  void manyPlacesOfDeviationsCostNoWalkEach() {
    String nils = "<value><nil/></value>".repeat(500_000);
    byte[] call = Wire.call("<value><array><data>" + nils + "</data></array></value>");
    DocumentReader in = DocumentReader.of(call, Dialect.LENIENT, LIMITS);
    assertThat(MethodCall.read(in).params()).hasSize(1);
    assertThat(in.sightings()).hasSize(100);
  }

  private static byte[] call(String methodName) {
    return Wire.utf8("<methodCall><methodName>" + methodName + "</methodName></methodCall>");
  }

  private static String nested(int depth) {
    return "<value><array><data>".repeat(depth) + "</data></array></value>".repeat(depth);
  }

  private static Value read(byte[] call, Limits limits) {
    return MethodCall.read(call, Dialect.LENIENT, limits).params().get(0);
  }

  private static void assertRefused(
      byte[] call, Limits limits, String message, String knob, long limit) {
    assertThatExceptionOfType(LimitExceededException.class)
        .isThrownBy(() -> MethodCall.read(call, Dialect.LENIENT, limits))
        .withMessage(message)
        .satisfies(
            e -> {
              assertThat(e.knob()).isEqualTo(knob);
              assertThat(e.limit()).isEqualTo(limit);
              assertThat(e.faultCode()).isEqualTo(FaultCodes.SYSTEM_ERROR);
            });
  }
}
