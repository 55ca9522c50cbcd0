package io.github.xmlrpc4j.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Python's own documenting server, and one with a habit of another kind on each path; as an
 * extension they are there for all tests of a class.
 */
final class Peers implements AutoCloseable, BeforeAllCallback, AfterAllCallback {
  private Command python;
  private String odd;
  private String own;

  static Peers start() throws Exception {
    Peers peers = new Peers();
    peers.begin();
    return peers;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    begin();
  }

  private void begin() throws Exception {
    python = Command.program("python3", "-B", script());
    String[] ports = ("" + python.line()).split(" ", -1);
    odd = "http://127.0.0.1:" + ports[0] + "/";
    own = "http://127.0.0.1:" + ports[1];
  }

  private static String script() throws URISyntaxException {
    return Path.of(Peers.class.getResource("/python/peers.py").toURI()).toString();
  }

  /** The server that has a habit. */
  String with(String habit) {
    return odd + habit;
  }

  /** Python's own server. */
  String own() {
    return own;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    if (python != null) {
      python.close();
    }
  }
}
