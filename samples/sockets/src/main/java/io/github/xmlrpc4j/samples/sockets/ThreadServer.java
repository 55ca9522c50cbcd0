package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** Upper case in a thread per connection: nobody waits, and each costs a thread. */
final class ThreadServer {
  static final String USAGE = "tcp-threads [--host HOST] [--port PORT]";

  private ThreadServer() {}

  static void run(String... args) throws IOException {
    try (ServerSocket listener = Sockets.listen(Options.of(USAGE, args).address(1234))) {
      System.out.println("server ready");
      while (true) {
        Socket connection = listener.accept();
        new Thread(() -> UpperCase.handle(connection)).start();
      }
    }
  }
}
