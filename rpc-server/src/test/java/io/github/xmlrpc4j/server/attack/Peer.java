package io.github.xmlrpc4j.server.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection to a server, for those who mean it well and for those who do not. */
final class Peer implements AutoCloseable {
  static final int PATIENCE_MILLIS = 10_000;

  private static final Pattern HEAD_END = Pattern.compile("\r\n\r\n");
  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)");

  private final Socket socket;
  private String unread = "";

  private Peer(Socket socket) {
    this.socket = socket;
  }

  static Peer of(RpcServer server) throws IOException {
    return of(server, 0);
  }

  /** A peer that takes in no more than so many bytes before it reads; 0 leaves that to TCP. */
  static Peer of(RpcServer server, int buffer) throws IOException {
    Socket socket = new Socket();
    if (buffer > 0) {
      socket.setReceiveBufferSize(buffer);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(server.uri().getHost(), server.port()), PATIENCE_MILLIS);
    return new Peer(socket);
  }

  /** A request that calls a method. */
  static String call(String method, Value... params) {
    String document = new String(MethodCall.of(method, params).write(), ISO_8859_1);
    return head("Content-Length: " + document.length()) + document;
  }

  /** The head of a request, with further headers as whole lines. */
  static String head(String... headers) {
    return "POST /RPC2 HTTP/1.1\r\nHost: a\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
  }

  Peer send(String latin1) throws IOException {
    return send(latin1.getBytes(ISO_8859_1));
  }

  Peer send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends no more, and goes on to receive. */
  Peer sendEnd() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** The status and the body of the next answer. */
  String answer() throws IOException {
    Matcher end = HEAD_END.matcher(unread);
    while (!end.find()) {
      receive();
      end.reset(unread);
    }
    String head = unread.substring(0, end.end());
    Matcher length = LENGTH.matcher(head);
    int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
    while (unread.length() < head.length() + size) {
      receive();
    }
    String body = unread.substring(head.length(), head.length() + size);
    unread = unread.substring(head.length() + size);
    return head.split(" ", 3)[1] + " " + body;
  }

  private void receive() throws IOException {
    byte[] bytes = new byte[8 * 1024];
    int count = socket.getInputStream().read(bytes);
    if (count < 0) {
      throw new EOFException("the connection ended after \"" + unread + "\"");
    }
    unread += new String(bytes, 0, count, ISO_8859_1);
  }

  /** Reads so many bytes at the most; tells how many there were, or -1 where no more can come. */
  int read(int most) throws IOException {
    try {
      return socket.getInputStream().read(new byte[most]);
    } catch (SocketException e) {
      return -1;
    }
  }

  /** Whether anything comes within this time, which goes on to be there for those who read. */
  boolean hearsWithin(Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    try {
      receive();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  /** How many bytes still came before the server ended the connection, for which this waits. */
  int lastBytes() throws IOException {
    int total = unread.length();
    byte[] bytes = new byte[64 * 1024];
    try {
      for (int count = 0; count >= 0; count = socket.getInputStream().read(bytes)) {
        total += count;
      }
    } catch (SocketException e) {
      return total;
    }
    return total;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
