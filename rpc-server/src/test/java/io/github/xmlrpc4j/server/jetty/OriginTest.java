package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that a browser makes for a page. */
final class OriginTest {
  private static final String REFUSED =
      "403 text/plain; charset=utf-8: Pages of this origin may not call this server; its builder's"
          + " allowOrigin lets them.\n";

  private static RpcServer server;

  @BeforeAll
  static void start() {
    server =
        Calls.builtIn()
            .allowOrigin("https://Tools.example.org")
            .allowOrigin("http://dev.example.org:8080")
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aCallWithoutAnOriginComesFromNoPage() throws Exception {
    RawHttp.Answer answer = RawHttp.exchange(server, RawHttp.post(Calls.ADD_7_3));

    assertThat(Calls.result(answer)).isEqualTo(Calls.TEN);
    assertThat(answer.headers()).doesNotContainKeys("Vary", "Access-Control-Allow-Origin");
  }

  static Stream<String> allowed() {
    return Stream.of(
        "https://tools.example.org",
        "http://dev.example.org:8080",
        "http://127.0.0.1:" + server.port(),
        "http://localhost:" + server.port(),
        "http://[::1]:" + server.port());
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void thePageOfAnAllowedOriginMayCallAndRead(String origin) throws Exception {
    RawHttp.Answer answer = call("Origin: " + origin);

    assertThat(Calls.result(answer)).isEqualTo(Calls.TEN);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(answer.header("Vary")).isEqualTo("Origin");
    assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Credentials");
  }

  static Stream<String> refused() {
    int port = server.port();
    int other = port == 65_535 ? 1024 : port + 1;
    return Stream.of(
        "https://evil.example",
        "null",
        "",
        "*",
        "http://127.0.0.1:" + other,
        "http://localhost:" + other,
        "http://127.0.0.1",
        "https://127.0.0.1:" + port,
        "http://127.0.0.2:" + port,
        "http://localhost.evil.example:" + port,
        "http://127.0.0.1:" + port + ".evil.example",
        "http://127.0.0.1:" + port + "/",
        "http://evil@127.0.0.1:" + port,
        "http://127.0.0.1:" + port + "@evil.example",
        "http://127.0.0.1:" + port + " https://evil.example",
        "http://2130706433:" + port,
        "https://tools.example.org.evil.example",
        "http://tools.example.org",
        "https://tools.example.org:444",
        "https://dev.example.org:8080",
        "://",
        "http://[",
        "%00");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void thePageOfAnotherOriginIsRefusedAndDoesNotReadWhy(String origin) throws Exception {
    RawHttp.Answer answer = call("Origin: " + origin);

    assertThat(answer.plain()).isEqualTo(REFUSED);
    assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
  }

  @Test
  void anOriginThatEqualsTheHostProvesNothing() throws Exception {
    String name = "rebound.example:" + server.port();
    RawHttp.Answer answer =
        RawHttp.exchange(
            server,
            "POST /RPC2 HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(name, name, Calls.ADD_7_3.length(), Calls.ADD_7_3));

    assertThat(answer.plain()).isEqualTo(REFUSED);
  }

  @Test
  void aSecondOriginBesideAnAllowedOneIsRefused() throws Exception {
    RawHttp.Answer answer =
        call("Origin: https://tools.example.org", "Origin: https://evil.example");

    assertThat(answer.plain()).isEqualTo(REFUSED);
  }

  @Test
  void aRefusedCallDoesNotRun() throws Exception {
    String[] ran = {"no"};
    try (RpcServer counted =
        RpcServer.builder()
            .method(
                "run",
                (params, context) -> {
                  ran[0] = "yes";
                  return Calls.TEN;
                })
            .start()) {
      byte[] call = RawHttp.post(Calls.call("run"), "Origin: null", "Content-Type: text/plain");

      assertThat(RawHttp.exchange(counted, call).status()).isEqualTo(403);
      assertThat(ran[0]).isEqualTo("no");
    }
  }

  @Test
  void aPreflightOfAnAllowedOriginIsGranted() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(
          preflight("https://tools.example.org")
              + "Access-Control-Request-Headers: authorization,content-type\r\n\r\n");
      RawHttp.Answer answer = connection.receive();

      assertThat(answer.line()).isEqualTo("HTTP/1.1 204 No Content");
      assertThat(answer.header("Access-Control-Allow-Origin"))
          .isEqualTo("https://tools.example.org");
      assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("POST");
      assertThat(answer.header("Access-Control-Allow-Headers"))
          .isEqualTo("authorization,content-type");
      assertThat(answer.header("Vary")).isEqualTo("Origin");

      connection.send(RawHttp.post(Calls.ADD_7_3, "Origin: https://tools.example.org"));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @Test
  void aPreflightOfAnotherOriginIsRefused() throws Exception {
    RawHttp.Answer answer = RawHttp.exchange(server, preflight("https://evil.example") + "\r\n");

    assertThat(answer.plain()).isEqualTo(REFUSED);
    assertThat(answer.headers())
        .doesNotContainKeys("Access-Control-Allow-Origin", "Access-Control-Allow-Methods");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "*", "", "example.org", "https://", "https://a/b", "https://a@b", "x y"})
  void whatIsNoOriginCannotBeAllowed(String origin) {
    assertThatThrownBy(() -> RpcServer.builder().allowOrigin(origin))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "origin: \""
                + origin
                + "\" (expected: scheme, host and port alone, as in \"https://example.org\" or"
                + " \"http://example.org:8080\")");
  }

  private static String preflight(String origin) {
    return "OPTIONS /RPC2 HTTP/1.1\r\nHost: localhost\r\nOrigin: "
        + origin
        + "\r\nAccess-Control-Request-Method: POST\r\n";
  }

  private static RawHttp.Answer call(String... headers) throws Exception {
    return RawHttp.exchange(server, RawHttp.post(Calls.ADD_7_3, headers));
  }
}
