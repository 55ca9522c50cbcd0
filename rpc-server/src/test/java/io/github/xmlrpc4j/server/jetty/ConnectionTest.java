package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens on a connection before, between and behind the calls. */
final class ConnectionTest {
  private static final String CHUNKED =
      "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n";

  private static RpcServer server;

  @BeforeAll
  static void start() {
    server = Calls.builtIn().limits(Limits.DEFAULT.withMaxDocumentBytes(10_000)).start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aBodyInChunksIsRead() throws Exception {
    String call = Calls.ADD_7_3;
    String chunks =
        "5;name=value\r\n%s\r\n%x\r\n%s\r\n0\r\nTrailer: x\r\n\r\n"
            .formatted(call.substring(0, 5), call.length() - 5, call.substring(5));
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(CHUNKED + "\r\n" + chunks);
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);

      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @Test
  void aRequestThatComesByteByByteIsRead() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      for (byte b : RawHttp.post(Calls.ADD_7_3)) {
        connection.send(new byte[] {b});
      }
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @Test
  void aPeerThatAsksWhetherToSendTheBodyIsToldTo() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(head("Expect: 100-continue", Calls.ADD_7_3.length()));
      assertThat(connection.receive().line()).isEqualTo("HTTP/1.1 100 Continue");

      connection.send(Calls.ADD_7_3);
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);

      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/RPC2, X: y, 10001, 413",
    "/RPC2, Content-Encoding: br, 100, 415",
    "/RPC2, Origin: null, 100, 403",
    "/else, X: y, 100, 404",
  })
  void aPeerThatAsksWhetherToSendTheBodyIsRefusedUnasked(
      String path, String header, int length, int status) throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(head("Expect: 100-continue\r\n" + header, length).replace("/RPC2", path));
      RawHttp.Answer answer = connection.receive();

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(connection.ended()).isTrue();
    }
  }

  @Test
  void aBodyThatWasAskedForIsDroppedToItsEndWhenItIsRefused() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(CHUNKED + "Expect: 100-continue\r\n\r\n");
      assertThat(connection.receive().line()).isEqualTo("HTTP/1.1 100 Continue");

      connection.send("5000\r\n" + " ".repeat(0x5000) + "\r\n0\r\n\r\n");
      assertThat(connection.receive().status()).isEqualTo(413);

      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @Test
  void aCallByHttp10IsAnsweredAndTheConnectionEnds() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(
          "POST /RPC2 HTTP/1.0\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(Calls.ADD_7_3.length(), Calls.ADD_7_3));

      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
      assertThat(connection.ended()).isTrue();
    }
  }

  @Test
  void aCallByHttp10CanAskToKeepTheConnection() throws Exception {
    String call =
        "POST /RPC2 HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(Calls.ADD_7_3.length(), Calls.ADD_7_3);
    try (RawHttp connection = RawHttp.to(server)) {
      for (int i = 0; i < 3; i++) {
        RawHttp.Answer answer = connection.send(call).receive();
        assertThat(Calls.result(answer)).isEqualTo(Calls.TEN);
        assertThat(answer.header("Connection")).isEqualTo("keep-alive");
      }
    }
  }

  @Test
  void oneConnectionServesManyCalls() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      for (int i = 0; i < 10; i++) {
        connection.send(RawHttp.post(Calls.call("add", Value.of(i), Value.of(1))));
        assertThat(Calls.result(connection.receive())).isEqualTo(Value.of(i + 1));
      }
    }
  }

  @Test
  void callsThatAreSentWithoutWaitingAreAnsweredInOrder() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      for (int i = 0; i < 5; i++) {
        connection.send(RawHttp.post(Calls.call("add", Value.of(i), Value.of(1))));
      }
      for (int i = 0; i < 5; i++) {
        assertThat(Calls.result(connection.receive())).isEqualTo(Value.of(i + 1));
      }
    }
  }

  @Test
  void theConnectionEndsWhenThePeerWantsIt() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(RawHttp.post(Calls.ADD_7_3, "Connection: close"));
      RawHttp.Answer answer = connection.receive();

      assertThat(Calls.result(answer)).isEqualTo(Calls.TEN);
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(connection.ended()).isTrue();
    }
  }

  @Test
  void aPeerThatHasNothingMoreToSendIsStillAnswered() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(RawHttp.post(Calls.ADD_7_3)).sendEnd();

      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
      assertThat(connection.ended()).isTrue();
    }
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedForLongerThanAConnectionMayBeIdle() throws Exception {
    try (RpcServer impatient = Calls.builtIn().idleTimeout(Duration.ofSeconds(1)).start();
        RawHttp connection = RawHttp.to(impatient)) {
      connection.send(head("X: y", 100) + "<methodCall>");
      RawHttp.Answer answer = connection.receive();

      assertThat(answer.plain())
          .isEqualTo("408 text/plain; charset=utf-8: The rest of the body did not come.\n");
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(connection.ended()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "POST /RPC2 HTTP/1.1\r\nHost: local"})
  void aConnectionWithoutARequestEndsWhenItWasIdle(String sent) throws Exception {
    try (RpcServer impatient = Calls.builtIn().idleTimeout(Duration.ofMillis(100)).start();
        RawHttp connection = RawHttp.to(impatient)) {
      connection.send(sent);

      assertThat(connection.ended()).isTrue();
    }
  }

  @Test
  void aRefusedBodyThatDoesNotComeEndsTheConnectionWhenItWasIdle() throws Exception {
    try (RpcServer impatient = Calls.builtIn().idleTimeout(Duration.ofSeconds(1)).start();
        RawHttp connection = RawHttp.to(impatient)) {
      connection.send(head("Content-Encoding: br", 100) + "<methodCall>");

      assertThat(connection.receive().status()).isEqualTo(415);
      assertThat(connection.ended()).isTrue();
    }
  }

  private static String head(String headers, int length) {
    return "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Length: %d\r\n\r\n"
        .formatted(headers, length);
  }
}
