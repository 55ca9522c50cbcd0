package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Upper case by one thread for all connections: the system says which of them can be read or
 * written, and the thread never waits for one alone.
 */
final class SelectorServer {
  static final String USAGE = "tcp-selector [--host HOST] [--port PORT]";

  private SelectorServer() {}

  static void run(String... args) throws IOException {
    InetSocketAddress address = Options.of(USAGE, args).address(1234);
    try (Selector selector = Selector.open();
        ServerSocketChannel listener = listen(address)) {
      listener.register(selector, SelectionKey.OP_ACCEPT);
      System.out.println("server ready");
      while (true) {
        selector.select(
            key -> {
              if (key.attachment() instanceof Connection connection) {
                connection.proceed(key);
              } else {
                accept(listener, selector);
              }
            });
      }
    }
  }

  private static ServerSocketChannel listen(InetSocketAddress address) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.bind(address, 1024).configureBlocking(false);
    } catch (IOException e) {
      listener.close();
      throw Sockets.inUse(address, e);
    }
    Sockets.tellPort(address, listener.socket().getLocalPort());
    return listener;
  }

  private static void accept(ServerSocketChannel listener, Selector selector) {
    try {
      SocketChannel channel = listener.accept();
      if (channel != null) {
        channel.configureBlocking(false);
        Connection connection = new Connection(channel, channel.getRemoteAddress());
        channel.register(selector, SelectionKey.OP_READ, connection);
      }
    } catch (IOException e) {
      System.err.println("not accepted: " + e.getMessage());
    }
  }

  /** A client, and what it has not taken yet; until it has, nothing more of it is read. */
  private static final class Connection {
    private final SocketChannel channel;
    private final SocketAddress client;
    private final UpperCase text = new UpperCase();
    private ByteBuffer toSend = ByteBuffer.allocate(0);

    Connection(SocketChannel channel, SocketAddress client) {
      this.channel = channel;
      this.client = client;
    }

    void proceed(SelectionKey key) {
      try {
        if (key.isReadable()) {
          if (channel.read(text.received()) < 0) {
            channel.close();
            return;
          }
          toSend = ByteBuffer.wrap(text.reply());
        }
        channel.write(toSend);
        key.interestOps(toSend.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
      } catch (IOException e) {
        Sockets.tellLoss(client, e);
        key.cancel();
        closeQuietly();
      }
    }

    private void closeQuietly() {
      try {
        channel.close();
      } catch (IOException e) {
        Sockets.tellLoss(client, e);
      }
    }
  }
}
