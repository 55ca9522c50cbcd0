package io.github.xmlrpc4j.client;

import static io.github.xmlrpc4j.client.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class TlsTest {
  private static final String SEVEN =
      "<methodResponse><params><param><value><int>7</int></value></param></params></methodResponse>";
  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;

  private static KeyStore server;
  private static KeyStore client;
  private static KeyStore stranger;

  @BeforeAll
  static void makeKeys() throws Exception {
    server = keys("server", "SAN=ip:127.0.0.1");
    client = keys("client", "SAN=dns:client.test");
    stranger = keys("stranger", "SAN=dns:elsewhere.test");
  }

  private static KeyStore keys(String name, String extension) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                extension,
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  /** A context that shows the keys of one side and trusts those of the other. */
  private static SSLContext context(KeyStore own, KeyStore other) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    String alias = other.aliases().nextElement();
    trusted.setCertificateEntry(alias, other.getCertificate(alias));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static ScriptedServer start() throws Exception {
    return start(server);
  }

  private static ScriptedServer start(KeyStore shown) throws Exception {
    SSLServerSocket listener =
        (SSLServerSocket)
            context(shown, client)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listener.setNeedClientAuth(true);
    return new ScriptedServer(listener, ok(SEVEN));
  }

  @Test
  void aTrustedServerAndAClientCertificateMakeACall() throws Exception {
    try (ScriptedServer secure = start();
        ServerProxy proxy =
            ServerProxy.builder("https://127.0.0.1:" + secure.port())
                .tls(context(client, server))
                .build()) {
      assertThat(proxy.call(int.class, "seven")).isEqualTo(7);
    }
  }

  @Test
  void aServerThatNobodyTrustsIsNotTalkedTo() throws Exception {
    try (ScriptedServer secure = start();
        ServerProxy proxy = ServerProxy.to("https://127.0.0.1:" + secure.port())) {
      assertThatThrownBy(() -> proxy.call("seven"))
          .isInstanceOf(ConnectFailedException.class)
          .hasMessageStartingWith(
              "https://127.0.0.1:" + secure.port() + "/RPC2 seven: cannot connect: ")
          .hasMessageContaining("certification path");
    }
  }

  @Test
  void aCertificateForAnotherNameIsNotTalkedTo() throws Exception {
    try (ScriptedServer secure = start(stranger);
        ServerProxy proxy =
            ServerProxy.builder("https://127.0.0.1:" + secure.port())
                .tls(context(client, stranger))
                .build()) {
      assertThatThrownBy(() -> proxy.call("seven"))
          .isInstanceOf(ConnectFailedException.class)
          .hasMessageContaining("No subject alternative names matching IP address 127.0.0.1 found");
    }
  }
}
