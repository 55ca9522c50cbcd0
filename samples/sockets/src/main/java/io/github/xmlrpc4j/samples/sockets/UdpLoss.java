package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A client that sends again what was lost, each time waiting twice as long: a network that drops
 * datagrams because it is full is not helped by more of them. The server drops some on purpose.
 */
final class UdpLoss {
  static final String USAGE = "udp-loss server|client [--host HOST] [--port PORT] [--drop COUNT]";

  private static final int FIRST_DELAY_MILLIS = 100;
  private static final int LONGEST_DELAY_MILLIS = 2000;

  private UdpLoss() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    if (options.role().equals("server")) {
      server(options.address(1234), options.number("--drop", 2));
    } else {
      client(options.address(1234));
    }
  }

  /** Answers a client's datagram only after that many of them. */
  private static void server(InetSocketAddress address, int drop) throws IOException {
    Map<SocketAddress, Integer> dropped = new HashMap<>();
    try (DatagramSocket socket = Sockets.bind(address)) {
      System.out.println("server ready");
      while (true) {
        Datagram message = Datagram.receive(socket, 2048);
        int count = dropped.merge(message.peer(), 1, Integer::sum);
        if (count <= drop) {
          System.out.println("dropped datagram " + count + " of " + Repr.address(message.peer()));
        } else {
          dropped.remove(message.peer());
          String modified = message.text().toUpperCase(Locale.ROOT);
          Datagram.send(socket, modified.getBytes(UTF_8), message.peer());
        }
      }
    }
  }

  private static void client(InetSocketAddress server) throws IOException {
    byte[] message = Input.ask("lowercase sentence:").getBytes(UTF_8);
    try (DatagramSocket socket = new DatagramSocket()) {
      System.out.println(exchange(socket, message, server).text());
    }
  }

  private static Datagram exchange(DatagramSocket socket, byte[] message, InetSocketAddress server)
      throws IOException {
    int delay = FIRST_DELAY_MILLIS;
    while (delay <= LONGEST_DELAY_MILLIS) {
      Datagram.send(socket, message, server);
      socket.setSoTimeout(delay);
      try {
        return Datagram.receive(socket, 2048);
      } catch (SocketTimeoutException e) {
        System.err.println("no answer within " + delay / 1000.0 + " s");
        delay *= 2;
      }
    }
    throw new IOException("server seems down");
  }
}
