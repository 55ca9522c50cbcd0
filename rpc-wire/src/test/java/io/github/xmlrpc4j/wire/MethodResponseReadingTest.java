package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodResponseReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <params><param><value/></param><param><value/></param></params> | line 1, column 48 (byte 47): a response holds one value, not several
          <params><param><value/></param>x</params>  | line 1, column 48 (byte 47): text where </params> should stand
          <params><param/></params>                  | line 1, column 33 (byte 32): the end of <param> without <value>
          <params/>                                  | line 1, column 26 (byte 25): a response holds one value (Deviation.RESPONSE_WITHOUT_VALUE accepts it)
          <params></params>                          | line 1, column 25 (byte 24): a response holds one value (Deviation.RESPONSE_WITHOUT_VALUE accepts it)
          <params>x</params>                         | line 1, column 25 (byte 24): text where <param> should stand
          <params><value/></params>                  | line 1, column 25 (byte 24): <value> where <param> should stand
          <fault/>                                   | line 1, column 25 (byte 24): the end of <fault> without <value>
          <value/>                                   | line 1, column 17 (byte 16): <value> where <params> or <fault> should stand
          x                                          | line 1, column 17 (byte 16): text where <params> or <fault> should stand
          ''                                         | line 1, column 17 (byte 16): the end of <methodResponse> without <params> or <fault>
          <params><param><value/></param></params><fault/> | line 1, column 57 (byte 56): <fault> where </methodResponse> should stand
          """)
  void aResponseHoldsOneValueOrOneFault(String content, String problem) {
    assertRefused("<methodResponse>" + content + "</methodResponse>", problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <methodCall/>                | line 1, column 1 (byte 0): <methodCall> where <methodResponse> should stand
          <html><h1>404</h1></html>    | line 1, column 1 (byte 0): <html> where <methodResponse> should stand
          """)
  void anotherRootIsNoResponse(String document, String problem) {
    assertRefused(document, problem);
  }

  @Test
  void anEmptyResponseIsNilWhereTheDialectSaysSo() {
    Dialect dialect = Dialect.LENIENT.accepting(Deviation.RESPONSE_WITHOUT_VALUE);
    for (String params : new String[] {"<params/>", "<params> </params>"}) {
      byte[] document = Wire.utf8("<methodResponse>" + params + "</methodResponse>");
      DocumentReader in = DocumentReader.of(document, dialect, Limits.DEFAULT);
      assertThat(MethodResponse.read(in)).isEqualTo(new MethodResponse.Success(Value.nil()));
      assertThat(in.deviations()).containsExactly(Deviation.RESPONSE_WITHOUT_VALUE);
    }
  }

  @Test
  void anEmptyResponseIsNoOtherTypeThanNil() {
    Dialect dialect = Dialect.LENIENT.accepting(Deviation.RESPONSE_WITHOUT_VALUE);
    DocumentReader in =
        DocumentReader.of(
            Wire.utf8("<methodResponse><params/></methodResponse>"), dialect, Limits.DEFAULT);
    assertThat(in.beginResponse()).isFalse();
    assertThatExceptionOfType(TypeMismatchException.class)
        .isThrownBy(in::readInt)
        .withMessage("result: expected int, found nil");
  }

  @Test
  void theWayToAResultBeginsWithItsName() {
    DocumentReader in =
        DocumentReader.of(
            new MethodResponse.Success(Value.Array.of(Value.of(1), Value.of("x"))).write(),
            Dialect.STRICT,
            Limits.DEFAULT);
    assertThat(in.beginResponse()).isFalse();
    in.beginArray();
    assertThat(in.hasNext()).isTrue();
    assertThat(in.readInt()).isEqualTo(1);
    assertThat(in.hasNext()).isTrue();
    assertThatExceptionOfType(TypeMismatchException.class)
        .isThrownBy(in::readInt)
        .withMessage("result[1]: expected int, found string")
        .satisfies(
            e -> {
              assertThat(e.path()).isEqualTo("result[1]");
              assertThat(e.expected()).isEqualTo("int");
              assertThat(e.found()).isEqualTo("string");
              assertThat(e.faultCode()).isEqualTo(FaultCodes.INVALID_PARAMS);
            });
  }

  private static void assertRefused(String document, String problem) {
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(() -> MethodResponse.read(Wire.utf8(document)))
        .withMessage("not XML-RPC at " + problem);
  }
}
