package io.github.xmlrpc4j.client;

import static io.github.xmlrpc4j.client.ScriptedServer.THREE;
import static io.github.xmlrpc4j.client.ScriptedServer.answering;
import static io.github.xmlrpc4j.client.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a listener sees of exchanges that do not go well. */
@Timeout(60)
final class WireListenerTest {
  private final List<RawExchange> seen = new CopyOnWriteArrayList<>();

  @Test
  void anAnswerThatBreaksOffInsideItsBodyIsSeenAsFarAsItCame() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<methodResp"));
        ServerProxy proxy = watched(server).build()) {
      assertThatThrownBy(() -> proxy.call("add")).isInstanceOf(ConnectionLostException.class);

      assertThat(seen).hasSize(1);
      assertThat(seen.get(0).isWhole()).isFalse();
      assertThat(seen.get(0).failure())
          .isEqualTo("the connection ended after 11 of 1000 bytes of the body");
      assertThat(seen.get(0).toString())
          .startsWith("POST /RPC2 HTTP/1.1\nHost: 127.0.0.1:")
          .endsWith(
              "\n\nHTTP/1.1 200 OK\nContent-Length: 1000\n\n<methodResp\n\n"
                  + "[broken off: the connection ended after 11 of 1000 bytes of the body]");
    }
  }

  @Test
  void anAnswerThatBreaksOffInsideItsHeadIsSeenAsFarAsItCame() throws Exception {
    try (ScriptedServer server = new ScriptedServer(answering("HTTP/1.1 200 OK\r\nConte"));
        ServerProxy proxy = watched(server).build()) {
      assertThatThrownBy(() -> proxy.call("add")).isInstanceOf(ConnectionLostException.class);

      assertThat(head(seen.get(0).response())).isEqualTo("HTTP/1.1 200 OK\r\nConte");
      assertThat(seen.get(0).failure()).isEqualTo("the connection ended before the whole response");
    }
  }

  @Test
  void whatIsNoHttpIsSeen() throws Exception {
    try (ScriptedServer server = new ScriptedServer(answering("220 mail.example.org ESMTP\r\n"));
        ServerProxy proxy = watched(server).build()) {
      assertThatThrownBy(() -> proxy.call("add")).isInstanceOf(BadResponseException.class);

      assertThat(head(seen.get(0).response())).isEqualTo("220 mail.example.org ESMTP\r\n");
      assertThat(seen.get(0).failure()).isEqualTo("the answer is not HTTP");
    }
  }

  @Test
  void anAnswerThatIsTooSlowIsSeenAsFarAsItCame() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                connection -> {
                  answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<me").play(connection);
                  awaitEnd(connection.getInputStream().read());
                });
        ServerProxy proxy = watched(server).timeout(Duration.ofMillis(300)).build()) {
      assertThatThrownBy(() -> proxy.call("add")).isInstanceOf(CallTimeoutException.class);

      assertThat(body(seen.get(0).response())).isEqualTo("<me");
      assertThat(seen.get(0).failure()).isEqualTo("the deadline has passed");
    }
  }

  @Test
  void anAnswerThatIsTooLargeIsSeenUpToTheLimit() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(answering("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5_000)));
        ServerProxy proxy =
            watched(server).limits(Limits.DEFAULT.withMaxDocumentBytes(4_000)).build()) {
      assertThatThrownBy(() -> proxy.call("add")).isInstanceOf(ResponseLimitException.class);

      assertThat(body(seen.get(0).response())).isEqualTo("x".repeat(4_001));
      assertThat(seen.get(0).failure())
          .isEqualTo(
              "a response of more than 4000 bytes exceeds the limit of 4000"
                  + " (Limits.maxDocumentBytes) at its body");
    }
  }

  @Test
  void aRequestThatMetAClosedConnectionIsSeenBesideTheOneThatFollowed() throws Exception {
    String alive = "HTTP/1.1 200 OK\r\nContent-Length: " + THREE.length() + "\r\n\r\n" + THREE;
    try (ScriptedServer server = new ScriptedServer(answering(alive));
        ServerProxy proxy = watched(server).build()) {
      proxy.call("add");
      proxy.call("add");

      assertThat(seen).extracting(RawExchange::isWhole).containsExactly(true, false, true);
    }
  }

  @Test
  void aRawExchangeThatIsTriedAgainGivesTheOneThatWasAnswered() throws Exception {
    String alive = "HTTP/1.1 200 OK\r\nContent-Length: " + THREE.length() + "\r\n\r\n" + THREE;
    try (ScriptedServer server = new ScriptedServer(answering(alive), ok(THREE));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      byte[] call = MethodCall.of("add").write();
      proxy.exchange(call);

      assertThat(body(proxy.exchange(call).response())).isEqualTo(THREE);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private ServerProxy.Builder watched(ScriptedServer server) {
    return ServerProxy.builder(server.uri()).listener(seen::add);
  }

  private static String head(RawMessage message) {
    return new String(message.head(), StandardCharsets.ISO_8859_1);
  }

  private static String body(RawMessage message) {
    return new String(message.body(), StandardCharsets.UTF_8);
  }

  private static void awaitEnd(int next) throws IOException {
    if (next >= 0) {
      throw new IOException("more than one request");
    }
  }
}
