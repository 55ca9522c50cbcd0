package io.github.xmlrpc4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The JDK's own server, which returns from each call the credentials that came with it. */
final class MirrorServer implements AutoCloseable {
  private static final String PASSWORD = "changeit";
  private static final int NO_BACKLOG = 0;

  private final String url;
  private final HttpServer server;

  private MirrorServer(String scheme, HttpServer server) {
    this.url = scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/RPC2";
    this.server = server;
    server.createContext("/RPC2", MirrorServer::answer);
    server.start();
  }

  static MirrorServer plain() throws IOException {
    return new MirrorServer("http", HttpServer.create(anyPort(), NO_BACKLOG));
  }

  /** A server whose certificate is signed by itself, and for another name than its own. */
  static MirrorServer selfSigned(Path folder) throws Exception {
    HttpsServer server = HttpsServer.create(anyPort(), NO_BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(context(folder.resolve("keys.p12"))));
    return new MirrorServer("https", server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static SSLContext context(Path file) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    try (Command command =
        Command.fed(
            "",
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=elsewhere.test",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD)) {
      assertThat(command.exit()).isZero();
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body =
          ("<methodResponse><params><param><value><string>"
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + "</string></value></param></params></methodResponse>")
              .getBytes(UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
