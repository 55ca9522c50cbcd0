package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.ServerSocket;

/** Upper case by four threads that accept for themselves: four are served, the fifth waits. */
final class PoolServer {
  static final String USAGE = "tcp-pool [--host HOST] [--port PORT]";

  private static final int THREADS = 4;

  private PoolServer() {}

  static void run(String... args) throws IOException {
    try (ServerSocket listener = Sockets.listen(Options.of(USAGE, args).address(1234))) {
      System.out.println("server ready");
      for (int i = 1; i < THREADS; i++) {
        new Thread(() -> serve(listener)).start();
      }
      serve(listener);
    }
  }

  private static void serve(ServerSocket listener) {
    try {
      while (true) {
        UpperCase.handle(listener.accept());
      }
    } catch (IOException e) {
      System.err.println("a thread of the pool ends: " + e.getMessage());
    }
  }
}
