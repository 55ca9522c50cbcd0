package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * Blocks in a stream, each with its length in front: four bytes, the highest first. Whoever reads a
 * length that somebody else wrote has a limit for it.
 */
final class Framing {
  static final String USAGE = "framing server|client [--host HOST] [--port PORT] [--limit BYTES]";

  private static final int HEADER = 4;

  private Framing() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    int limit = options.number("--limit", 1 << 20);
    if (options.role().equals("server")) {
      server(options.address(1234), limit);
    } else {
      client(options.address(1234), limit);
    }
  }

  static void putBlock(DataOutputStream out, byte[] message) throws IOException {
    out.writeInt(message.length);
    out.write(message);
    out.flush();
  }

  /** The next block, or nothing where the stream ends between two. */
  static Optional<byte[]> getBlock(DataInputStream in, int limit) throws IOException {
    byte[] header = in.readNBytes(HEADER);
    if (header.length == 0) {
      return Optional.empty();
    }
    long length = unsigned(whole(header, HEADER));
    if (length > limit) {
      throw new IOException("a block of " + length + " bytes is over the limit of " + limit);
    }
    return Optional.of(whole(in.readNBytes((int) length), (int) length));
  }

  private static byte[] whole(byte[] received, int length) throws EOFException {
    if (received.length < length) {
      int missing = length - received.length;
      throw new EOFException("socket closed with " + missing + " bytes left in this block");
    }
    return received;
  }

  private static long unsigned(byte[] bigEndian) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(bigEndian).getInt());
  }

  private static void server(InetSocketAddress address, int limit) throws IOException {
    try (ServerSocket listener = Sockets.listen(address)) {
      System.out.println("server ready");
      while (true) {
        Socket connection = listener.accept();
        try (connection) {
          DataInputStream in = new DataInputStream(connection.getInputStream());
          DataOutputStream out = output(connection);
          Optional<byte[]> block = getBlock(in, limit);
          while (block.isPresent()) {
            String text = new String(block.get(), UTF_8);
            putBlock(out, text.toUpperCase(Locale.ROOT).getBytes(UTF_8));
            block = getBlock(in, limit);
          }
        } catch (IOException e) {
          Sockets.tellLoss(connection.getRemoteSocketAddress(), e);
        }
      }
    }
  }

  private static void client(InetSocketAddress server, int limit) throws IOException {
    try (Socket socket = Sockets.connect(server)) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = output(socket);
      String message = Input.ask("lowercase sentence:");
      while (!message.isEmpty()) {
        putBlock(out, message.getBytes(UTF_8));
        byte[] reply = getBlock(in, limit).orElseThrow(() -> new EOFException("the server closed"));
        System.out.println(new String(reply, UTF_8));
        message = Input.ask("lowercase sentence:");
      }
    }
  }

  /** Header and block go out together. */
  private static DataOutputStream output(Socket socket) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }
}
