package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time, to whoever connects: the end of the connection is the end of the message. */
final class TimeOfDay {
  static final String USAGE = "time server|client [--host HOST] [--port PORT]";

  /** As C's ctime has it: {@code Sat Apr 6 09:30:00 2013}. */
  private static final DateTimeFormatter CTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  private TimeOfDay() {}

  static void run(String... args) throws IOException {
    Options.of(USAGE, args).play(8888, TimeOfDay::server, TimeOfDay::client);
  }

  static String now() {
    return ctime(LocalDateTime.now(ZoneId.systemDefault()));
  }

  static String ctime(LocalDateTime time) {
    return time.format(CTIME);
  }

  private static void server(InetSocketAddress address) throws IOException {
    try (ServerSocket listener = Sockets.listen(address)) {
      while (true) {
        Socket client = listener.accept();
        String name = Repr.address(client.getRemoteSocketAddress());
        System.out.println("Got a connection from  " + name);
        try (client) {
          client.getOutputStream().write(now().getBytes(US_ASCII));
        } catch (IOException e) {
          Sockets.tellLoss(client.getRemoteSocketAddress(), e);
        }
      }
    }
  }

  private static void client(InetSocketAddress server) throws IOException {
    try (Socket socket = Sockets.connect(server)) {
      byte[] time = socket.getInputStream().readNBytes(1024);
      if (time.length == 0) {
        throw new IOException("the server closed without a word");
      }
      System.out.println("The time is " + new String(time, US_ASCII));
    }
  }
}
