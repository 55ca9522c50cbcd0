package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;

/** Upper case over a connection, one sentence each. */
final class TcpUpper {
  static final String USAGE = "tcp-upper server|client [--host HOST] [--port PORT]";

  private TcpUpper() {}

  static void run(String... args) throws IOException {
    Options.of(USAGE, args).play(1234, TcpUpper::server, TcpUpper::client);
  }

  private static void server(InetSocketAddress address) throws IOException {
    try (ServerSocket listener = Sockets.listen(address)) {
      System.out.println("server ready");
      while (true) {
        Socket connection = listener.accept();
        try (connection) {
          String modified = receive(connection).toUpperCase(Locale.ROOT);
          connection.getOutputStream().write(modified.getBytes(UTF_8));
        } catch (IOException e) {
          Sockets.tellLoss(connection.getRemoteSocketAddress(), e);
        }
      }
    }
  }

  private static void client(InetSocketAddress server) throws IOException {
    try (Socket socket = Sockets.connect(server)) {
      String message = Input.ask("lowercase sentence:");
      socket.getOutputStream().write(message.getBytes(UTF_8));
      System.out.println(receive(socket));
    }
  }

  /** What is there of a sentence that is short enough to come in one piece. */
  private static String receive(Socket socket) throws IOException {
    byte[] bytes = new byte[2048];
    int length = socket.getInputStream().read(bytes);
    if (length < 0) {
      throw new IOException("the peer closed without a word");
    }
    return new String(Arrays.copyOf(bytes, length), UTF_8);
  }
}
