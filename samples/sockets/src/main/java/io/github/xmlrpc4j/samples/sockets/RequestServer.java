package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.Executor;

/**
 * A server that takes requests and gives each to a handler, as Python's socketserver does. There a
 * class is mixed in to make the server a threading one; here it is another executor.
 */
abstract class RequestServer implements Closeable {
  /** What to do with a request. */
  interface Handler<R> {
    void handle(R request) throws IOException;
  }

  /** A request over UDP: a datagram, and the way to answer it. */
  record Message(Datagram datagram, DatagramSocket socket) {
    String text() {
      return datagram.text();
    }

    void reply(String text) throws IOException {
      Datagram.send(socket, text.getBytes(UTF_8), datagram.peer());
    }
  }

  /** A request over TCP: a client's whole session. */
  record Session(SocketAddress client, BufferedReader in, Socket socket) {
    void reply(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(UTF_8));
    }
  }

  /** A request that only needs to be run. */
  record Request(SocketAddress client, Handler<SocketAddress> body) implements Runnable {
    @Override
    public void run() {
      try {
        body.handle(client);
      } catch (IOException e) {
        Sockets.tellLoss(client, e);
      }
    }
  }

  private Executor executor = Runnable::run;

  /** Makes each request run in a thread of its own. */
  RequestServer threading() {
    executor = request -> new Thread(request).start();
    return this;
  }

  void serveForever() throws IOException {
    while (true) {
      executor.execute(next());
    }
  }

  abstract Request next() throws IOException;

  static RequestServer udp(InetSocketAddress address, Handler<Message> handler) throws IOException {
    DatagramSocket socket = Sockets.bind(address);
    return new RequestServer() {
      @Override
      Request next() throws IOException {
        Datagram datagram = Datagram.receive(socket, 1024);
        return new Request(
            datagram.peer(), client -> handler.handle(new Message(datagram, socket)));
      }

      @Override
      public void close() {
        socket.close();
      }
    };
  }

  static RequestServer tcp(InetSocketAddress address, Handler<Session> handler) throws IOException {
    ServerSocket listener = Sockets.listen(address);
    return new RequestServer() {
      @Override
      Request next() throws IOException {
        Socket socket = listener.accept();
        return new Request(
            socket.getRemoteSocketAddress(),
            client -> {
              try (socket) {
                InputStreamReader in = new InputStreamReader(socket.getInputStream(), UTF_8);
                handler.handle(new Session(client, new BufferedReader(in), socket));
              }
            });
      }

      @Override
      public void close() throws IOException {
        listener.close();
      }
    };
  }
}
