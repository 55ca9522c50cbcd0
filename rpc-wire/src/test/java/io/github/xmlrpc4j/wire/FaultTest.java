package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
  private static final String CODE_4 =
      "<member><name>faultCode</name><value><int>4</int></value></member>";
  private static final String TOO_MANY =
      "<member><name>faultString</name><value><string>Too many.</string></value></member>";

  @Test
  void aFaultIsWrittenAsPythonWritesIt() {
    String document =
        """
        <?xml version='1.0'?>
        <methodResponse>
        <fault>
        <value><struct>
        <member>
        <name>faultCode</name>
        <value><int>4</int></value>
        </member>
        <member>
        <name>faultString</name>
        <value><string>Too many.</string></value>
        </member>
        </struct></value>
        </fault>
        </methodResponse>
        """;
    MethodResponse failure = new MethodResponse.Failure(new Fault(4, "Too many."));
    assertThat(Wire.text(failure.write())).isEqualTo(document);
    assertThat(MethodResponse.read(Wire.utf8(document), Dialect.STRICT, Limits.DEFAULT))
        .isEqualTo(failure);
  }

  @Test
  void aFailureThrowsItsFault() {
    assertThatExceptionOfType(FaultException.class)
        .isThrownBy(() -> new MethodResponse.Failure(new Fault(4, "Too many.")).orElseThrow())
        .withMessage("fault 4: Too many.")
        .satisfies(e -> assertThat(e.fault()).isEqualTo(new Fault(4, "Too many.")));
  }

  @Test
  void theMembersOfAFaultComeInAnyOrder() {
    assertThat(read(TOO_MANY + CODE_4, Dialect.STRICT)).isEqualTo(new Fault(4, "Too many."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <string>4</string>                    | 4           | Too many.
          <string> -4 </string>                 | -4          | Too many.
          <string>-2147483648</string>          | -2147483648 | Too many.
          <string>2147483648</string>           | 0           | 2147483648: Too many.
          <string>Warning -- Quota</string>     | 0           | Warning -- Quota: Too many.
          <string/>                             | 0           | ': Too many.'
          <i8>4</i8>                            | 4           | Too many.
          """)
  void aCodeOfAnotherTypeIsUnderstood(String code, int number, String text) {
    String members = "<member><name>faultCode</name><value>" + code + "</value></member>";
    assertThat(read(members + TOO_MANY, Dialect.LENIENT)).isEqualTo(new Fault(number, text));
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(
            () -> read(members + TOO_MANY, Dialect.LENIENT.refusing(Deviation.FAULT_CODE_TYPE)))
        .withMessageEndingWith(": a fault code is an int (Deviation.FAULT_CODE_TYPE accepts it)");
  }

  @Test
  void aMissingTextIsEmpty() {
    assertThat(read(CODE_4, Dialect.LENIENT)).isEqualTo(new Fault(4, ""));
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(() -> read(CODE_4, Dialect.STRICT))
        .withMessage(
            "not XML-RPC at line 1, column 24 (byte 23): a fault holds faultString"
                + " (Deviation.FAULT_WITHOUT_STRING accepts it)");
  }

  @Test
  void furtherMembersAreKept() {
    String more = "<member><name>details</name><value><int>7</int></value></member>";
    Fault fault = new Fault(4, "Too many.", new Value.Struct(Map.of("details", Value.of(7))));
    assertThat(read(CODE_4 + TOO_MANY + more, Dialect.LENIENT)).isEqualTo(fault);
    assertThat(MethodResponse.read(new MethodResponse.Failure(fault).write()))
        .isEqualTo(new MethodResponse.Failure(fault));
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(() -> read(CODE_4 + TOO_MANY + more, Dialect.STRICT))
        .withMessageEndingWith(
            ": a fault holds faultCode and faultString and nothing else"
                + " (Deviation.FAULT_MEMBERS accepts it)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <int>4</int>                | fault: expected a struct with faultCode and faultString, found int
          <struct/>                   | fault: expected an int as faultCode, found no faultCode
          <struct><member><name>faultCode</name><value><i8>3000000000</i8></value></member></struct> | fault: expected an int as faultCode, found i8
          <struct><member><name>faultCode</name><value><double>4</double></value></member></struct> | fault: expected an int as faultCode, found double
          <struct><member><name>faultString</name><value><int>4</int></value></member></struct> | fault: expected a string as faultString, found int
          """)
  void whatIsNoFaultIsAMismatch(String value, String message) {
    String document =
        "<methodResponse><fault><value>" + value + "</value></fault></methodResponse>";
    assertThatExceptionOfType(TypeMismatchException.class)
        .isThrownBy(() -> MethodResponse.read(Wire.utf8(document)))
        .withMessage(message);
  }

  @Test
  void aValueLooksLikeAFaultIfItHasJustTheTwoMembers() {
    Value.Struct two = new Fault(1, "x").toValue();
    assertThat(Fault.isFault(two)).isTrue();
    assertThat(Fault.isFault(two.with("more", Value.of(1)))).isFalse();
    assertThat(Fault.isFault(Value.Struct.empty().with("faultCode", Value.of(1)))).isFalse();
    assertThat(Fault.isFault(Value.of(1))).isFalse();
  }

  @Test
  void aFurtherMemberCannotTakeThePlaceOfTheTwo() {
    Value.Struct members = Value.Struct.empty().with("faultCode", Value.of(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault(1, "x", members))
        .withMessage("members: [faultCode] (expected: no faultCode, no faultString)");
  }

  @Test
  void aFaultsTextIsWrittenWhateverItQuotes() {
    MethodResponse failure =
        new MethodResponse.Failure(new Fault(1, "a\u0001b\ud800c\ud83d\ude00"));
    assertThat(MethodResponse.read(failure.write()))
        .isEqualTo(new MethodResponse.Failure(new Fault(1, "a\ufffdb\ufffdc\ud83d\ude00")));
  }

  @Test
  void aRefusalOfTheCodecIsAFaultOfItsCodeAndText() {
    assertThat(Wire.refusal("<value><int>x</int></value>", Dialect.LENIENT).toFault())
        .isEqualTo(
            new Fault(-32600, "not XML-RPC at line 2, column 13 (byte 66): \"x\" is no integer"));
  }

  private static Fault read(String members, Dialect dialect) {
    String document =
        "<methodResponse><fault><value><struct>"
            + members
            + "</struct></value></fault></methodResponse>";
    MethodResponse response = MethodResponse.read(Wire.utf8(document), dialect, Limits.DEFAULT);
    return ((MethodResponse.Failure) response).fault();
  }
}
