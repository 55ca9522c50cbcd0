package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no sound HTTP is answered by a status, in one line of plain text, and the end. */
final class BadHttpTest {
  private static final String BAD = "400 text/plain; charset=utf-8: Bad Request\n";

  private static RpcServer server;

  @BeforeAll
  static void start() {
    server = Calls.builtIn().start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void theNextCallIsAnswered() throws Exception {
    Calls.assertAnswers(server);
  }

  static Stream<Arguments> requestLines() {
    String tooLong = "x".repeat(20_000);
    return Stream.of(
        Arguments.of("HELLO", BAD),
        Arguments.of("\u0016\u0003\u0001\u0002\u0000\u0001", BAD),
        Arguments.of("POST /RPC2%zz HTTP/1.1", BAD),
        Arguments.of("POST /RPC2%00 HTTP/1.1", BAD),
        Arguments.of("POST /../RPC2 HTTP/1.1", BAD),
        Arguments.of("PO(ST / HTTP/1.1", BAD),
        Arguments.of("GET /", "505 text/plain; charset=utf-8: HTTP Version Not Supported\n"),
        Arguments.of(
            "POST / HTTP/3.7", "505 text/plain; charset=utf-8: HTTP Version Not Supported\n"),
        Arguments.of("PRI * HTTP/2.0", "426 text/plain; charset=utf-8: Upgrade Required\n"),
        Arguments.of(
            "POST /" + tooLong + " HTTP/1.1", "414 text/plain; charset=utf-8: URI Too Long\n"));
  }

  @ParameterizedTest
  @MethodSource("requestLines")
  void aRequestLineThatIsNone(String line, String answer) throws Exception {
    assertRefused(line + "\r\nHost: localhost\r\n\r\n", answer);
  }

  @Test
  void aRequestThatIsForAnotherHostThanItsHostSays() throws Exception {
    RawHttp.Answer answer =
        RawHttp.exchange(
            server, "POST http://elsewhere.example/RPC2 HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertThat(answer.plain()).isEqualTo(BAD);
  }

  static Stream<Arguments> heads() {
    return Stream.of(
        Arguments.of("no Host", "Content-Length: 5\r\n", BAD),
        Arguments.of("two Hosts", "Host: a\r\nHost: b\r\nContent-Length: 5\r\n", BAD),
        Arguments.of("a negative length", "Host: a\r\nContent-Length: -1\r\n", BAD),
        Arguments.of("a signed length", "Host: a\r\nContent-Length: +5\r\n", BAD),
        Arguments.of("a length in hex", "Host: a\r\nContent-Length: 0x5\r\n", BAD),
        Arguments.of(
            "a length over 64 bits", "Host: a\r\nContent-Length: 99999999999999999999\r\n", BAD),
        Arguments.of("two lengths", "Host: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n", BAD),
        Arguments.of(
            "the same length twice", "Host: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n", BAD),
        Arguments.of("a list of lengths", "Host: a\r\nContent-Length: 5, 5\r\n", BAD),
        Arguments.of(
            "a length beside chunks",
            "Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n",
            BAD),
        Arguments.of(
            "chunks beside a length",
            "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n",
            BAD),
        Arguments.of("a transfer coding unheard of", "Host: a\r\nTransfer-Encoding: x\r\n", BAD),
        Arguments.of("a blank before the colon", "Host : a\r\nContent-Length: 5\r\n", BAD),
        Arguments.of("a folded header", "Host: a\r\nX: a\r\n b\r\nContent-Length: 5\r\n", BAD),
        Arguments.of("a null in a header", "Host: a\r\nX: a\0b\r\nContent-Length: 5\r\n", BAD),
        Arguments.of(
            "an expectation unheard of",
            "Host: a\r\nExpect: cake\r\nContent-Length: 5\r\n",
            "417 text/plain; charset=utf-8: Expectation Failed\n"),
        Arguments.of(
            "one long header",
            "Host: a\r\nX: " + "x".repeat(20_000) + "\r\n",
            "431 text/plain; charset=utf-8: Request Header Fields Too Large\n"),
        Arguments.of(
            "many headers",
            "Host: a\r\n" + "X: y\r\n".repeat(5_000),
            "431 text/plain; charset=utf-8: Request Header Fields Too Large\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("heads")
  void aHeadWith(String what, String head, String answer) throws Exception {
    assertThat(what).isNotEmpty();
    assertRefused("POST /RPC2 HTTP/1.1\r\n" + head + "\r\nhello", answer);
  }

  @Test
  void aChunkOfNoLength() throws Exception {
    assertRefused(
        "POST /RPC2 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n", BAD);
  }

  @Test
  void aBodyThatEndsEarlyIsABadRequestToAPeerThatStillListens() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection
          .send("POST /RPC2 HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nhello")
          .sendEnd();

      assertThat(connection.receive().plain()).isEqualTo(BAD);
      assertThat(connection.ended()).isTrue();
    }
  }

  private static void assertRefused(String request, String expected) throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(request);
      RawHttp.Answer answer = connection.receive();

      assertThat(answer.plain()).isEqualTo(expected);
      assertThat(answer.headers()).doesNotContainKey("Server");
      assertThat(answer.headers().toString()).doesNotContainIgnoringCase("jetty");
      assertThat(connection.ended()).isTrue();
    }
  }
}
