package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.FaultException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and its files as they go over HTTP; what a browser makes of them has its own tests. */
final class PageTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
  private static final String NOT_READ = "405 text/plain; charset=utf-8: This is read by GET.\n";

  private static RpcServer server;

  @BeforeAll
  static void start() {
    server =
        Calls.builtIn()
            .method(
                MethodDefinition.of("<script>alert(1)</script>", (params, context) -> Calls.TEN)
                    .withHelp("</p><img src=x onerror=alert(2)> & \"quotes\" 'too'"))
            .method("wei rd\"'&/é", (params, context) -> Calls.TEN)
            .allowOrigin("https://rpc.example.org")
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/RPC2", "/?x=1", "/RPC2?user=7"})
  void aBrowserIsShownThePage(String path) throws Exception {
    RawHttp.Answer answer = get(path, "Accept: " + BROWSER);

    assertThat(answer.line()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("Vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(answer.body())
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<title>XML-RPC at localhost:7</title>")
        .contains("<article class=\"function\" id=\"function/add\" data-name=\"add\">")
        .contains("<p class=\"help\">Returns x + y of two numbers, or of two strings")
        .contains("<li class=\"signature\" data-types=\"int int int\"><code>add(")
        .endsWith("</html>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Accept: */*", "X: y", "Accept: text/html;q=0", "Accept: text/xml", "Accept: "})
  void whoeverDoesNotNameHtmlIsToldToPost(String header) throws Exception {
    RawHttp.Answer answer = get("/", header);

    assertThat(answer.header("Allow")).isEqualTo("POST");
    assertThat(answer.plain())
        .isEqualTo("405 text/plain; charset=utf-8: An XML-RPC endpoint is called by POST.\n");
  }

  @Test
  void aCallFromABrowserIsACallAndNoLookAtThePage() throws Exception {
    assertThat(
            Calls.result(
                RawHttp.exchange(server, RawHttp.post(Calls.ADD_7_3, "Accept: " + BROWSER))))
        .isEqualTo(Calls.TEN);
  }

  /** CVE-2019-16935 was a title that reached the page of Python's server as it was. */
  @Test
  void whatTheRegistrySaysIsTextAndNeverMarkup() throws Exception {
    String page = get("/", "Accept: text/html").body();

    assertThat(page)
        .contains("data-name=\"&lt;script&gt;alert(1)&lt;/script&gt;\"")
        .contains("id=\"function/%3Cscript%3Ealert%281%29%3C%2Fscript%3E\"")
        .contains("&lt;/p&gt;&lt;img src=x onerror=alert(2)&gt; &amp; &quot;quotes&quot; &#39;too")
        .contains("data-name=\"wei rd&quot;&#39;&amp;/é\"")
        .contains("id=\"function/wei%20rd%22%27%26%2F%C3%A9\"")
        .doesNotContain("<script>", "<img", "onerror=alert(2)>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"><script>x</script>", "a<b", "a'b"})
  void aHostIsNoMarkupEither(String host) throws Exception {
    RawHttp.Answer answer =
        RawHttp.exchange(
            server, "GET / HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\n\r\n");

    assertThat(answer.status()).isIn(400, 403);
    assertThat(answer.body()).doesNotContain(host);
  }

  @Test
  void nothingButItsOwnFilesMayRunOnThePage() throws Exception {
    for (String path : List.of("/", "/page/page.js", "/page/page.css", "/page/icon.svg")) {
      RawHttp.Answer answer = get(path, "Accept: text/html");

      assertThat(answer.header("Content-Security-Policy"))
          .isEqualTo(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'; require-trusted-types-for 'script';"
                  + " trusted-types xml");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }
  }

  @Test
  void thePageHasNoInlineScriptOrStyleAndNamesOnlyFilesThatAreThere() throws Exception {
    String page = get("/", "Accept: text/html").body();

    assertThat(page).doesNotContain("style=", "<style", " onclick", "javascript:");
    List<String> files =
        Pattern.compile("(?:src|href)=\"([^#\"][^\"]*)\"")
            .matcher(page)
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(files).contains("page/page.js", "page/page.css", "page/icon.svg");
    for (String file : files) {
      assertThat(get("/" + file).status()).as(file).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/page/page.css, text/css; charset=utf-8",
    "/page/page.js, text/javascript; charset=utf-8",
    "/page/wire.js, text/javascript; charset=utf-8",
    "/page/icon.svg, image/svg+xml"
  })
  void aFileIsReadWhateverIsAccepted(String path, String type) throws Exception {
    RawHttp.Answer answer = get(path);

    assertThat(answer.line()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(answer.header("Content-Type")).isEqualTo(type);
    assertThat(answer.header("Content-Length")).isEqualTo("" + answer.bytes().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/page", "/page/", "/page/package-info.class", "/page/Page.class"})
  void nothingElseIsThere(String path) throws Exception {
    assertThat(get(path, "Accept: text/html").plain())
        .isEqualTo(
            "404 text/plain; charset=utf-8: There is nothing here; the endpoint is /RPC2.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void aFileIsOnlyRead(String method) throws Exception {
    RawHttp.Answer answer =
        RawHttp.exchange(
            server, method + " /page/page.js HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");

    assertThat(answer.plain()).isEqualTo(NOT_READ);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page/page.css"})
  void headTellsWhatGetWouldAndHasNoBody(String path) throws Exception {
    RawHttp.Answer got = get(path, "Accept: text/html");
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(
          "HEAD " + path + " HTTP/1.1\r\nHost: localhost:7\r\nAccept: text/html\r\n\r\n");
      RawHttp.Answer head = connection.receiveHead();

      assertThat(head.line()).isEqualTo(got.line());
      for (String name : List.of("Content-Length", "Content-Type", "ETag", "Vary")) {
        assertThat(head.header(name)).as(name).isEqualTo(got.header(name));
      }
      // A body would come in the place of this answer.
      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/\"other\", %s", "*"})
  void whatABrowserHasIsNotSentAgain(String known) throws Exception {
    for (String path : List.of("/", "/page/page.js")) {
      String tag = get(path, "Accept: text/html").header("ETag");
      try (RawHttp connection = RawHttp.to(server)) {
        connection.send(
            request(path, "Accept: text/html", "If-None-Match: " + known.formatted(tag)));
        RawHttp.Answer answer = connection.receiveHead();

        assertThat(answer.line()).isEqualTo("HTTP/1.1 304 Not Modified");
        assertThat(answer.header("ETag")).isEqualTo(tag).matches("W/\"[0-9a-f]{24}\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
      }
      assertThat(get(path, "Accept: text/html", "If-None-Match: W/\"other\"").status())
          .isEqualTo(200);
    }
  }

  @Test
  void largeFilesAreCompressedForThoseWhoAsk() throws Exception {
    RawHttp.Answer plain = get("/page/page.css");
    RawHttp.Answer gzip = get("/page/page.css", "Accept-Encoding: gzip");

    assertThat(plain.headers()).doesNotContainKey("Content-Encoding");
    assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(gzip.bytes().length).isLessThan(plain.bytes().length / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "192.168.7.9", "RPC.example.org"})
  void thePageIsShownUnderAddressesThatLeadNowhereElse(String host) throws Exception {
    assertThat(shownUnder(host, "X: y").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rebound.example", "127.0.0.1.rebound.example", "a.rpc.example.org"})
  void nothingIsShownUnderANameThatSomebodyElseMayHaveMadeToLeadHere(String host) throws Exception {
    assertThat(shownUnder(host, "X: y").plain())
        .isEqualTo(
            "403 text/plain; charset=utf-8: Nothing is shown under this name; the builder's"
                + " allowOrigin with it shows it.\n");
  }

  @Test
  void aPageReadsTheFilesOfItsOwnOriginAndNoOtherPageDoes() throws Exception {
    assertThat(shownUnder("192.168.7.9", "Origin: http://192.168.7.9:7").status()).isEqualTo(200);
    for (String origin : List.of("https://evil.example", "null", "http://192.168.7.9:8")) {
      assertThat(shownUnder("192.168.7.9", "Origin: " + origin).status()).as(origin).isEqualTo(403);
    }
    assertThat(
            shownUnder("192.168.7.9", "Origin: https://rpc.example.org")
                .header("Access-Control-Allow-Origin"))
        .isEqualTo("https://rpc.example.org");
  }

  @Test
  void thePageTellsNobodyWhatAnInterceptorDoesNotLetThemAsk() throws Exception {
    try (RpcServer guarded =
        Calls.builtIn()
            .intercept(
                invocation -> {
                  if (!"Bearer key"
                      .equals(invocation.context().caller().metadata("Authorization"))) {
                    throw new FaultException(401, "no <key>, no entry");
                  }
                  return invocation.proceed();
                })
            .start()) {
      String stranger = RawHttp.exchange(guarded, request("/", "Accept: text/html")).body();
      String friend =
          RawHttp.exchange(guarded, request("/", "Accept: text/html", "Authorization: Bearer key"))
              .body();

      assertThat(stranger)
          .contains("does not tell its functions here: system.listMethods: fault 401: no &lt;key")
          .doesNotContain("<article", "addtogether");
      assertThat(friend).contains("data-name=\"addtogether\"");
    }
  }

  @Test
  void aServerCanBeBuiltWithoutThePage() throws Exception {
    try (RpcServer bare = Calls.builtIn().page(false).start()) {
      assertThat(RawHttp.exchange(bare, request("/", "Accept: text/html")).status()).isEqualTo(405);
      assertThat(RawHttp.exchange(bare, request("/page/page.js")).status()).isEqualTo(404);
      assertThat(RawHttp.exchange(bare, request("/openapi.yaml")).status()).isEqualTo(404);
    }
  }

  private static RawHttp.Answer shownUnder(String host, String header) throws Exception {
    return RawHttp.exchange(
        server,
        "GET / HTTP/1.1\r\nHost: " + host + ":7\r\nAccept: text/html\r\n" + header + "\r\n\r\n");
  }

  private static RawHttp.Answer get(String path, String... headers) throws Exception {
    return RawHttp.exchange(server, request(path, headers));
  }

  private static String request(String path, String... headers) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: localhost:7\r\n"
        + String.join("\r\n", headers)
        + (headers.length == 0 ? "" : "\r\n")
        + "\r\n";
  }
}
