package io.github.xmlrpc4j.openapi;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of calls: each is sent, and answered as the example of the same name says. */
final class ExamplesTest {
  private static final Description DESCRIPTION = Description.read();

  private static RpcServer server;

  @BeforeAll
  static void start() {
    server = RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Map<String, Object> requests() {
    return DESCRIPTION.map(
        "paths", "/RPC2", "post", "requestBody", "content", "text/xml", "examples");
  }

  private static Map<String, Object> answers() {
    return DESCRIPTION.map(
        "paths", "/RPC2", "post", "responses", "200", "content", "text/xml", "examples");
  }

  static Set<String> examples() {
    return requests().keySet();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsAnsweredAsItSays(String name) {
    given()
        .baseUri("http://127.0.0.1")
        .port(server.port())
        .contentType("text/xml")
        .body(value(requests(), name))
        .post("/RPC2")
        .then()
        .statusCode(200)
        .header("Content-Type", "text/xml")
        .body(equalTo(value(answers(), name)));
  }

  @Test
  void noAnswerIsWithoutItsRequest() {
    assertThat(answers().keySet()).isEqualTo(examples()).hasSizeGreaterThan(4);
  }

  @Test
  void theCapturedExchangesAreThereByteForByte() {
    assertThat(bytes(requests(), "strings")).hasSize(258);
    assertThat(bytes(answers(), "strings")).hasSize(129);
    assertThat(bytes(requests(), "integers")).hasSize(330);
    assertThat(bytes(answers(), "integers")).hasSize(122);
  }

  private static byte[] bytes(Map<String, Object> examples, String name) {
    return value(examples, name).getBytes(US_ASCII);
  }

  private static String value(Map<String, Object> examples, String name) {
    return (String) ((Map<?, ?>) examples.get(name)).get("value");
  }
}
