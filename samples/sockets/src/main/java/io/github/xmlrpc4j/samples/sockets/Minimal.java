package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The least that is a server, and the least that is a client. */
final class Minimal {
  static final String USAGE = "minimal server|client [--host HOST] [--port PORT]";

  private Minimal() {}

  static void run(String... args) throws IOException {
    Options.of(USAGE, args).play(1234, Minimal::server, Minimal::client);
  }

  private static void server(InetSocketAddress address) throws IOException {
    try (ServerSocket listener = Sockets.listen(address)) {
      while (true) {
        Socket client = listener.accept();
        try (client) {
          String name = Repr.address(client.getRemoteSocketAddress());
          System.out.println("Got connection from " + name);
          client.getOutputStream().write("Thank you for connecting".getBytes(US_ASCII));
        } catch (IOException e) {
          Sockets.tellLoss(client.getRemoteSocketAddress(), e);
        }
      }
    }
  }

  private static void client(InetSocketAddress server) throws IOException {
    try (Socket socket = Sockets.connect(server)) {
      System.out.println(Repr.bytes(socket.getInputStream().readNBytes(1024)));
    }
  }
}
