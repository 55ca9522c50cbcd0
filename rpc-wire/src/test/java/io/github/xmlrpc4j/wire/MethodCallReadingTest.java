package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodCallReadingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<methodCall><methodName>m</methodName></methodCall>",
        "<methodCall><methodName>m</methodName><params/></methodCall>",
        "<methodCall><methodName>m</methodName><params></params></methodCall>",
        "<methodCall><methodName>m</methodName><params> <!-- none --> </params></methodCall>",
        "<?xml version=\"1.0\"?><methodCall>\n<methodName>m</methodName>\n</methodCall>\n",
        "<!-- first --><?pi data?>\n<methodCall ><methodName>m</methodName ></methodCall\n>",
        "<methodCall><methodName>m</methodName></methodCall> <!-- last --><?pi?>\n"
      })
  void aCallNeedsNoParameters(String document) {
    assertThat(MethodCall.read(Wire.utf8(document), Dialect.STRICT, Limits.DEFAULT))
        .isEqualTo(MethodCall.of("m"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          m            | m
          system.multi | system.multi
          a:b/c_9.Z    | a:b/c_9.Z
          <![CDATA[m]]>| m
          &#109;       | m
          m<!-- -->m   | mm
          """)
  void aMethodsNameIsText(String content, String name) {
    String document = "<methodCall><methodName>" + content + "</methodName></methodCall>";
    assertThat(MethodCall.read(Wire.utf8(document), Dialect.STRICT, Limits.DEFAULT).methodName())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <methodName/>                      | line 1, column 26 (byte 25): the method's name is empty
          <methodName></methodName>          | line 1, column 25 (byte 24): the method's name is empty
          <methodName> </methodName>         | line 1, column 25 (byte 24): the method's name is empty
          <methodName><b/></methodName>      | line 1, column 25 (byte 24): the method's name is empty
          <methodName>a<b/></methodName>     | line 1, column 26 (byte 25): <b> where </methodName> should stand
          <methodName>a</methodName>x        | line 1, column 39 (byte 38): text where </methodCall> should stand
          <methodName>a</methodName><x/>     | line 1, column 39 (byte 38): <x> where <params> should stand
          <params/>                          | line 1, column 13 (byte 12): <params> where <methodName> should stand
          x                                  | line 1, column 13 (byte 12): text where <methodName> should stand
          ''                                 | line 1, column 13 (byte 12): the end of <methodCall> without <methodName>
          """)
  void aCallBeginsWithAName(String content, String problem) {
    assertRefused("<methodCall>" + content + "</methodCall>", problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <params><value/></params>               | line 1, column 47 (byte 46): <value> where <param> should stand
          <params>x</params>                      | line 1, column 47 (byte 46): text where </params> should stand
          <params><param/></params>               | line 1, column 55 (byte 54): the end of <param> without <value>
          <params><param></param></params>        | line 1, column 54 (byte 53): the end of <param> without <value>
          <params><param>x</param></params>       | line 1, column 54 (byte 53): text where <value> should stand
          <params><param><int>1</int></param></params> | line 1, column 54 (byte 53): <int> where <value> should stand
          <params><param><value/><value/></param></params> | line 1, column 62 (byte 61): <value> where </param> should stand
          <params><param><value/>x</param></params> | line 1, column 62 (byte 61): text where </param> should stand
          <params/><params/>                      | line 1, column 48 (byte 47): <params> where </methodCall> should stand
          """)
  void parametersHoldOneValueEach(String content, String problem) {
    assertRefused("<methodCall><methodName>m</methodName>" + content + "</methodCall>", problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <methodResponse/>        | line 1, column 1 (byte 0): <methodResponse> where <methodCall> should stand
          <html><body/></html>     | line 1, column 1 (byte 0): <html> where <methodCall> should stand
          <METHODCALL/>            | line 1, column 1 (byte 0): <METHODCALL> where <methodCall> should stand
          <methodCallX/>           | line 1, column 1 (byte 0): <methodCallX> where <methodCall> should stand
          """)
  void anotherRootIsNoCall(String document, String problem) {
    assertRefused(document, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                  | line 1, column 1 (byte 0): the document is empty
          ' '                 | line 1, column 2 (byte 1): the document ends before its root element
          <!-- only -->       | line 1, column 14 (byte 13): the document ends before its root element
          plain text          | line 1, column 1 (byte 0): text where the root element should begin
          <![CDATA[x]]>       | line 1, column 1 (byte 0): text where the root element should begin
          </methodCall>       | line 1, column 1 (byte 0): the end tag </methodCall> closes nothing
          {"method": "add"}   | line 1, column 1 (byte 0): text where the root element should begin
          """)
  void aDocumentWithoutARootIsNotWellFormed(String document, String problem) {
    assertMalformed(document, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x              | something follows the root element (Deviation.TRAILING_CONTENT accepts it)
          <a/>           | something follows the root element (Deviation.TRAILING_CONTENT accepts it)
          </a>           | something follows the root element (Deviation.TRAILING_CONTENT accepts it)
          &#32;          | something follows the root element (Deviation.TRAILING_CONTENT accepts it)
          <![CDATA[]]>   | something follows the root element (Deviation.TRAILING_CONTENT accepts it)
          <?xml version='1.0'?> | an XML declaration stands only at the very beginning
          """)
  void nothingFollowsTheRoot(String after, String problem) {
    String call = "<methodCall><methodName>m</methodName></methodCall>";
    assertMalformed(call + after, "line 1, column 52 (byte 51): " + problem);
  }

  @Test
  void aCallCannotEndBeforeItsParametersHaveBeenMet() {
    DocumentReader in = DocumentReader.of(Wire.call("<value/>"), Dialect.LENIENT, Limits.DEFAULT);
    in.beginCall();
    assertThatIllegalStateException()
        .isThrownBy(in::endCall)
        .withMessage("methodCall: nextParam() has not told yet that none is left");
  }

  @Test
  void behindTheLastParameterThereIsNoOther() {
    DocumentReader in = DocumentReader.of(Wire.call("<value/>"), Dialect.LENIENT, Limits.DEFAULT);
    assertThat(in.beginCall()).isEqualTo("m");
    assertThat(in.nextParam()).isTrue();
    assertThat(in.readString()).isEmpty();
    assertThat(in.nextParam()).isFalse();
    assertThat(in.nextParam()).isFalse();
    in.endCall();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s</param><param>%s</param><param>%s",
        "%s</param>\n<param>\n%s</param>\n<param>\n%s",
        "%s\n</param>\n<param>\n%s\n</param>\n<param>\n%s\n",
        "%s\n</param>\n<param>\n%s</param><param>%s",
        "%s</param ><param>%s\n</param>\n<param >\n%s",
        "%s\r\n</param>\r\n<param>\r\n%s </param><!-- --> <param> %s"
      })
  void parametersFollowEachOtherInLinesOrCloseTogether(String params) {
    String value = "<value><int>1</int></value>";
    String call =
        "<methodCall><methodName>m</methodName><params><param>"
            + params.formatted(value, value, value)
            + "</param></params></methodCall>";
    assertThat(MethodCall.read(Wire.utf8(call), Dialect.STRICT, Limits.DEFAULT))
        .isEqualTo(MethodCall.of("m", Value.of(1), Value.of(1), Value.of(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"</param><param>", "\n</param>\n<param>\n"})
  void aParameterEndsUnderTheNameItBeganWith(String between) {
    String value = "<value><int>1</int></value>";
    String call =
        "<methodCall xmlns:x='u'><methodName>m</methodName><params><x:param>"
            + value
            + between
            + value
            + "</param></params></methodCall>";
    assertThat(Wire.refusal(Wire.utf8(call), Wire.ALL))
        .hasMessageEndingWith("the end tag </param> does not close <x:param> of line 1");
  }

  private static void assertRefused(String document, String problem) {
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(() -> MethodCall.read(Wire.utf8(document)))
        .withMessage("not XML-RPC at " + problem)
        .satisfies(e -> assertThat(e.faultCode()).isEqualTo(FaultCodes.NOT_XML_RPC));
  }

  private static void assertMalformed(String document, String problem) {
    assertThatExceptionOfType(NotWellFormedException.class)
        .isThrownBy(() -> MethodCall.read(Wire.utf8(document)))
        .withMessage("not well-formed XML at " + problem)
        .satisfies(e -> assertThat(e.faultCode()).isEqualTo(FaultCodes.NOT_WELL_FORMED));
  }
}
