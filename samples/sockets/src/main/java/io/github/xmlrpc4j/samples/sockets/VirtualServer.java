package io.github.xmlrpc4j.samples.sockets;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Upper case in a virtual thread per connection: as plain as a thread each, and as cheap as one for
 * all. Java has them from 21 on; they are looked for at run time, since this code is of Java 17.
 */
final class VirtualServer {
  static final String USAGE = "tcp-virtual [--host HOST] [--port PORT]";

  private VirtualServer() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    ExecutorService threads = virtualThreads();
    try (ServerSocket listener = Sockets.listen(options.address(1234))) {
      System.out.println("server ready");
      while (true) {
        Socket connection = listener.accept();
        threads.execute(() -> UpperCase.handle(connection));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static ExecutorService virtualThreads() throws IOException {
    try {
      Object executor = Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      return (ExecutorService) requireNonNull(executor);
    } catch (ReflectiveOperationException e) {
      throw new IOException(
          "Java " + Runtime.version().feature() + " has no virtual threads; Java 21 has", e);
    }
  }
}
