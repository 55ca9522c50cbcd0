package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.ServerSocket;

/** Upper case for one client after the other: who comes second waits until the first one leaves. */
final class SequentialServer {
  static final String USAGE = "tcp-sequential [--host HOST] [--port PORT]";

  private SequentialServer() {}

  static void run(String... args) throws IOException {
    try (ServerSocket listener = Sockets.listen(Options.of(USAGE, args).address(1234))) {
      System.out.println("server ready");
      while (true) {
        UpperCase.handle(listener.accept());
      }
    }
  }
}
