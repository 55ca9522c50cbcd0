package io.github.xmlrpc4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xmlrpc4j.client.RawExchange;
import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.common.TypeFactoryImpl;
import org.apache.xmlrpc.serializer.BaseXmlWriterFactory;
import org.apache.xmlrpc.server.PropertyHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcErrorLogger;
import org.apache.xmlrpc.server.XmlRpcHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A servlet of Apache's with our codec behind it, seen from outside. */
@Timeout(60)
final class Xmlrpc4jServletServerTest {
  @FunctionalInterface
  private interface Conversation {
    void with(ServerProxy proxy) throws Exception;
  }

  private static final XmlRpcErrorLogger SILENT =
      new XmlRpcErrorLogger() {
        @Override
        public void log(String message, Throwable cause) {}
      };

  private static void serving(
      Xmlrpc4jServletServer behind, XmlRpcServerConfigImpl config, Conversation conversation)
      throws Exception {
    PropertyHandlerMapping mapping = new PropertyHandlerMapping();
    mapping.addHandler("Calculator", Calculator.class);
    behind.setErrorLogger(SILENT);
    try (Host.Running server = Host.serve(behind, mapping, config);
        ServerProxy proxy =
            ServerProxy.builder(server.uri()).header("Accept-Encoding", "identity").build()) {
      conversation.with(proxy);
    }
  }

  private static void serving(Conversation conversation) throws Exception {
    serving(new Xmlrpc4jServletServer(), Host.config(true), conversation);
  }

  private static ServerFaultException fault(ServerProxy proxy, String method, Object... params) {
    return catchThrowableOfType(ServerFaultException.class, () -> proxy.call(method, params));
  }

  @Test
  void aResponseHasItsLengthAndTheMediaTypeOfXml() throws Exception {
    serving(
        proxy -> {
          RawExchange raw =
              proxy.exchange(MethodCall.of("Calculator.add", Value.of(1), Value.of(2)).write());

          assertThat(raw.response().toString())
              .startsWith("HTTP/1.1 200 OK")
              .containsIgnoringCase("Content-Type: text/xml")
              .doesNotContain("Content-Encoding")
              .containsIgnoringCase("Content-Length: ")
              .contains("<value><int>3</int></value>");
        });
  }

  @Test
  void aResponseIsCompressedForThoseWhoAskWhereExtensionsAreEnabled() throws Exception {
    serving(
        proxy ->
            assertThat(
                    proxy
                        .withHeader("Accept-Encoding", "gzip")
                        .exchange(MethodCall.of("Calculator.secret").write())
                        .response()
                        .toString())
                .contains("Content-Encoding: gzip"));
  }

  @Test
  void theEncodingThatTheRequestNamesIsTheOneItIsReadIn() throws Exception {
    String call =
        "<methodCall><methodName>Calculator.describe</methodName><params>"
            + "<param><value>Zo\u00eb</value></param><param><value><boolean>1</boolean></value>"
            + "</param><param><value><base64/></value></param><param><value><dateTime.iso8601>"
            + "20260101T00:00:00</dateTime.iso8601></value></param></params></methodCall>";
    serving(
        proxy -> {
          HttpRequest request =
              HttpRequest.newBuilder(proxy.uri())
                  .header("Content-Type", "text/xml; charset=ISO-8859-1")
                  .POST(HttpRequest.BodyPublishers.ofString(call, StandardCharsets.ISO_8859_1))
                  .build();
          assertThat(
                  HttpClient.newHttpClient()
                      .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                      .body())
              .contains("<string>Zo\u00eb</string>");
        });
  }

  @Test
  void aCompressedRequestIsUnderstoodWithExtensionsAndWithout() throws Exception {
    for (boolean extensions : new boolean[] {true, false}) {
      serving(
          new Xmlrpc4jServletServer(),
          Host.config(extensions),
          proxy -> {
            byte[] call = MethodCall.of("Calculator.add", Value.of(1), Value.of(2)).write();
            assertThat(
                    proxy
                        .withHeader("Content-Encoding", "gzip")
                        .exchange(Peer.gzip(call))
                        .response()
                        .toString())
                .contains("<int>3</int>");
          });
    }
  }

