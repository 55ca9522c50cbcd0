package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers do where two of their rules meet. */
class ReaderEdgesTest {
  @Test
  void namesThatShareASlotOfTheCacheAreEachTheirOwn() {
    // Some have one hash and one length, and two, of one slot, have two lengths.
    String[] shared = {"Aa", "BB", "Aa", "AaAa", "BBBB", "AaBB", "BBAa", "Aa", "x", "a9", "x"};
    String members = "";
    for (String name : shared) {
      members += "<member><name>" + name + "</name><value>" + name + "</value></member>";
    }
    DocumentReader in =
        Wire.reader("<value><struct>" + members + "</struct></value>", Dialect.LENIENT);
    in.beginStruct();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      assertThat(in.readString()).isEqualTo(name);
    }
    in.endStruct();
  }

  @Test
  void aNameThatStandsAgainIsOneString() {
    String name = "a-name-of-some-length.0";
    String member = "<member><name>" + name + "</name><value/></member>";
    DocumentReader in =
        Wire.reader("<value><struct>" + member + member + "</struct></value>", Dialect.LENIENT);
    in.beginStruct();
    String first = in.nextName();
    in.skipValue();
    assertThat(in.nextName()).isEqualTo(name).isSameAs(first);
  }

  @Test
  void whereADocumentGoesWrongIsAPosition() {
    WireException refusal = Wire.refusal("<value><int>x</int></value>", Dialect.STRICT);
    assertThat(((NotXmlRpcException) refusal).position()).isEqualTo(new Position(66, 2, 13));
    refusal = Wire.refusal("<value>&x;</value>", Dialect.STRICT);
    assertThat(((NotWellFormedException) refusal).position()).isEqualTo(new Position(61, 2, 8));
  }

  @Test
  void aValueThatWasLookedAtIsStillUnread() {
    DocumentReader in =
        Wire.reader(
            "<value><struct><member><name>a</name><value>x</value></member></struct></value>",
            Dialect.LENIENT);
    in.beginStruct();
    assertThat(in.nextName()).isEqualTo("a");
    assertThat(in.peek()).isEqualTo(Kind.STRING);
    assertThatIllegalStateException()
        .isThrownBy(in::nextName)
        .withMessage("params[0].a: the value is left unread");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                   | params[0][""]
          a_b-C9               | params[0].a_b-C9
          a.b                  | params[0]["a.b"]
          a b                  | params[0]["a b"]
          é                    | params[0]["é"]
          "\\                  | params[0]["\\"\\\\"]
          """)
  void thePathShowsAnyName(String name, String path) {
    WireReader in = WireReader.ofParam(Value.Struct.empty().with(name, Value.of(1)), 0);
    in.beginStruct();
    assertThat(in.nextName()).isEqualTo(name);
    assertThat(in.path()).isEqualTo(path);
  }

  @Test
  void thePathShowsALongNameByItsBeginning() {
    assertThat(pathTo("n".repeat(64))).isEqualTo("value." + "n".repeat(64));
    assertThat(pathTo("n".repeat(65))).isEqualTo("value[\"" + "n".repeat(40) + "...\"]");
    assertThat(pathTo("a\u0085b")).isEqualTo("value[\"a\\u0085b\"]");
    assertThat(pathTo("\ud800")).isEqualTo("value[\"\\ud800\"]");
    assertThat(pathTo("\udc00!")).isEqualTo("value[\"\\udc00!\"]");
    assertThat(pathTo("!\ud83d\ude00")).isEqualTo("value[\"!\ud83d\ude00\"]");
    assertThat(pathTo("!" + "n".repeat(39))).isEqualTo("value[\"!" + "n".repeat(39) + "\"]");
    assertThat(pathTo("!" + "n".repeat(38) + "\ud800"))
        .isEqualTo("value[\"!" + "n".repeat(38) + "\\ud800\"]");
    assertThat(pathTo("!" + "n".repeat(40))).isEqualTo("value[\"!" + "n".repeat(39) + "...\"]");
  }

  private static String pathTo(String name) {
    WireReader in = WireReader.of(Value.Struct.empty().with(name, Value.of(1)));
    in.beginStruct();
    assertThat(in.nextName()).isEqualTo(name);
    return in.path();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<!", "<!-", "<![", "<![CDAT", "<![CDATA", "<!D", "<!DOCTYP"})
  void markupThatIsCutShortIsNamed(String rest) {
    String call = "<methodCall>\n";
    String what = rest.equals("<") ? "an element" : "markup";
    assertThat(Wire.refusal(Wire.utf8(call + rest), Wire.ALL))
        .hasMessage(
            "not well-formed XML at line 2, column %d (byte %d): the document ends inside %s",
            rest.length() + 1, 13 + rest.length(), what);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<?pi", "<?pi?", "<?pi ", "<?pi ?"})
  void aProcessingInstructionThatIsCutShortIsNamedWhereItBegins(String rest) {
    assertThat(Wire.refusal(Wire.utf8("<methodCall>\n" + rest), Wire.ALL))
        .hasMessage(
            "not well-formed XML at line 2, column 1 (byte 13): the document ends inside the"
                + " processing instruction that begins here");
  }

  @Test
  void aFaultIsReadFromAValueToo() {
    Value.Struct fault =
        Value.Struct.empty().with("faultCode", Value.of("7")).with("more", Value.of(true));
    assertThat(Fault.read(WireReader.of(fault)))
        .isEqualTo(new Fault(7, "", Value.Struct.empty().with("more", Value.of(true))));
  }

  @Test
  void aFaultExceptionIsACodeAndAText() {
    FaultException exception = new FaultException(4, "too many parameters");
    assertThat(exception).hasMessage("fault 4: too many parameters");
    assertThat(exception.fault()).isEqualTo(new Fault(4, "too many parameters"));
  }

  @Test
  void aStructIsAFaultByItsTwoMembersAlone() {
    Value.Struct code = Value.Struct.empty().with("faultCode", Value.of(1));
    Value.Struct text = Value.Struct.empty().with("faultString", Value.of("x"));
    assertThat(Fault.isFault(code.with("faultString", Value.of("x")))).isTrue();
    assertThat(Fault.isFault(code)).isFalse();
    assertThat(Fault.isFault(code.with("other", Value.of("x")))).isFalse();
    assertThat(Fault.isFault(text.with("other", Value.of("x")))).isFalse();
    assertThat(Fault.isFault(Value.of("x"))).isFalse();
    for (String taken : new String[] {"faultCode", "faultString"}) {
      Value.Struct members = Value.Struct.empty().with(taken, Value.of(1));
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> new Fault(1, "x", members))
          .withMessage("members: [" + taken + "] (expected: no faultCode, no faultString)");
    }
  }

  @Test
  void aValueOfAReaderIsGoneOnceItIsRead() {
    WireReader in = WireReader.of(Value.of(new BigDecimal("5").toBigInteger()));
    assertThat(in.readInt()).isEqualTo(5);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(in::peek)
        .withMessage("value: no value is left");
  }

  @Test
  void aReaderOverAValueGivesItsContent() {
    assertThat(WireReader.of(Value.of(false)).readBoolean()).isFalse();
    assertThat(WireReader.of(Value.of(true)).readBoolean()).isTrue();
    assertThat(WireReader.of(Value.of(1.5)).readDouble()).isEqualTo(1.5);
    assertThat(WireReader.of(Value.Bytes.of((byte) 1, (byte) 2)).readBytes()).containsExactly(1, 2);
    Value.Time time = Value.Time.of(LocalDateTime.of(1998, 7, 17, 14, 8, 55));
    assertThat(WireReader.of(time).readTime()).isEqualTo(time);
  }

  @Test
  void aNumberIsReadExactlyByTheRulesOfItsElement() {
    assertThat(Wire.reader("<value><double>1.50</double></value>", Dialect.STRICT).readDecimal())
        .isEqualTo(new BigDecimal("1.50"));
    assertNoDecimal("1e3", "a double has no exponent (Deviation.DOUBLE_EXPONENT accepts it)");
    assertNoDecimal(
        ".5",
        "a double has digits on both sides of the point"
            + " (Deviation.DOUBLE_BARE_POINT accepts it)");
    assertNoDecimal("NaN", "a double is a finite number (Deviation.DOUBLE_NOT_FINITE accepts it)");
    assertNoDecimal("x", "\"x\" is no number");
    assertNoDecimal("-.", "\"-.\" is no number");
    DocumentReader in = Wire.reader("<value><double>1e3</double></value>", Dialect.LENIENT);
    assertThat(in.readDecimal()).isEqualTo(new BigDecimal("1e3"));
    assertThat(in.deviations()).containsExactly(Deviation.DOUBLE_EXPONENT);
  }

  private static void assertNoDecimal(String content, String problem) {
    DocumentReader in =
        Wire.reader("<value><double>" + content + "</double></value>", Dialect.STRICT);
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(in::readDecimal)
        .withMessage("not XML-RPC at line 2, column 16 (byte 69): " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-.", "+.", "-.e1"})
  void aSignAndAPointAreNoNumber(String content) {
    assertThat(Wire.refusal("<value><double>" + content + "</double></value>", Wire.ALL))
        .hasMessage("not XML-RPC at line 2, column 16 (byte 69): \"" + content + "\" is no number");
  }

  @Test
  void nothingFollowsAResponseEither() {
    byte[] response =
        Wire.utf8("<methodResponse><params><param><value/></param></params></methodResponse>x");
    assertThatExceptionOfType(NotWellFormedException.class)
        .isThrownBy(() -> MethodResponse.read(response))
        .withMessage(
            "not well-formed XML at line 1, column 74 (byte 73): something follows the root element"
                + " (Deviation.TRAILING_CONTENT accepts it)");
    assertThat(MethodResponse.read(response, Wire.ALL, Limits.DEFAULT))
        .isEqualTo(new MethodResponse.Success(Value.of("")));
  }

  @Test
  void anElementWithoutDataIsOnTheWayToo() {
    DocumentReader in =
        Wire.reader(
            "<value><array><value>a</value><value>b</value></array></value>", Dialect.LENIENT);
    in.beginArray();
    assertThat(in.readString()).isEqualTo("a");
    assertThat(in.path()).isEqualTo("params[0][0]");
    assertThatExceptionOfType(TypeMismatchException.class)
        .isThrownBy(in::readInt)
        .withMessage("params[0][1]: expected int, found string");
  }

  @ParameterizedTest
  @CsvSource({
    "<name a=''>n</name>, ATTRIBUTE, elements have no attributes",
    "<x:name>n</x:name>, PREFIXED_ELEMENT, elements have no prefix"
  })
  void aNameThatIsUnusualIsReadAndNoted(String name, Deviation deviation, String rule) {
    String struct = "<value><struct><member>" + name + "<value>v</value></member></struct></value>";
    assertThat(Wire.read(struct, Dialect.LENIENT))
        .isEqualTo(Value.Struct.empty().with("n", Value.of("v")));
    assertThat(Wire.sightings(Wire.call(struct), Dialect.LENIENT))
        .containsExactly(deviation + " at line 2, column 24 (byte 77)");
    assertThat(Wire.refusal(struct, Dialect.STRICT))
        .hasMessage(
            "not XML-RPC at line 2, column 24 (byte 77): "
                + rule
                + " (Deviation."
                + deviation
                + " accepts it)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "_", ".", ":", "/", "az.AZ:09/_"})
  void aMethodsNameIsMadeOfTheseCharacters(String name) {
    assertThat(MethodCall.read(MethodCall.of(name).write(), Dialect.STRICT, Limits.DEFAULT))
        .isEqualTo(MethodCall.of(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"`", "{", "@", "[", "-", ",", ";", "\u007f", "é", "a b"})
  void aMethodsNameOfAnyOtherIsADeviation(String name) {
    byte[] call = MethodCall.of(name).write();
    assertThat(MethodCall.read(call)).isEqualTo(MethodCall.of(name));
    assertThat(Wire.refusal(call, Dialect.STRICT))
        .hasMessage(
            "not XML-RPC at line 3, column 13 (byte 47): a method's name is made of A-Z a-z 0-9 _"
                + " . : / (Deviation.METHOD_NAME_CHARACTERS accepts it)");
  }

  @Test
  void aTextHoldsNothingOfTheOneBefore() {
    String value =
        "<value><array><data><value>a&lt;</value><value>&gt;b</value></data></array></value>";
    assertThat(Wire.read(value, Dialect.STRICT))
        .isEqualTo(Value.Array.of(Value.of("a<"), Value.of(">b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.e3", ".1e4", "+.1E+4"})
  void aBarePointAndAnExponentAreBothNoted(String number) {
    byte[] call = Wire.call("<value><double>" + number + "</double></value>");
    assertThat(Wire.read(call, Dialect.LENIENT)).isEqualTo(Value.of(1000.0));
    assertThat(Wire.sightings(call, Dialect.LENIENT))
        .containsExactly(
            "DOUBLE_BARE_POINT at line 2, column 16 (byte 69)",
            "DOUBLE_EXPONENT at line 2, column 16 (byte 69)");
  }

  @Test
  void theResultOfAnEmptyDocumentIsOnTheWay() {
    Dialect dialect = Dialect.STRICT.accepting(Deviation.EMPTY_RESPONSE);
    DocumentReader in = DocumentReader.of(new byte[0], dialect, Limits.DEFAULT);
    assertThat(in.beginResponse()).isFalse();
    assertThatExceptionOfType(TypeMismatchException.class)
        .isThrownBy(in::readInt)
        .withMessage("result: expected int, found nil");
  }

  @Test
  void aValueBeforeItsNameMayBeDeep() {
    String nested = "<value/>";
    Value expected = Value.of("");
    for (int i = 0; i < 40; i++) {
      nested = struct(late("n" + i, nested));
      expected = Value.Struct.empty().with("n" + i, expected);
    }
    assertThat(Wire.read(nested, Dialect.LENIENT)).isEqualTo(expected);
  }

  @Test
  void valuesBeforeTheirNamesMayStandInsideEachOther() {
    String inner =
        late("c", "<value/>")
            + "<member><name>d</name><value>x</value></member>"
            + late("e", "<value><int>1</int></value>");
    String struct = struct(late("a", struct(late("b", struct(inner)))));
    Value.Struct expected =
        Value.Struct.empty()
            .with("c", Value.of(""))
            .with("d", Value.of("x"))
            .with("e", Value.of(1));
    assertThat(Wire.read(struct, Dialect.LENIENT))
        .isEqualTo(Value.Struct.empty().with("a", Value.Struct.empty().with("b", expected)));
  }

  private static String struct(String members) {
    return "<value><struct>" + members + "</struct></value>";
  }

  private static String late(String name, String value) {
    return "<member>" + value + "<name>" + name + "</name></member>";
  }

  @Test
  void base64InLinesHasAllItsDigits() {
    byte[] digits = {
      (byte) 0x00,
      (byte) 0x06,
      (byte) 0x5a,
      (byte) 0x69,
      (byte) 0xbc,
      (byte) 0xf4,
      (byte) 0xfb,
      (byte) 0xf0
    };
    for (int length = 0; length <= digits.length; length++) {
      Value.Bytes bytes = Value.Bytes.of(Arrays.copyOf(digits, length));
      String text = Base64.getEncoder().encodeToString(bytes.value());
      assertThat(base64("\n" + text)).isEqualTo(bytes);
      assertThat(base64(text.replace("=", " "))).isEqualTo(bytes);
    }
    assertThat(base64(" AZaz 09+/ "))
        .isEqualTo(
            Value.Bytes.of(
                (byte) 1, (byte) 0x96, (byte) 0xb3, (byte) 0xd3, (byte) 0xdf, (byte) 0xbf));
    for (String other : new String[] {"@", "[", "`", "{", ":", ",", "-", "."}) {
      assertThat(Wire.refusal("<value><base64> AAA" + other + "</base64></value>", Wire.ALL))
          .hasMessage(
              "not XML-RPC at line 2, column 16 (byte 69): a character that is none of base64's");
    }
  }

  private static Value base64(String text) {
    return Wire.read("<value><base64>" + text + "</base64></value>", Dialect.LENIENT);
  }
}
