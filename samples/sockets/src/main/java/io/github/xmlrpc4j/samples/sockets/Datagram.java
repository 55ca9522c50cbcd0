package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that came from a peer in one piece. */
record Datagram(DatagramPacket packet) {
  private static final int PATIENCE_MILLIS = 1000;

  /**
   * Waits for a datagram, as long as the socket's timeout says; what is over the size is cut off.
   */
  static Datagram receive(DatagramSocket socket, int size) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[size], size);
    socket.receive(packet);
    return new Datagram(packet);
  }

  /** Waits for an answer for a second; on the way there and back a datagram may be lost. */
  static Datagram receiveAnswer(DatagramSocket socket, int size) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    try {
      return receive(socket, size);
    } catch (SocketTimeoutException e) {
      throw new IOException(
          "no answer within a second: a datagram was lost, or nobody is there", e);
    }
  }

  static void send(DatagramSocket socket, byte[] bytes, SocketAddress peer) throws IOException {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, peer));
    } catch (IOException e) {
      throw new IOException(
          "cannot send "
              + bytes.length
              + " bytes to "
              + Sockets.place(peer)
              + ": "
              + e.getMessage(),
          e);
    }
  }

  SocketAddress peer() {
    return packet.getSocketAddress();
  }

  byte[] bytes() {
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
