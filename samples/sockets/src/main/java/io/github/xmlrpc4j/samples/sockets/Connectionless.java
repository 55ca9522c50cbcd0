package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;

/** Upper case by datagrams, where both sides tell whom they speak with. */
final class Connectionless {
  static final String USAGE = "connectionless server|client [--host HOST] [--port PORT]";

  private Connectionless() {}

  static void run(String... args) throws IOException {
    Options.of(USAGE, args).play(11111, Connectionless::server, Connectionless::client);
  }

  private static void server(InetSocketAddress address) throws IOException {
    try (DatagramSocket socket = Sockets.bind(address)) {
      while (true) {
        Datagram data = Datagram.receive(socket, 1024);
        System.out.println("Connection from " + Repr.address(data.peer()));
        Datagram.send(socket, data.text().toUpperCase(Locale.ROOT).getBytes(UTF_8), data.peer());
      }
    }
  }

  private static void client(InetSocketAddress server) throws IOException {
    // Port 0: the system chooses one, and the server answers to it.
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (DatagramSocket socket = new DatagramSocket(any)) {
      System.out.println("using " + Repr.address(socket.getLocalSocketAddress()));
      Datagram.send(socket, "MixedCaseString".getBytes(UTF_8), server);
      Datagram data = Datagram.receiveAnswer(socket, 1024);
      System.out.println("received " + data.text() + " from " + Repr.address(data.peer()));
    }
  }
}
