package io.github.xmlrpc4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.xmlrpc.XmlRpcConfigImpl;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.XmlRpcRequestConfig;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcClientException;
import org.apache.xmlrpc.client.XmlRpcClientRequestImpl;
import org.apache.xmlrpc.common.TypeFactoryImpl;
import org.apache.xmlrpc.serializer.BaseXmlWriterFactory;
import org.apache.xmlrpc.server.XmlRpcServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting of a client's configuration, as it arrives at a peer or is refused. */
@Timeout(60)
final class ClientSettingsTest {
  private Peer peer;
  private XmlRpcClientConfigImpl config;

  @BeforeEach
  void start() throws Exception {
    peer = Peer.answering(Peer.THREE);
    config = Calls.config(peer.uri() + "/some/path?x=1", false);
  }

  @AfterEach
  void stop() {
    peer.close();
  }

  private Peer.Request sent(Object... params) throws Exception {
    XmlRpcClient client = Calls.bridged(config);
    assertThat(client.execute("add", params)).isEqualTo(3);
    return peer.request();
  }

  @Test
  void thereAreNoSettingsButThoseThatAreTestedHereAndTheTimeouts() {
    assertThat(Calls.settings(XmlRpcClientConfigImpl.class))
        .containsExactly(
            "basicEncoding",
            "basicPassword",
            "basicUserName",
            "connectionTimeout",
            "contentLengthOptional",
            "enabledForExceptions",
            "enabledForExtensions",
            "encoding",
            "gzipCompressing",
            "gzipRequesting",
            "replyTimeout",
            "serverURL",
            "timeZone",
            "userAgent",
            "xmlRpcServer");
  }

  @Test
  void theRequestGoesToTheServerUrlWithItsLengthAndPlainly() throws Exception {
    Peer.Request request = sent(1, "two");

    assertThat(request.path()).isEqualTo("/some/path?x=1");
    assertThat(request.header("Content-Type")).isEqualTo("text/xml");
    assertThat(request.header("Content-Length")).isEqualTo("" + request.body().length);
    assertThat(request.header("Transfer-Encoding")).isNull();
    assertThat(request.header("User-Agent")).isEqualTo("xmlrpc4j");
    assertThat(request.header("Authorization")).isNull();
    assertThat(request.headers().get("Accept-Encoding")).containsExactly("identity");
    assertThat(request.text())
        .isEqualTo(
            """
            <?xml version='1.0'?>
            <methodCall>
            <methodName>add</methodName>
            <params>
            <param>
            <value><int>1</int></value>
            </param>
            <param>
            <value><string>two</string></value>
            </param>
            </params>
            </methodCall>
            """);
  }

  @Test
  void anAddressWithoutAPathMeansTheRoot() throws Exception {
    config.setServerURL(url(peer.uri()));

    assertThat(sent().path()).isEqualTo("/");
  }

  @Test
  void extensionsGoOutUnderTheNamesThatApacheReads() throws Exception {
    config.setEnabledForExtensions(true);

    assertThat(sent(null, 5L, (byte) 1).text())
        .contains("<methodCall xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>")
        .contains("<value><ex:nil/></value>")
        .contains("<value><ex:i8>5</ex:i8></value>")
        .contains("<value><ex:i1>1</ex:i1></value>");
  }

  @Test
  void userAndPasswordGoOutInTheirEncoding() throws Exception {
    config.setBasicUserName("Zoë");
    config.setBasicPassword("pass:word");
    assertThat(sent().header("Authorization")).isEqualTo("Basic Wm/DqzpwYXNzOndvcmQ=");

    config.setBasicEncoding("ISO-8859-1");
    assertThat(sent().header("Authorization")).isEqualTo("Basic Wm/rOnBhc3M6d29yZA==");
  }

  @Test
  void aUserInTheAddressCountsWhereTheConfigurationHasNone() throws Exception {
    config.setServerURL(url(peer.uri().replace("//", "//ann:secret@")));
    assertThat(sent().headers().get("Authorization")).containsExactly("Basic YW5uOnNlY3JldA==");

    config.setBasicUserName("bob");
    config.setBasicPassword("x");
    assertThat(sent().headers().get("Authorization")).containsExactly("Basic Ym9iOng=");
  }

  @Test
  void theUserAgentIsTheOneThatIsSet() throws Exception {
    config.setUserAgent("inventory/7");

    assertThat(sent().headers().get("User-Agent")).containsExactly("inventory/7");
  }

  @Test
  void gzipIsAskedForWhenItIsSet() throws Exception {
    config.setGzipRequesting(true);

    assertThat(sent().headers().get("Accept-Encoding")).containsExactly("gzip");
  }

  @Test
  void requestsAreCompressedWhenThatIsSetAndTheyAreLarge() throws Exception {
    config.setGzipCompressing(true);

    assertThat(sent("small").header("Content-Encoding")).isNull();
    Peer.Request request = sent("x".repeat(5_000));
    assertThat(request.header("Content-Encoding")).isEqualTo("gzip");
    byte[] document = new GZIPInputStream(new ByteArrayInputStream(request.body())).readAllBytes();
    assertThat(new String(document, StandardCharsets.UTF_8))
        .contains("<string>" + "x".repeat(5_000) + "</string>");
  }

  @Test
  void aLengthThatIsOptionalIsSentAllTheSame() throws Exception {
    config.setEnabledForExtensions(true);
    config.setContentLengthOptional(true);

    Peer.Request request = sent("x");
    assertThat(request.header("Content-Length")).isEqualTo("" + request.body().length);
  }

