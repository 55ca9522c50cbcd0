package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each deviation: refused by name where it is not accepted, reported with its place elsewhere. */
class DeviationTest {
  /**
   * A value with a deviation in it.
   *
   * @param column the place in the value's own line
   * @param value what it is read as, as text
   */
  record Case(Deviation deviation, String element, int column, String value) {
    @Override
    public String toString() {
      return deviation + " " + element;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case(Deviation.NIL, "<nil/>", 8, "NIL"),
        new Case(Deviation.I8, "<i8>5</i8>", 8, "Long[value=5]"),
        new Case(Deviation.APACHE_TYPE, "<i1>5</i1>", 8, "Int[value=5]"),
        new Case(Deviation.APACHE_TYPE, "<i2>5</i2>", 8, "Int[value=5]"),
        new Case(Deviation.APACHE_TYPE, "<float>5</float>", 8, "Real[value=5.0]"),
        new Case(Deviation.APACHE_TYPE, "<biginteger>5</biginteger>", 8, "Int[value=5]"),
        new Case(Deviation.APACHE_TYPE, "<bigdecimal>.5</bigdecimal>", 8, "Decimal[value=0.5]"),
        new Case(
            Deviation.APACHE_TYPE,
            "<dateTime>19980717T14:08:55</dateTime>",
            8,
            "Time[local=1998-07-17T14:08:55, offset=null]"),
        new Case(Deviation.PREFIXED_ELEMENT, "<x:int>5</x:int>", 8, "Int[value=5]"),
        new Case(Deviation.PREFIXED_ELEMENT, "<a:b:int>5</a:b:int>", 8, "Int[value=5]"),
        new Case(Deviation.ATTRIBUTE, "<int a='1'>5</int>", 8, "Int[value=5]"),
        new Case(Deviation.ATTRIBUTE, "<int xmlns=\"urn:x\" >5</int>", 8, "Int[value=5]"),
        new Case(Deviation.WHITE_SPACE_IN_SCALAR, "<int> 12\n</int>", 13, "Int[value=12]"),
        new Case(Deviation.WHITE_SPACE_IN_SCALAR, "<i4>&#9;12</i4>", 12, "Int[value=12]"),
        new Case(Deviation.WHITE_SPACE_IN_SCALAR, "<boolean> 1 </boolean>", 17, "Bool[value=true]"),
        new Case(Deviation.WHITE_SPACE_IN_SCALAR, "<double> 1.5</double>", 16, "Real[value=1.5]"),
        new Case(
            Deviation.WHITE_SPACE_IN_SCALAR,
            "<dateTime.iso8601>19980717T14:08:55 </dateTime.iso8601>",
            26,
            "Time[local=1998-07-17T14:08:55, offset=null]"),
        new Case(Deviation.TEXT_AROUND_TYPED_VALUE, "<int>5</int>x", 20, "Int[value=5]"),
        new Case(Deviation.TEXT_AROUND_TYPED_VALUE, "x<int>5</int>", 8, "Int[value=5]"),
        new Case(Deviation.INT_OVER_32_BITS, "<int>2147483648</int>", 13, "Long[value=2147483648]"),
        new Case(Deviation.INT_OVER_32_BITS, "<i4>-2147483649</i4>", 12, "Long[value=-2147483649]"),
        new Case(Deviation.EMPTY_INT, "<int></int>", 13, "Int[value=0]"),
        new Case(Deviation.EMPTY_INT, "<i4/>", 13, "Int[value=0]"),
        new Case(Deviation.EMPTY_INT, "<i4> </i4>", 12, "Int[value=0]"),
        new Case(Deviation.BOOLEAN_WORD, "<boolean>true</boolean>", 17, "Bool[value=true]"),
        new Case(Deviation.BOOLEAN_WORD, "<boolean>false</boolean>", 17, "Bool[value=false]"),
        new Case(Deviation.DOUBLE_EXPONENT, "<double>1e3</double>", 16, "Real[value=1000.0]"),
        new Case(Deviation.DOUBLE_EXPONENT, "<double>-1.5E-2</double>", 16, "Real[value=-0.015]"),
        new Case(Deviation.DOUBLE_BARE_POINT, "<double>.5</double>", 16, "Real[value=0.5]"),
        new Case(Deviation.DOUBLE_BARE_POINT, "<double>-5.</double>", 16, "Real[value=-5.0]"),
        new Case(Deviation.DOUBLE_NOT_FINITE, "<double>NaN</double>", 16, "Real[value=NaN]"),
        new Case(Deviation.DOUBLE_NOT_FINITE, "<double>nan</double>", 16, "Real[value=NaN]"),
        new Case(Deviation.DOUBLE_NOT_FINITE, "<double>inf</double>", 16, "Real[value=Infinity]"),
        new Case(Deviation.DOUBLE_NOT_FINITE, "<double>INF</double>", 16, "Real[value=Infinity]"),
        new Case(
            Deviation.DOUBLE_NOT_FINITE, "<double>+Infinity</double>", 16, "Real[value=Infinity]"),
        new Case(
            Deviation.DOUBLE_NOT_FINITE, "<double>-Infinity</double>", 16, "Real[value=-Infinity]"),
        new Case(Deviation.DOUBLE_NOT_FINITE, "<double>-inf</double>", 16, "Real[value=-Infinity]"),
        date(Deviation.DATE_SPELLING, "1998-07-17T14:08:55", "1998-07-17T14:08:55", null),
        date(Deviation.DATE_SPELLING, "19980717T140855", "1998-07-17T14:08:55", null),
        date(Deviation.DATE_SPELLING, "19980717 14:08:55", "1998-07-17T14:08:55", null),
        date(Deviation.DATE_SPELLING, "19980717", "1998-07-17T00:00", null),
        date(Deviation.DATE_SPELLING, "1998-07-17", "1998-07-17T00:00", null),
        date(Deviation.DATE_FRACTION, "19980717T14:08:55.123", "1998-07-17T14:08:55.123", null),
        date(
            Deviation.DATE_FRACTION,
            "19980717T14:08:55.000000001",
            "1998-07-17T14:08:55.000000001",
            null),
        date(Deviation.DATE_FRACTION, "19980717T14:08:55.0", "1998-07-17T14:08:55", null),
        date(Deviation.DATE_ZONE, "19980717T14:08:55Z", "1998-07-17T14:08:55", "Z"),
        date(Deviation.DATE_ZONE, "19980717T14:08:55+0100", "1998-07-17T14:08:55", "+01:00"),
        date(Deviation.DATE_ZONE, "19980717T14:08:55-09:30", "1998-07-17T14:08:55", "-09:30"),
        date(Deviation.DATE_ZONE, "19980717T14:08:55+02", "1998-07-17T14:08:55", "+02:00"),
        new Case(Deviation.BASE64_UNPADDED, "<base64>eW8</base64>", 16, "Bytes[eW8=]"),
        new Case(Deviation.BASE64_UNPADDED, "<base64>eQ</base64>", 16, "Bytes[eQ==]"),
        new Case(Deviation.BASE64_WHITE_SPACE, "<base64>\neW 91\r\n</base64>", 16, "Bytes[eW91]"),
        new Case(Deviation.BASE64_WHITE_SPACE, "<base64>eW8= </base64>", 16, "Bytes[eW8=]"),
        new Case(
            Deviation.DUPLICATE_MEMBER,
            "<struct><member><name>a</name><value/></member>"
                + "<member><name>a</name><value>2</value></member></struct>",
            77,
            "Struct[members={a=Str[value=2]}]"),
        new Case(
            Deviation.VALUE_BEFORE_NAME,
            "<struct><member><value><int>5</int></value><name>a</name></member></struct>",
            24,
            "Struct[members={a=Int[value=5]}]"),
        new Case(Deviation.ARRAY_WITHOUT_DATA, "<array/>", 16, "Array[values=[]]"),
        new Case(Deviation.ARRAY_WITHOUT_DATA, "<array></array>", 15, "Array[values=[]]"),
        new Case(
            Deviation.ARRAY_WITHOUT_DATA,
            "<array><value><int>5</int></value><value/></array>",
            15,
            "Array[values=[Int[value=5], Str[value=]]]"),
        new Case(
            Deviation.ARRAY_WITH_DATA_REPEATED,
            "<array><data><value>1</value></data><data><value>2</value></data></array>",
            44,
            "Array[values=[Str[value=1], Str[value=2]]]"));
  }

