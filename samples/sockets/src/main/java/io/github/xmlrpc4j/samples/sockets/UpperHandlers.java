package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.xmlrpc4j.samples.sockets.RequestServer.Message;
import io.github.xmlrpc4j.samples.sockets.RequestServer.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * Upper case by handlers: all that is left of a server is what it does. A plain server takes the
 * next client when it is done with the last one, a threading one at once.
 */
final class UpperHandlers {
  static final String USAGE =
      "handlers udp-server|udp-client|tcp-server|tcp-client"
          + " [--threading] [--host HOST] [--port PORT]";

  private UpperHandlers() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    InetSocketAddress address = options.address(2345);
    switch (options.role()) {
      case "udp-server" -> serve(RequestServer.udp(address, UpperHandlers::upper), options);
      case "tcp-server" -> serve(RequestServer.tcp(address, UpperHandlers::upper), options);
      case "udp-client" -> udpClient(address);
      default -> tcpClient(address);
    }
  }

  private static void serve(RequestServer opened, Options options) throws IOException {
    try (RequestServer server = options.has("--threading") ? opened.threading() : opened) {
      server.serveForever();
    }
  }

  private static void upper(Message message) throws IOException {
    System.out.println(message.text());
    message.reply(message.text().toUpperCase(Locale.ROOT));
  }

  /** A session ends with an empty line. */
  private static void upper(Session session) throws IOException {
    System.out.println("Connected: " + Repr.address(session.client()));
    String line = session.in().readLine();
    while (line != null && !line.isEmpty()) {
      System.out.println(line);
      session.reply(line.toUpperCase(Locale.ROOT) + "\r\n");
      line = session.in().readLine();
    }
  }

  private static void udpClient(InetSocketAddress server) throws IOException {
    String data = Input.ask("Send: ");
    try (DatagramSocket socket = new DatagramSocket()) {
      Datagram.send(socket, data.getBytes(UTF_8), server);
      System.out.println("Recv: " + Datagram.receiveAnswer(socket, 1024).text());
    }
  }

  private static void tcpClient(InetSocketAddress server) throws IOException {
    try (Socket socket = Sockets.connect(server);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      while (true) {
        String data = Input.ask("Send: ");
        socket.getOutputStream().write((data + "\r\n").getBytes(UTF_8));
        if (data.isEmpty()) {
          return;
        }
        String reply = in.readLine();
        if (reply == null) {
          throw new IOException("the server closed");
        }
        System.out.println(reply);
      }
    }
  }
}
