package io.github.xmlrpc4j.client;

import static io.github.xmlrpc4j.client.ScriptedServer.THREE;
import static io.github.xmlrpc4j.client.ScriptedServer.answering;
import static io.github.xmlrpc4j.client.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.contract.FaultCode;
import io.github.xmlrpc4j.contract.Idempotent;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HttpFeaturesTest {
  private static final String OUT_OF_STOCK =
      "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>42</int>"
          + "</value></member><member><name>faultString</name><value>no axes left</value></member>"
          + "</struct></value></fault></methodResponse>";
  private static final String BUSY =
      "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";

  @FaultCode(42)
  static final class OutOfStockException extends Exception {
    private static final long serialVersionUID = 1L;

    OutOfStockException(String message) {
      super(message);
    }
  }

  interface Shop {
    int order(String item) throws OutOfStockException;

    CompletableFuture<Integer> orderLater(String item) throws OutOfStockException;

    @Idempotent
    int stock();
  }

  @Test
  void aDeclaredExceptionStandsForItsFaultCode() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(OUT_OF_STOCK));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      Shop shop = proxy.as(Shop.class);

      assertThatThrownBy(() -> shop.order("axe"))
          .isInstanceOf(OutOfStockException.class)
          .hasMessage("no axes left");
      assertThatThrownBy(() -> shop.orderLater("axe").get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(OutOfStockException.class);
      assertThatThrownBy(shop::stock).isInstanceOf(ServerFaultException.class);
    }
  }

  interface Counter<T> {
    T stock();
  }

  interface ShopCounter extends Counter<Integer> {}

  @Test
  void anInterfaceMayInheritFromAGenericOne() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(THREE));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      int stock = proxy.as(ShopCounter.class).stock();

      assertThat(stock).isEqualTo(3);
    }
  }

  @Test
  void onlyAnIdempotentMethodIsTriedAgain() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                answering(BUSY),
                answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<half"),
                ok(THREE),
                answering(BUSY),
                ok(THREE));
        ServerProxy proxy =
            ServerProxy.builder(server.uri())
                .retries(new Retries(3, Duration.ofMillis(1), Duration.ofMillis(5)))
                .build()) {
      Shop shop = proxy.as(Shop.class);

      assertThat(shop.stock()).isEqualTo(3);
      assertThat(server.connections()).isEqualTo(3);
      assertThatThrownBy(() -> shop.order("axe"))
          .isInstanceOf(HttpStatusException.class)
          .hasMessage(
              server.uri() + "/RPC2 order: HTTP status 503 Service Unavailable; the body is empty");
      assertThat(server.connections()).isEqualTo(4);
    }
  }

  @Test
  void aNamedMethodIsTriedAgainAsOftenAsItIsTold() throws Exception {
    try (ScriptedServer server = new ScriptedServer(answering(BUSY));
        ServerProxy proxy =
            ServerProxy.builder(server.uri())
                .retries(new Retries(4, Duration.ZERO, Duration.ZERO))
                .idempotent("stock")
                .build()) {
      assertThatThrownBy(() -> proxy.call("stock")).isInstanceOf(HttpStatusException.class);
      assertThat(server.connections()).isEqualTo(4);
    }
  }

  @Test
  void anIdleConnectionThatTheServerClosedIsReplacedOnceAndInSilence() throws Exception {
    String alive = "HTTP/1.1 200 OK\r\nContent-Length: " + THREE.length() + "\r\n\r\n" + THREE;
    try (ScriptedServer server = new ScriptedServer(answering(alive));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      for (int i = 0; i < 5; i++) {
        assertThat(proxy.call(int.class, "stock")).isEqualTo(3);
      }
      assertThat(server.connections()).isEqualTo(5);
    }
  }

  @Test
  void headersTokensAndCookiesAreSentAsTold() throws Exception {
    String withCookie =
        "HTTP/1.1 200 OK\r\nSet-Cookie: session=abc; Path=/\r\nContent-Length: "
            + THREE.length()
            + "\r\n\r\n"
            + THREE;
    try (ScriptedServer server = new ScriptedServer(answering(withCookie), ok(THREE));
        ServerProxy proxy =
            ServerProxy.builder(server.uri())
                .bearer("t0ken")
                .header("X-Tenant", "blue")
                .cookies(new CookieManager())
                .build()) {
      proxy.call("first");
      proxy.withHeader("X-Request", "7").call("second");

      assertThat(server.request())
          .contains("\r\nAuthorization: Bearer t0ken\r\n")
          .contains("\r\nX-Tenant: blue\r\n")
          .doesNotContain("Cookie:");
      assertThat(server.request())
          .contains("\r\nX-Request: 7\r\n")
          .contains("\r\nCookie: session=abc\r\n");
    }
  }

  @Test
  void anAcceptEncodingOfOnesOwnStandsInPlaceOfTheUsualOne() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(THREE));
        ServerProxy proxy =
            ServerProxy.builder(server.uri()).header("Accept-Encoding", "identity").build()) {
      assertThat(proxy.call("add")).isEqualTo(Value.of(3));
      assertThat(server.request())
          .contains("\r\nAccept-Encoding: identity\r\n")
          .doesNotContain("gzip");
    }
  }

  @Test
  void aHeaderCannotSmuggleInAnother() {
    assertThatThrownBy(() -> ServerProxy.builder("http://h").header("X", "a\r\nHost: b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("value of X: holds a control character (expected: none)");
  }

  @Test
  void whatWouldPassForABombGoesUncompressedBothWays() {
    Value zeros = Value.Bytes.of(new byte[4_000_000]);
    try (RpcServer server =
            RpcServer.builder().method("same", (params, context) -> params.get(0)).start();
        ServerProxy proxy =
            ServerProxy.builder(server.uri().toString()).compressRequests().build()) {
      assertThat(proxy.call("same", zeros)).isEqualTo(zeros);
    }
  }

  @Test
  void compressionGoesBothWays() throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(THREE.getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(compressed.size())
                + ";x=y\r\n")
            .getBytes(StandardCharsets.UTF_8));
    answer.writeBytes(compressed.toByteArray());
    answer.writeBytes("\r\n0\r\nTrailer: none\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    try (ScriptedServer server = new ScriptedServer(answering(answer.toByteArray()));
        ServerProxy proxy = ServerProxy.builder(server.uri()).compressRequests().build()) {
      int three = proxy.call(int.class, "echo", "x".repeat(5_000));

      assertThat(three).isEqualTo(3);
      String request = server.request();
      assertThat(request).contains("\r\nContent-Encoding: gzip\r\n");
      byte[] body =
          request.substring(request.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .contains("x".repeat(5_000));
      }
    }
  }

  @Test
  void anHttpProxyIsAskedForTheWholeAddress() throws Exception {
    try (ScriptedServer gateway = new ScriptedServer(ok(THREE));
        ServerProxy proxy =
            ServerProxy.builder("http://example.org:81/rpc")
                .proxy("127.0.0.1", gateway.port(), "ada", "s3cret")
                .build()) {
      assertThat(proxy.call(int.class, "stock")).isEqualTo(3);
      assertThat(gateway.request())
          .startsWith("POST http://example.org:81/rpc HTTP/1.1\r\nHost: example.org:81\r\n")
          .contains("\r\nProxy-Authorization: Basic YWRhOnMzY3JldA==\r\n");
    }
  }

  @Test
  void oneConnectionServesManyCalls() throws Exception {
    ScriptedServer.Script ten =
        connection -> {
          for (int i = 0; i < 10; i++) {
            ok(THREE).play(connection);
            next(connection);
          }
        };
    try (ScriptedServer server = new ScriptedServer(ten);
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      for (int i = 0; i < 10; i++) {
        assertThat(proxy.call("stock")).isEqualTo(Value.of(3));
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static void next(Socket connection) throws Exception {
    String unused = ScriptedServer.readRequest(connection.getInputStream());
  }
}