  private static Case date(Deviation deviation, String text, String local, String offset) {
    return new Case(
        deviation,
        "<dateTime.iso8601>" + text + "</dateTime.iso8601>",
        26,
        "Time[local=" + local + ", offset=" + offset + "]");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whereItIsAcceptedItIsReadAndReported(Case one) {
    byte[] call = Wire.call("<value>" + one.element + "</value>");
    Dialect dialect = Dialect.STRICT.accepting(one.deviation);
    assertThat(Wire.sightings(call, dialect)).containsExactly(one.deviation + at(one));
    assertThat(Wire.read(call, dialect)).hasToString(one.value);
    assertThat(Wire.read(call, Wire.ALL)).hasToString(one.value);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whereItIsNotAcceptedItIsRefusedByItsName(Case one) {
    byte[] call = Wire.call("<value>" + one.element + "</value>");
    String message =
        "not XML-RPC"
            + at(one)
            + ": "
            + one.deviation.rule()
            + " (Deviation."
            + one.deviation
            + " accepts it)";
    assertThat(Wire.refusal(call, Dialect.STRICT)).hasMessage(message);
    assertThat(Wire.refusal(call, Wire.ALL.refusing(one.deviation))).hasMessage(message);
  }

  private static String at(Case one) {
    return " at line 2, column " + one.column + " (byte " + (53 + one.column) + ")";
  }

  @Test
  void whatCanBeUnderstoodInOneWayOnlyIsAcceptedByDefault() {
    Set<Deviation> refused = EnumSet.allOf(Deviation.class);
    refused.removeAll(Dialect.LENIENT.accepts());
    assertThat(refused)
        .containsExactly(
            Deviation.TEXT_AROUND_TYPED_VALUE,
            Deviation.EMPTY_INT,
            Deviation.ARRAY_WITH_DATA_REPEATED,
            Deviation.TRAILING_CONTENT,
            Deviation.RESPONSE_WITHOUT_VALUE,
            Deviation.EMPTY_RESPONSE);
    assertThat(Dialect.STRICT.accepts()).isEmpty();
  }

  @Test
  void eachDeviationOfAValueHasACase() {
    Set<Deviation> ofMessages =
        EnumSet.of(
            Deviation.LEADING_WHITE_SPACE,
            Deviation.TRAILING_CONTENT,
            Deviation.ENCODING_CONTRADICTED,
            Deviation.METHOD_NAME_CHARACTERS,
            Deviation.RESPONSE_WITHOUT_VALUE,
            Deviation.EMPTY_RESPONSE,
            Deviation.FAULT_CODE_TYPE,
            Deviation.FAULT_WITHOUT_STRING,
            Deviation.FAULT_MEMBERS);
    Set<Deviation> tested =
        Stream.concat(cases().stream().map(Case::deviation), ofMessages.stream())
            .collect(Collectors.toSet());
    assertThat(tested).containsExactlyInAnyOrder(Deviation.values());
  }

  @ParameterizedTest
  @EnumSource
  void eachSaysItsRuleAndWhereMoreIsSaid(Deviation deviation) {
    assertThat(deviation.rule()).isNotBlank().doesNotEndWith(".");
    assertThat(URI.create(deviation.link()))
        .satisfies(
            link -> assertThat(link.getScheme()).isIn("http", "https"),
            link -> assertThat(link.getHost()).contains("."));
  }

  @Test
  void aDocumentMayHaveBlanksBeforeItsDeclaration() {
    byte[] call = Wire.utf8("\r\n <?xml version='1.0'?>" + Wire.text(Wire.call("<value/>")));
    assertThat(Wire.sightings(call, Dialect.LENIENT))
        .containsExactly("LEADING_WHITE_SPACE at line 1, column 1 (byte 0)");
    assertThat(Wire.refusal(call, Dialect.STRICT))
        .hasMessage(
            "not XML-RPC at line 1, column 1 (byte 0): nothing stands before the XML declaration"
                + " (Deviation.LEADING_WHITE_SPACE accepts it)");
  }

  @Test
  void blanksBeforeTheRootAreNoDeviation() {
    byte[] call = Wire.utf8(" \n" + Wire.text(Wire.call("<value/>")));
    assertThat(Wire.sightings(call, Dialect.STRICT)).isEmpty();
  }

  @Test
  void whatFollowsTheRootMayBePassedOver() {
    byte[] call = Wire.utf8(Wire.text(Wire.call("<value/>")) + "\n<b>Warning</b>: </x>");
    assertThat(Wire.sightings(call, Wire.ALL))
        .containsExactly("TRAILING_CONTENT at line 3, column 1 (byte 93)");
  }

  @Test
  void aMethodsNameMayHaveBlanksAroundItAndAnyCharacter() {
    byte[] call = Wire.utf8("<methodCall><methodName> κόσμε-1\n</methodName></methodCall>");
    assertThat(MethodCall.read(call)).isEqualTo(MethodCall.of("κόσμε-1"));
    assertThat(Wire.sightings(call, Dialect.LENIENT))
        .containsExactly(
            "WHITE_SPACE_IN_SCALAR at line 1, column 25 (byte 24)",
            "METHOD_NAME_CHARACTERS at line 1, column 25 (byte 24)");
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(
            () ->
                MethodCall.read(
                    call,
                    Dialect.STRICT.accepting(Deviation.WHITE_SPACE_IN_SCALAR),
                    Limits.DEFAULT))
        .withMessage(
            "not XML-RPC at line 1, column 25 (byte 24): a method's name is made of"
                + " A-Z a-z 0-9 _ . : / (Deviation.METHOD_NAME_CHARACTERS accepts it)");
  }

  @Test
  void aPrefixOnTheRootIsOneOnAnyElement() {
    String document = "<x:methodCall xmlns:x='urn:x'><x:methodName>m</x:methodName></x:methodCall>";
    assertThat(MethodCall.read(Wire.utf8(document))).isEqualTo(MethodCall.of("m"));
    assertThat(Wire.sightings(Wire.utf8(document), Dialect.LENIENT))
        .containsExactly(
            "PREFIXED_ELEMENT at line 1, column 1 (byte 0)",
            "ATTRIBUTE at line 1, column 1 (byte 0)",
            "PREFIXED_ELEMENT at line 1, column 31 (byte 30)");
  }

  @Test
  void severalDeviationsOfOneDateAreReportedEach() {
    byte[] call = Wire.call("<value><ex:dateTime> 1998-07-17 140855.5Z </ex:dateTime></value>");
    assertThat(
            Wire.sightings(call, Dialect.LENIENT).stream()
                .map(s -> s.substring(0, s.indexOf(" at "))))
        .containsExactly(
            "PREFIXED_ELEMENT",
            "APACHE_TYPE",
            "WHITE_SPACE_IN_SCALAR",
            "DATE_SPELLING",
            "DATE_FRACTION",
            "DATE_ZONE");
  }

  @Test
  void theFirstHundredPlacesAreKept() {
    String values = "<value><nil/></value>".repeat(150);
    DocumentReader in =
        Wire.reader("<value><array><data>" + values + "</data></array></value>", Dialect.LENIENT);
    assertThat(((Value.Array) in.readValue()).values()).hasSize(150);
    assertThat(in.sightings()).hasSize(100);
    assertThat(in.sightings().get(99))
        .hasToString("line 2, column 2107 (byte 2160): NIL: nil is an extension");
    assertThat(in.deviations()).containsExactly(Deviation.NIL);
  }

  @Test
  void eachDeviationHasARuleInWords() {
    assertThat(Arrays.stream(Deviation.values()).map(Deviation::rule))
        .allMatch(rule -> rule.matches("[a-z].*[^.]"));
  }
}
