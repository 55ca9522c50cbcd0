package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * One datagram to all who listen on a port of a net. The servers listen at the net's broadcast
 * address, so that several can have the port, and nothing from beyond the loopback net reaches
 * them.
 */
final class UdpBroadcast {
  static final String USAGE = "udp-broadcast server|client [--host HOST] [--port PORT]";

  /** The last address of 127.0.0.0/8, as W.X.Y.255 is of a net with the mask 255.255.255.0. */
  private static final String LOOPBACK_NET = "127.255.255.255";

  private UdpBroadcast() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    String host = options.text("--host", LOOPBACK_NET);
    InetSocketAddress address = options.address(host, options.number("--port", 1234));
    if (options.role().equals("server")) {
      server(address);
    } else {
      client(address);
    }
  }

  private static void server(InetSocketAddress address) throws IOException {
    // An answer comes from somebody: it cannot have the broadcast address as its sender's.
    try (DatagramSocket socket = new DatagramSocket(null);
        DatagramSocket answers = new DatagramSocket()) {
      socket.setReuseAddress(true);
      try {
        socket.bind(address);
      } catch (IOException e) {
        throw Sockets.inUse(address, e);
      }
      Sockets.tellPort(address, socket.getLocalPort());
      System.out.println("server ready");
      while (true) {
        Datagram message = Datagram.receive(socket, 2048);
        String modified = message.text().toUpperCase(Locale.ROOT);
        Datagram.send(answers, modified.getBytes(UTF_8), message.peer());
      }
    }
  }

  private static void client(InetSocketAddress everyone) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setBroadcast(true);
      String message = Input.ask("lowercase sentence:");
      Datagram.send(socket, message.getBytes(UTF_8), everyone);
      System.out.println(Datagram.receiveAnswer(socket, 2048).text());
    }
  }
}
