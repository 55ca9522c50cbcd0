package io.github.xmlrpc4j.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Python's own documenting server, and one with a habit of another kind on each path. */
final class Peers implements AutoCloseable {
  private final Command python;
  private final String odd;
  private final String own;

  private Peers(Command python, String[] ports) {
    this.python = python;
    this.odd = "http://127.0.0.1:" + ports[0] + "/";
    this.own = "http://127.0.0.1:" + ports[1];
  }

  static Peers start() throws Exception {
    Command python = Command.program("python3", "-B", script());
    return new Peers(python, ("" + python.line()).split(" "));
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
  public void close() {
    python.close();
  }
}
