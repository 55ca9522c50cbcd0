package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Locale;

/** Upper case by datagrams: the server needs no connection, only the address that each carries. */
final class UdpUpper {
  static final String USAGE = "udp-upper server|client [--host HOST] [--port PORT]";

  private UdpUpper() {}

  static void run(String... args) throws IOException {
    Options.of(USAGE, args).play(1234, UdpUpper::server, UdpUpper::client);
  }

  private static void server(InetSocketAddress address) throws IOException {
    try (DatagramSocket socket = Sockets.bind(address)) {
      System.out.println("server ready");
      while (true) {
        Datagram message = Datagram.receive(socket, 2048);
        String modified = message.text().toUpperCase(Locale.ROOT);
        Datagram.send(socket, modified.getBytes(UTF_8), message.peer());
      }
    }
  }

  private static void client(InetSocketAddress server) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      String message = Input.ask("lowercase sentence:");
      Datagram.send(socket, message.getBytes(UTF_8), server);
      System.out.println(Datagram.receiveAnswer(socket, 2048).text());
    }
  }
}
