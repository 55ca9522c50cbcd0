package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A message that is too large for one send or one receive: each call does a part, and a loop does
 * the whole. Both sides know its size beforehand.
 */
final class Partial {
  static final String USAGE = "partial server|client [--host HOST] [--port PORT] [--bytes COUNT]";

  private Partial() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    int length = options.number("--bytes", 8 << 20);
    if (options.role().equals("server")) {
      server(options.address(1234), length);
    } else {
      client(options.address(1234), length);
    }
  }

  private static void client(InetSocketAddress server, int length) throws IOException {
    try (SocketChannel channel = SocketChannel.open()) {
      Sockets.connect(channel.socket(), server);
      int sends = sendAll(channel, ByteBuffer.allocate(length));
      System.out.println("sent " + length + " bytes in " + sends + " sends");
      byte[] reply = channel.socket().getInputStream().readAllBytes();
      System.out.println("The server said " + Repr.bytes(reply));
    }
  }

  /** Sends the message, and counts the sends that it takes: a blocking one would hide them. */
  private static int sendAll(SocketChannel channel, ByteBuffer message) throws IOException {
    int sends = 0;
    channel.configureBlocking(false);
    try (Selector room = Selector.open()) {
      channel.register(room, SelectionKey.OP_WRITE);
      for (; message.hasRemaining(); sends++) {
        room.select();
        write(channel, message);
      }
    }
    channel.configureBlocking(true);
    return sends;
  }

  private static void write(SocketChannel channel, ByteBuffer message) throws IOException {
    try {
      channel.write(message);
    } catch (IOException e) {
      throw new IOException(
          "the peer is gone with " + message.remaining() + " bytes not sent: " + e.getMessage(), e);
    }
  }

  private static void server(InetSocketAddress address, int length) throws IOException {
    try (ServerSocket listener = Sockets.listen(address)) {
      System.out.println("server ready");
      while (true) {
        Socket connection = listener.accept();
        try (connection) {
          int receives = receiveAll(connection.getInputStream(), new byte[length]);
          System.out.println("received " + length + " bytes in " + receives + " receives");
          connection.getOutputStream().write(("all " + length).getBytes(US_ASCII));
        } catch (IOException e) {
          Sockets.tellLoss(connection.getRemoteSocketAddress(), e);
        }
      }
    }
  }

  /** Fills the message, and counts the receives that it takes. */
  private static int receiveAll(InputStream in, byte[] message) throws IOException {
    int receives = 0;
    for (int have = 0; have < message.length; receives++) {
      int more = in.read(message, have, message.length - have);
      if (more < 0) {
        throw new EOFException(
            String.format(
                "was expecting %d bytes but only received %d bytes before the socket closed",
                message.length, have));
      }
      have += more;
    }
    return receives;
  }
}
