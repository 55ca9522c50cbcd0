package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Sends and receives sixteen octets over TCP: a size that both sides have agreed on. */
final class Sixteen {
  static final String USAGE = "sixteen client|server [HOST] [-p PORT]";

  private static final int LENGTH = 16;

  private Sixteen() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    InetSocketAddress address =
        options.address(options.place(1, "127.0.0.1"), options.number("-p", 1060));
    if (options.role().equals("server")) {
      server(address);
    } else {
      client(address);
    }
  }

  private static void server(InetSocketAddress address) throws IOException {
    try (ServerSocket listener = Sockets.listen(address)) {
      System.out.println("Listening at " + Repr.address(listener.getLocalSocketAddress()));
      while (true) {
        System.out.println("Waiting to accept a new connection");
        Socket connection = listener.accept();
        String peer = Repr.address(connection.getRemoteSocketAddress());
        try (connection) {
          System.out.println("We have accepted a connection from " + peer);
          System.out.println("  Socket name: " + Repr.address(connection.getLocalSocketAddress()));
          System.out.println("  Socket peer: " + peer);
          byte[] message = receiveAll(connection);
          System.out.println("  Incoming sixteen-octet message: " + Repr.bytes(message));
          connection.getOutputStream().write("Farewell, client".getBytes(US_ASCII));
        } catch (IOException e) {
          System.out.println("  " + e.getMessage());
          continue;
        }
        System.out.println("  Reply sent, socket closed");
      }
    }
  }

  private static void client(InetSocketAddress server) throws IOException {
    try (Socket socket = Sockets.connect(server)) {
      String name = Repr.address(socket.getLocalSocketAddress());
      System.out.println("Client has been assigned socket name " + name);
      socket.getOutputStream().write("Hi there, server".getBytes(US_ASCII));
      System.out.println("The server said " + Repr.bytes(receiveAll(socket)));
    }
  }

  private static byte[] receiveAll(Socket socket) throws IOException {
    byte[] data = socket.getInputStream().readNBytes(LENGTH);
    if (data.length < LENGTH) {
      throw new EOFException(
          String.format(
              "was expecting %d bytes but only received %d bytes before the socket closed",
              LENGTH, data.length));
    }
    return data;
  }
}
