package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;

/**
 * Mr Creosote, the remote debugger: a program spews messages, a bucket elsewhere shows them. No log
 * files and no rights on the other machine are needed; what nobody listens to is just lost.
 */
final class Creosote {
  static final String USAGE = "creosote spew|bucket [--host HOST] [--port PORT]";

  private static final int BUFSIZE = 1024;

  private Creosote() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    if (options.role().equals("bucket")) {
      bucket(options.address(7739));
    } else {
      spew(System.in.readAllBytes(), options.address(7739));
    }
  }

  /** Sends a message, in chunks if it is long. */
  static void spew(byte[] message, InetSocketAddress bucket) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int at = 0; at < message.length; at += BUFSIZE) {
        int end = Math.min(at + BUFSIZE, message.length);
        Datagram.send(socket, Arrays.copyOfRange(message, at, end), bucket);
      }
    }
  }

  private static void bucket(InetSocketAddress address) throws IOException {
    try (DatagramSocket socket = Sockets.bind(address)) {
      System.out.println("waiting on port: " + socket.getLocalPort());
      while (true) {
        String shown = Repr.bytes(Datagram.receive(socket, BUFSIZE).bytes());
        System.out.println(shown.substring(2, shown.length() - 1));
      }
    }
  }
}
