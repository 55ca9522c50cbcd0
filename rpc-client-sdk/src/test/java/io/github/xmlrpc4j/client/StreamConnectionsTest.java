package io.github.xmlrpc4j.client;

import static io.github.xmlrpc4j.client.ScriptedServer.THREE;
import static io.github.xmlrpc4j.client.ScriptedServer.answering;
import static io.github.xmlrpc4j.client.ScriptedServer.ok;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What streams do to connections, and what connections do to streams. */
@Timeout(60)
final class StreamConnectionsTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static final String BEGINNING = "<methodResponse><params><param><value><array><data>";
  private static final String ONE = "<value><int>1</int></value>";
  private static final String TAIL = "</data></array></value></param></params></methodResponse>";

  private static final TypeRef<Iterator<Integer>> NUMBERS = new TypeRef<>() {};

  private final CountDownLatch gone = new CountDownLatch(1);
  private final CountDownLatch goesOn = new CountDownLatch(1);

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private static void send(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    connection.getOutputStream().flush();
  }

  private static int sum(Iterator<Integer> numbers) {
    int sum = 0;
    while (numbers.hasNext()) {
      sum += numbers.next();
    }
    return sum;
  }

  @Test
  void aStreamThatWasReadGivesItsConnectionBack() throws Exception {
    String answer = HEAD + chunk(BEGINNING + ONE) + chunk(ONE + TAIL) + "0\r\n\r\n";
    try (ScriptedServer server =
            new ScriptedServer(
                connection -> {
                  while (true) {
                    send(connection, answer);
                    String unused = ScriptedServer.readRequest(connection.getInputStream());
                  }
                });
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      for (int i = 0; i < 3; i++) {
        assertThat(sum(proxy.call(NUMBERS, "numbers"))).isEqualTo(2);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aStreamThatIsClosedEndsItsConnection() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                connection -> {
                  send(connection, HEAD + chunk(BEGINNING + ONE));
                  if (connection.getInputStream().read() < 0) {
                    gone.countDown();
                  }
                },
                ok(THREE));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      try (Stream<Integer> numbers = proxy.call(new TypeRef<Stream<Integer>>() {}, "numbers")) {
        assertThat(numbers.limit(1)).containsExactly(1);
      }
      assertThat(gone.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(proxy.call(int.class, "add")).isEqualTo(3);
    }
  }

  @Test
  void theTimeLimitIsThatOfEachWait() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                connection -> {
                  send(connection, HEAD + chunk(BEGINNING + ONE));
                  goesOn.await();
                  send(connection, chunk(ONE));
                  int unused = connection.getInputStream().read();
                });
        ServerProxy proxy =
            ServerProxy.builder(server.uri()).timeout(Duration.ofMillis(400)).build()) {
      Iterator<Integer> numbers = proxy.call(NUMBERS, "numbers");
      assertThat(numbers.next()).isEqualTo(1);
      assertThat(gone.await(900, TimeUnit.MILLISECONDS)).isFalse();
      goesOn.countDown();
      assertThat(numbers.next()).isEqualTo(1);

      assertThatThrownBy(numbers::hasNext)
          .isInstanceOf(CallTimeoutException.class)
          .hasMessage(server.uri() + "/RPC2 numbers: no more of the exchange within 400 ms");
    }
  }

  @Test
  void closingTheProxyEndsItsStreams() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            connection -> {
              send(connection, HEAD + chunk(BEGINNING + ONE));
              int unused = connection.getInputStream().read();
            })) {
      ServerProxy proxy = ServerProxy.to(server.uri());
      Iterator<Integer> numbers = proxy.call(NUMBERS, "numbers");
      assertThat(numbers.next()).isEqualTo(1);
      proxy.close();

      assertThatThrownBy(numbers::hasNext)
          .isInstanceOf(ConnectionLostException.class)
          .hasMessage(server.uri() + "/RPC2 numbers: connection lost: the proxy is closed");
    }
  }

  @Test
  void anAnswerThatIsNoneIsToldWithItsBeginning() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                ok("<html><body>Sorry</body></html>"),
                ok(BEGINNING + ONE + "</date>" + TAIL),
                answering("HTTP/1.1 503 Busy\r\nContent-Length: 3\r\n\r\nno."));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      String call = server.uri() + "/RPC2 numbers: ";
      assertThatThrownBy(() -> proxy.call(NUMBERS, "numbers"))
          .isInstanceOf(BadResponseException.class)
          .hasMessage(
              call
                  + "an HTML page in place of an XML-RPC response; the body begins:"
                  + " <html><body>Sorry</body></html>");
      Iterator<Integer> numbers = proxy.call(NUMBERS, "numbers");
      assertThat(numbers.next()).isEqualTo(1);
      assertThatThrownBy(numbers::hasNext)
          .isInstanceOf(BadResponseException.class)
          .hasMessageStartingWith(
              call
                  + "not well-formed XML at line 1, column 79 (byte 78): the end tag </date> does"
                  + " not close <data> of line 1; the body begins: <methodResponse>");
      assertThatThrownBy(() -> proxy.call(NUMBERS, "numbers"))
          .isInstanceOf(HttpStatusException.class)
          .hasMessageStartingWith(call + "HTTP status 503");
    }
  }

  @Test
  void onlyAStreamGoesOutInChunksAndOnlyWhenItIsLong() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(THREE));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      proxy.call("sum", Stream.of(1));
      assertThat(server.request())
          .startsWith("POST /RPC2 HTTP/1.1\r\nHost: ")
          .contains("\r\nContent-Length: ")
          .doesNotContain("Accept-Encoding")
          .doesNotContain("chunked");
      proxy.call("sum", IntStream.range(0, 10_000).boxed());
      assertThat(server.request())
          .contains("\r\nTransfer-Encoding: chunked\r\n\r\n30")
          .doesNotContain("Content-Length")
          .endsWith("</params>\n</methodCall>\n\r\n0\r\n\r\n");
    }
  }

  @Test
  void whatWasDrawnIsNeverSentAgain() throws Exception {
    try (ScriptedServer server = new ScriptedServer(connection -> {});
        ServerProxy proxy =
            ServerProxy.builder(server.uri())
                .retries(new Retries(3, Duration.ofMillis(1), Duration.ofMillis(1)))
                .idempotent("sum", "numbers")
                .build()) {
      assertThatThrownBy(() -> proxy.call("sum", Stream.of(1)))
          .isInstanceOf(ConnectionLostException.class);
      assertThat(server.connections()).isEqualTo(1);
      assertThatThrownBy(() -> proxy.call(NUMBERS, "numbers"))
          .isInstanceOf(ConnectionLostException.class);
      assertThat(server.connections()).isEqualTo(4);
    }
  }

  @Test
  void anAnswerInACodingIsReadWhole() throws Exception {
    ByteBuffer document =
        ByteBuffer.wrap((BEGINNING + ONE + TAIL).getBytes(StandardCharsets.UTF_8));
    ByteBuffer coded =
        requireNonNull(ContentCoding.GZIP.encode(List.of(document), Limits.DEFAULT)).get(0);
    byte[] body = new byte[coded.remaining()];
    coded.get(body);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    answer.writeBytes(body);
    try (ScriptedServer server = new ScriptedServer(answering(answer.toByteArray()));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(sum(proxy.call(NUMBERS, "numbers"))).isEqualTo(1);
    }
  }

  @Test
  void aServerThatDoesNotReadHoldsTheArgumentBack() throws Exception {
    AtomicInteger drawn = new AtomicInteger();
    try (ServerSocket deaf = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ServerProxy proxy =
            ServerProxy.builder("http://127.0.0.1:" + deaf.getLocalPort())
                .timeout(Duration.ofMillis(500))
                .build()) {
      assertThatThrownBy(() -> proxy.call("sum", Stream.generate(drawn::incrementAndGet)))
          .isInstanceOf(CallTimeoutException.class)
          .hasMessageEndingWith("sum: no more of the exchange within 500 ms");
    }
    // The buffers of two sockets are all that lies between.
    assertThat(drawn.get()).isBetween(1_000, 1_000_000);
  }
}
