package io.github.xmlrpc4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.apache.xmlrpc.XmlRpcHandler;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.common.XmlRpcHttpRequestConfig;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each setting of a server's configuration, on both servers that run Apache's handlers. */
@Timeout(60)
final class ServerSettingsTest {
  @FunctionalInterface
  private interface Conversation {
    void with(ServerProxy proxy) throws Exception;
  }

  private static void serving(
      Host host, XmlRpcServerConfigImpl config, XmlRpcHandler handler, Conversation conversation)
      throws Exception {
    try (Host.Running server = host.start(name -> handler, config);
        ServerProxy proxy =
            ServerProxy.builder(server.uri()).header("Accept-Encoding", "identity").build()) {
      conversation.with(proxy);
    }
  }

  private static Object first(XmlRpcRequest request) {
    return request.getParameter(0);
  }

  @Test
  void thereAreNoSettingsButThoseThatAreTestedHere() {
    assertThat(Calls.settings(XmlRpcServerConfigImpl.class))
        .containsExactly(
            "basicEncoding",
            "contentLengthOptional",
            "enabledForExceptions",
            "enabledForExtensions",
            "encoding",
            "keepAliveEnabled",
            "timeZone");
  }

  @ParameterizedTest
  @EnumSource(names = {"BRIDGED_SERVLET", "RPC_SERVER"})
  void userAndPasswordAreReadInTheirEncoding(Host host) throws Exception {
    XmlRpcServerConfigImpl config = Host.config(false);
    config.setBasicEncoding("ISO-8859-1");
    serving(
        host,
        config,
        request -> {
          XmlRpcHttpRequestConfig sent = (XmlRpcHttpRequestConfig) request.getConfig();
          return sent.getBasicUserName() + " " + sent.getBasicPassword();
        },
        proxy ->
            assertThat(
                    proxy
                        .withHeader("Authorization", "Basic Wm/rOnBhc3M6d29yZA==")
                        .call(String.class, "echo"))
                .isEqualTo("Zoë pass:word"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BRIDGED_SERVLET", "RPC_SERVER"})
  void datesAreReadAndWrittenInTheZoneThatIsSet(Host host) throws Exception {
    XmlRpcServerConfigImpl config = Host.config(false);
    config.setTimeZone(TimeZone.getTimeZone("Asia/Tokyo"));
    LocalDateTime noon = LocalDateTime.parse("2026-07-01T12:00:00");
    serving(
        host,
        config,
        request -> new Object[] {Shown.of(first(request)), first(request)},
        proxy ->
            assertThat(proxy.call("echo", noon))
                .isEqualTo(
                    Value.Array.of(Value.of("Date 2026-07-01T03:00:00Z"), Value.Time.of(noon))));
  }

  @ParameterizedTest
  @EnumSource(names = {"BRIDGED_SERVLET", "RPC_SERVER"})
  void nothingButTheSpecificationIsWrittenUnlessExtensionsAreEnabled(Host host) throws Exception {
    XmlRpcHandler nothing = request -> null;
    serving(
        host,
        Host.config(false),
        nothing,
        proxy ->
            assertThatThrownBy(() -> proxy.call("echo"))
                .hasMessageEndingWith(
                    "fault -32603: result: there is no value, and no nil without Extension.NIL"));
    serving(
        host,
        Host.config(true),
        nothing,
        proxy ->
            assertThat(proxy.exchange(MethodCall.of("echo").write()).response().toString())
                .contains(" xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>")
                .contains("<value><ex:nil/></value>"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BRIDGED_SERVLET", "RPC_SERVER"})
  void whatIsWrittenIsUtf8AndAnotherEncodingIsRefusedByName(Host host) throws Exception {
    XmlRpcServerConfigImpl config = Host.config(false);
    config.setEncoding("utf-8");
    serving(
        host,
        config,
        request -> "é",
        proxy ->
            assertThat(proxy.exchange(MethodCall.of("echo").write()).response().toString())
                .contains("<string>é</string>"));

    config.setEncoding("ISO-8859-1");
    assertRefused(
        host, config, "encoding: ISO-8859-1 (expected: UTF-8 or none; xmlrpc4j writes no other)");
  }

  @ParameterizedTest
  @EnumSource(names = {"BRIDGED_SERVLET", "RPC_SERVER"})
  void exceptionsOnTheWireAreRefusedByName(Host host) throws Exception {
    XmlRpcServerConfigImpl config = Host.config(true);
    config.setEnabledForExceptions(true);
    assertRefused(
        host,
        config,
        "enabledForExceptions: true (expected: false; with it a program deserialises the Java"
            + " objects that its peer sends, CVE-2019-17570)");
  }

  /** Our own server refuses before it starts, a servlet when it is first called. */
  private static void assertRefused(Host host, XmlRpcServerConfigImpl config, String message) {
    assertThatThrownBy(
            () -> serving(host, config, ServerSettingsTest::first, proxy -> proxy.call("echo", 1)))
        .hasMessageEndingWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "BRIDGED_SERVLET, false",
    "BRIDGED_SERVLET, true",
    "RPC_SERVER, false",
    "RPC_SERVER, true"
  })
  void aRequestNeedsNoLengthAndAnAnswerHasOne(Host host, boolean optional) throws Exception {
    XmlRpcServerConfigImpl config = Host.config(true);
    config.setContentLengthOptional(optional);
    byte[] call = MethodCall.of("echo", Value.of(5)).write();
    serving(
        host,
        config,
        ServerSettingsTest::first,
        proxy -> {
          HttpResponse<String> answer = post(proxy.uri(), call);
          assertThat(answer.body()).contains("<int>5</int>");
          assertThat(answer.headers().firstValueAsLong("Content-Length"))
              .hasValue(answer.body().length());
        });
  }

  private static HttpResponse<String> post(URI uri, byte[] body) throws Exception {
    HttpRequest chunked =
        HttpRequest.newBuilder(uri)
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    return HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "BRIDGED_SERVLET, false",
    "BRIDGED_SERVLET, true",
    "RPC_SERVER, false",
    "RPC_SERVER, true"
  })
  void aConnectionIsKeptInEitherCase(Host host, boolean kept) throws Exception {
    XmlRpcServerConfigImpl config = Host.config(true);
    config.setKeepAliveEnabled(kept);
    serving(
        host,
        config,
        ServerSettingsTest::first,
        proxy ->
            assertThat(
                    proxy
                        .exchange(MethodCall.of("echo", Value.of(5)).write())
                        .response()
                        .toString())
                .startsWith("HTTP/1.1 200 ")
                .doesNotContainIgnoringCase("Connection: close"));
  }
}
