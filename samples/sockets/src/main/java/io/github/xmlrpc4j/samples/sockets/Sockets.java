package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;

/** Sockets, with words for what may go wrong: a port in use, nobody there, a peer that left. */
final class Sockets {
  /** How many connections the system keeps until they are accepted. */
  private static final int BACKLOG = 1024;

  private Sockets() {}

  static ServerSocket listen(InetSocketAddress address) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(address, BACKLOG);
    } catch (IOException e) {
      listener.close();
      throw inUse(address, e);
    }
    tellPort(address, listener.getLocalPort());
    return listener;
  }

  static DatagramSocket bind(InetSocketAddress address) throws IOException {
    try {
      DatagramSocket socket = new DatagramSocket(address);
      tellPort(address, socket.getLocalPort());
      return socket;
    } catch (IOException e) {
      throw inUse(address, e);
    }
  }

  static Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    connect(socket, address);
    return socket;
  }

  static void connect(Socket socket, InetSocketAddress address) throws IOException {
    try {
      socket.connect(address);
    } catch (IOException e) {
      socket.close();
      throw new IOException("no server at " + place(address) + ": " + e.getMessage(), e);
    }
  }

  static IOException inUse(SocketAddress address, IOException cause) {
    return new IOException("cannot listen at " + place(address) + ": " + cause.getMessage(), cause);
  }

  static String place(SocketAddress address) {
    InetSocketAddress pair = (InetSocketAddress) address;
    return pair.getHostString() + ":" + pair.getPort();
  }

  /** Says which port the system chose, where it was left to it. */
  static void tellPort(InetSocketAddress wanted, int port) {
    if (wanted.getPort() == 0) {
      System.out.println("port " + port);
    }
  }

  /** A connection that broke is the client's affair: a server says so and goes on. */
  static void tellLoss(SocketAddress peer, IOException cause) {
    System.err.println("lost " + place(peer) + ": " + cause.getMessage());
  }
}
