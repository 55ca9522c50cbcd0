package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.xmlrpc4j.samples.sockets.RequestServer.Handler;
import io.github.xmlrpc4j.samples.sockets.RequestServer.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A server made of a handler class, which puts the time before each line; a connection a line. */
final class Timestamp {
  static final String USAGE = "timestamp server|client [--host HOST] [--port PORT]";

  /** Answers the one line of a session. */
  private static final class Stamp implements Handler<Session> {
    @Override
    public void handle(Session session) throws IOException {
      System.out.println("...connected from: " + Repr.address(session.client()));
      String line = session.in().readLine();
      if (line != null) {
        session.reply("[" + TimeOfDay.now() + "] " + line + "\r\n");
      }
    }
  }

  private Timestamp() {}

  static void run(String... args) throws IOException {
    Options.of(USAGE, args).play(21567, Timestamp::server, Timestamp::client);
  }

  private static void server(InetSocketAddress address) throws IOException {
    try (RequestServer server = RequestServer.tcp(address, new Stamp())) {
      System.out.println("waiting for connection...");
      server.serveForever();
    }
  }

  private static void client(InetSocketAddress server) throws IOException {
    while (true) {
      try (Socket socket = Sockets.connect(server)) {
        String data = Input.ask("> ");
        if (data.isEmpty()) {
          return;
        }
        socket.getOutputStream().write((data + "\r\n").getBytes(UTF_8));
        String reply = new String(socket.getInputStream().readAllBytes(), UTF_8);
        if (reply.isEmpty()) {
          throw new IOException("the server closed without a word");
        }
        System.out.println(reply.strip());
      }
    }
  }
}