  @Test
  void aResultThatCannotBeWrittenIsAFault() throws Exception {
    serving(
        proxy ->
            assertThat(fault(proxy, "Calculator.unwritable"))
                .hasMessageEndingWith(
                    "fault -32603: result: java.util.Locale is no type of XML-RPC; send it as a"
                        + " Map, an Object[], a String or a byte[]"));
  }

  @Test
  void whatAHandlerDidNotMeanToSayIsNotSaid() throws Exception {
    serving(
        proxy -> {
          assertThat(fault(proxy, "Calculator.secret"))
              .hasMessageEndingWith(
                  "fault -32500: the call failed unexpectedly; the server's log tells why");
          assertThat(fault(proxy, "Calculator.divide", 1, 0))
              .hasMessageEndingWith("fault 42: division by zero");
          assertThat(fault(proxy, "Calculator.fault")).hasMessageEndingWith("fault 43: on purpose");
        });
  }

  @Test
  void aServerThatConvertsExceptionsDecidesWhatIsSaid() throws Exception {
    Xmlrpc4jServletServer talkative =
        new Xmlrpc4jServletServer() {
          @Override
          protected Throwable convertThrowable(Throwable error) {
            return new XmlRpcException(9, error.getMessage().toUpperCase(Locale.ROOT));
          }
        };
    serving(
        talkative,
        Host.config(true),
        proxy ->
            assertThat(fault(proxy, "Calculator.divide", 1, 0))
                .hasMessageEndingWith("fault 9: DIVISION BY ZERO"));
  }

  @Test
  void aDocumentThatIsBrokenIsTheFaultThatTellsWhere() throws Exception {
    serving(
        proxy ->
            assertThat(
                    proxy
                        .exchange("<methodCall><methodName>x".getBytes(StandardCharsets.UTF_8))
                        .response()
                        .toString())
                .contains("<int>-32700</int>")
                .contains("not well-formed XML at line 1, column 26 (byte 25)"));
  }

  @Test
  void aBodyOverTheLimitIsAFault() throws Exception {
    serving(
        new Xmlrpc4jServletServer(Limits.DEFAULT.withMaxDocumentBytes(1_000)),
        Host.config(true),
        proxy ->
            assertThat(fault(proxy, "Calculator.add", "x".repeat(1_000)))
                .hasMessageEndingWith(
                    "fault -32400: a request of more than 1000 bytes exceeds the limit of 1000"
                        + " (Limits.maxDocumentBytes) at its body"));
  }

  @Test
  void settingsThatCannotBeHonouredAreRefusedByName() throws Exception {
    XmlRpcServerConfigImpl exceptions = Host.config(true);
    exceptions.setEnabledForExceptions(true);
    XmlRpcServerConfigImpl encoding = Host.config(true);
    encoding.setEncoding("ISO-8859-1");
    Xmlrpc4jServletServer writer = new Xmlrpc4jServletServer();
    writer.setXMLWriterFactory(new BaseXmlWriterFactory());
    Xmlrpc4jServletServer types = new Xmlrpc4jServletServer();
    types.setTypeFactory(new TypeFactoryImpl(types) {});

    assertRefused(
        new Xmlrpc4jServletServer(), exceptions, "enabledForExceptions: true (expected: false");
    assertRefused(
        new Xmlrpc4jServletServer(), encoding, "encoding: ISO-8859-1 (expected: UTF-8 or none;");
    assertRefused(
        writer,
        Host.config(true),
        "xmlWriterFactory: org.apache.xmlrpc.serializer.BaseXmlWriterFactory (expected: none of");
    assertRefused(
        types,
        Host.config(true),
        "typeFactory: io.github.xmlrpc4j.apache.Xmlrpc4jServletServerTest$3 (expected: none of");
  }

  private static void assertRefused(
      Xmlrpc4jServletServer behind, XmlRpcServerConfigImpl config, String message)
      throws Exception {
    serving(
        behind,
        config,
        proxy ->
            assertThat(fault(proxy, "Calculator.add", 1, 2).fault().text()).startsWith(message));
  }

  @Test
  void aMappingOfOnesOwnIsAskedByName() throws Exception {
    XmlRpcHandlerMapping mapping = Calls::handler;
    try (Host.Running server =
            Host.serve(new Xmlrpc4jServletServer(), mapping, Host.config(false));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(proxy.call("echo", 5))
          .isEqualTo(Value.Array.of(Value.of("Integer 5"), Value.of(5)));
    }
  }
}
