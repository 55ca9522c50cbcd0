package io.github.xmlrpc4j.server.jetty;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.Value;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods, media types and bodies. */
final class EndpointOverHttpTest {
  private static final String ECHO_E_ACUTE =
      "<methodCall><methodName>addtogether</methodName>"
          + "<params><param><value>h\u00e9</value></param></params></methodCall>";

  private static RpcServer server;

  @BeforeAll
  static void start() {
    server = Calls.builtIn().start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static RequestSpecification request() {
    return given().baseUri("http://127.0.0.1").port(server.port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/RPC2", "/", "/RPC2?user=7&x", "/?x", "/%52PC2"})
  void thePathsOfTheEndpointAnswerCallsWithAnyQuery(String path) {
    request()
        .urlEncodingEnabled(false)
        .contentType("text/xml")
        .body(Calls.ADD_7_3)
        .post(path)
        .then()
        .statusCode(200)
        .header("Content-Type", "text/xml")
        .header("Server", nullValue())
        .body("methodResponse.params.param.value.int", equalTo("10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rpc2", "/RPC2/", "/RPC2/x", "/RPC", "/favicon.ico", "/xmlrpc.php"})
  void anotherPathIsNotFound(String path) {
    request()
        .body(Calls.ADD_7_3)
        .post(path)
        .then()
        .statusCode(404)
        .header("Content-Type", "text/plain; charset=utf-8")
        .header("Server", nullValue())
        .body(equalTo("There is nothing here; the endpoint is /RPC2.\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"})
  void anotherMethodIsNotAllowed(String method) {
    request()
        .request(method, "/RPC2")
        .then()
        .statusCode(405)
        .header("Allow", "POST")
        .header("Content-Type", "text/plain; charset=utf-8")
        .header("Server", nullValue())
        .body(equalTo("An XML-RPC endpoint is called by POST.\n"));
  }

  @Test
  void headIsNotAllowedAndItsAnswerHasNoBody() throws Exception {
    request().head("/RPC2").then().statusCode(405).header("Allow", "POST").body(emptyString());

    try (RawHttp connection = RawHttp.to(server)) {
      connection.send("HEAD /RPC2 HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(connection.receiveHead().header("Content-Length")).isEqualTo("39");
      // A body would come in the place of this answer.
      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/xml", "application/xml", "text/plain", "application/json", "what is this"})
  void anyMediaTypeWillDo(String type) throws Exception {
    assertThat(Calls.result(post(Calls.ADD_7_3.getBytes(UTF_8), type))).isEqualTo(Calls.TEN);
  }

  @Test
  void noMediaTypeWillDo() throws Exception {
    Calls.assertAnswers(server);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "''|line 1, column 1 (byte 0): the document is empty",
        "' \r\n\t '|line 2, column 3 (byte 5): the document ends before its root element",
        "hello|line 1, column 1 (byte 0): text where the root element should begin",
        "<methodCall><methodName>x</|line 1, column 28 (byte 27): the document ends inside an end"
            + " tag",
      })
  void aBodyThatIsNoXmlIsAFault(String body, String reason) throws Exception {
    RawHttp.Answer answer = post(body.getBytes(UTF_8), "text/xml");

    assertThat(Calls.fault(answer))
        .isEqualTo(new Fault(FaultCodes.NOT_WELL_FORMED, "not well-formed XML at " + reason));
  }

  @Test
  void aBodyThatIsNoCallIsAFault() throws Exception {
    String response =
        "<?xml version='1.0'?><methodResponse><params><param><value><int>1</int></value></param>"
            + "</params></methodResponse>";

    assertThat(Calls.fault(post(response.getBytes(UTF_8), "text/xml")))
        .isEqualTo(
            new Fault(
                FaultCodes.NOT_XML_RPC,
                "not XML-RPC at line 1, column 22 (byte 21): <methodResponse> where <methodCall>"
                    + " should stand"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/xml; charset=ISO-8859-1",
        "text/xml;charset=\"iso-8859-1\"",
        "application/xml; a=b; Charset=latin1"
      })
  void theMediaTypesCharsetCountsWhereTheDocumentNamesNone(String type) throws Exception {
    assertEchoed(post(ECHO_E_ACUTE.getBytes(ISO_8859_1), type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/xml; charset=klingon",
        "text/xml; charset=%$&",
        "text/xml; charset=",
        "text/xml; charset",
        "text/xml",
        "charset"
      })
  void aCharsetThatNobodyKnowsIsAsGoodAsNone(String type) throws Exception {
    assertEchoed(post(ECHO_E_ACUTE.getBytes(UTF_8), type));
  }

  @Test
  void theDocumentsOwnDeclarationOverrulesTheMediaType() throws Exception {
    String declared = "<?xml version='1.0' encoding='ISO-8859-1'?>" + ECHO_E_ACUTE;

    assertEchoed(post(declared.getBytes(ISO_8859_1), "text/xml; charset=utf-8"));
  }

  @Test
  void aByteOrderMarkOverrulesTheMediaType() throws Exception {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    document.write(new byte[] {(byte) 0xFF, (byte) 0xFE});
    document.write(ECHO_E_ACUTE.getBytes(UTF_16LE));

    assertEchoed(post(document.toByteArray(), "text/xml; charset=utf-8"));
  }

  @Test
  void bytesThatAreNotInTheirEncodingAreAFault() throws Exception {
    assertThat(Calls.fault(post(ECHO_E_ACUTE.getBytes(ISO_8859_1), "text/xml")))
        .isEqualTo(
            new Fault(
                FaultCodes.INVALID_CHARACTER,
                "not well-formed XML at line 1, column 72 (byte 71): the byte 0xE9 begins no"
                    + " character of UTF-8"));
  }

  private static void assertEchoed(RawHttp.Answer answer) {
    assertThat(Calls.result(answer)).isEqualTo(Value.of("h\u00e9"));
  }

  private static RawHttp.Answer post(byte[] body, String type) throws Exception {
    return RawHttp.exchange(server, RawHttp.post(body, "Content-Type: " + type));
  }
}
