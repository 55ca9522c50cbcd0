package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A writer of lines, and a server that prints what it is sent by its one client. */
final class Lines {
  static final String USAGE = "lines server|client [--host HOST] [--port PORT]";

  private Lines() {}

  static void run(String... args) throws IOException {
    Options.of(USAGE, args).play(65431, Lines::server, Lines::client);
  }

  private static void server(InetSocketAddress address) throws IOException {
    try (ServerSocket listener = Sockets.listen(address);
        Socket client = listener.accept();
        Reader data = new InputStreamReader(client.getInputStream(), UTF_8)) {
      String name = Repr.address(client.getRemoteSocketAddress());
      System.out.println("Connection from: " + client + " Address " + name);
      // A line a piece, as the pieces come: where one ends is up to the network.
      char[] piece = new char[1024];
      for (int length = data.read(piece); length >= 0; length = data.read(piece)) {
        System.out.println(String.valueOf(piece, 0, length));
      }
    }
  }

  private static void client(InetSocketAddress server) throws IOException {
    try (Socket socket = Sockets.connect(server);
        PrintWriter out = new PrintWriter(socket.getOutputStream(), false, UTF_8)) {
      String input = "?:";
      while (!input.isEmpty()) {
        out.print(input);
        if (out.checkError()) {
          throw new IOException("the server is gone");
        }
        input = Input.ask("?:");
      }
    }
  }
}