  @Test
  void datesAreInTheZoneThatIsSet() throws Exception {
    Date date = Date.from(java.time.Instant.parse("2026-07-01T12:00:00.999Z"));
    config.setTimeZone(TimeZone.getTimeZone("UTC"));
    assertThat(sent(date).text()).contains(">20260701T12:00:00<");

    config.setTimeZone(TimeZone.getTimeZone("Asia/Tokyo"));
    assertThat(sent(date).text()).contains(">20260701T21:00:00<");
  }

  @Test
  void eachCallGoesByTheConfigurationThatItIsMadeWith() throws Exception {
    XmlRpcClient client = Calls.bridged(config);
    XmlRpcClientConfigImpl other = config.cloneMe();
    other.setUserAgent("other");

    Object unused = client.execute(other, "add", List.of());
    assertThat(peer.request().header("User-Agent")).isEqualTo("other");
    unused = client.execute("add", List.of());
    assertThat(peer.request().header("User-Agent")).isEqualTo("xmlrpc4j");
  }

  @Test
  void whatTheConfigurationHasNoWordForIsSetOnTheProxy() throws Exception {
    XmlRpcClient client = Calls.plain(config);
    client.setTransportFactory(
        new Xmlrpc4jTransportFactory(client, builder -> builder.header("X-Tenant", "7")));

    assertThat(client.execute("add", new Object[0])).isEqualTo(3);
    assertThat(peer.request().header("X-Tenant")).isEqualTo("7");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refusal(
            config -> config.setEncoding("ISO-8859-1"),
            "encoding: ISO-8859-1 (expected: UTF-8 or none; xmlrpc4j writes no other)"),
        refusal(
            config -> config.setEnabledForExceptions(true),
            "enabledForExceptions: true (expected: false; with it a program deserialises the Java"
                + " objects that its peer sends, CVE-2019-17570)"),
        refusal(
            config -> config.setXmlRpcServer(new XmlRpcServer()),
            "xmlRpcServer: org.apache.xmlrpc.server.XmlRpcServer (expected: none; xmlrpc4j calls"
                + " the serverURL)"),
        refusal(
            config -> config.setServerURL(null),
            "serverURL: null (expected: http://host... or https://host...)"),
        refusal(
            config -> config.setServerURL(url("ftp://127.0.0.1/")),
            "serverURL: ftp://127.0.0.1/ (expected: http://host... or https://host...)"));
  }

  private static Arguments refusal(Consumer<XmlRpcClientConfigImpl> setting, String message) {
    return arguments(setting, message);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aSettingThatCannotBeHonouredIsRefusedByName(
      Consumer<XmlRpcClientConfigImpl> setting, String message) {
    setting.accept(config);

    assertRefused(Calls.bridged(config), message);
  }

  @Test
  void aConfigurationThatIsNotForHttpIsRefused() {
    XmlRpcClient client = Calls.bridged(config);
    XmlRpcRequest local =
        new XmlRpcClientRequestImpl(new XmlRpcLocalConfig(), "add", new Object[0]);

    assertThatThrownBy(() -> client.execute(local))
        .isInstanceOf(XmlRpcException.class)
        .hasMessage(
            "config: io.github.xmlrpc4j.apache.ClientSettingsTest$XmlRpcLocalConfig (expected: an"
                + " XmlRpcHttpClientConfig)");
  }

  private static final class XmlRpcLocalConfig extends XmlRpcConfigImpl
      implements XmlRpcRequestConfig {}

  @Test
  void utf8IsTheOneEncoding() throws Exception {
    config.setEncoding("utf-8");

    assertThat(sent("é").text()).contains("<string>é</string>");
  }

  @Test
  void anUnknownEncodingOfThePasswordIsRefusedByName() {
    config.setBasicUserName("ann");
    config.setBasicEncoding("X-NOWHERE");

    assertThatThrownBy(() -> Calls.bridged(config).execute("add", new Object[0]))
        .isInstanceOf(XmlRpcClientException.class)
        .hasMessage("Unsupported encoding: X-NOWHERE");
  }

  @Test
  void aTypeFactoryOfOnesOwnIsRefusedByName() {
    XmlRpcClient client = Calls.bridged(config);
    client.setTypeFactory(new OwnTypes(client));

    assertRefused(
        client,
        "typeFactory: io.github.xmlrpc4j.apache.ClientSettingsTest$OwnTypes (expected: none of"
            + " one's own; ApacheCodec tells how values map, others are to be converted before the"
            + " call)");
  }

  @Test
  void anXmlWriterFactoryOfOnesOwnIsRefusedByName() {
    XmlRpcClient client = Calls.bridged(config);
    client.setXmlWriterFactory(new BaseXmlWriterFactory());

    assertRefused(
        client,
        "xmlWriterFactory: org.apache.xmlrpc.serializer.BaseXmlWriterFactory (expected: none of"
            + " one's own; xmlrpc4j writes documents itself)");
  }

  private void assertRefused(XmlRpcClient client, String message) {
    assertThatThrownBy(() -> client.execute("add", new Object[0]))
        .isInstanceOf(XmlRpcException.class)
        .hasMessage(message);
    assertThat(peer.isUntouched()).isTrue();
  }

  private static URL url(String text) {
    try {
      return URI.create(text).toURL();
    } catch (java.net.MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static final class OwnTypes extends TypeFactoryImpl {
    OwnTypes(XmlRpcClient client) {
      super(client);
    }
  }
}
