package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** One connection to a server, byte for byte: what a client would smooth over is sent and seen. */
final class RawHttp implements AutoCloseable {
  static final int TIMEOUT_MILLIS = 10_000;

  /**
   * What came back.
   *
   * @param line the status line
   * @param headers by their names, in any case; a name that comes twice has both values in one line
   * @param latin1 the body, a byte a character
   */
  record Answer(String line, Map<String, String> headers, String latin1) {
    int status() {
      return Integer.parseInt(line.split(" ", 3)[1]);
    }

    String header(String name) {
      return headers.get(name);
    }

    byte[] bytes() {
      return latin1.getBytes(ISO_8859_1);
    }

    String body() {
      return new String(bytes(), UTF_8);
    }

    /** The status, the media type and the text, of an answer that is no XML-RPC. */
    String plain() {
      return status() + " " + header("Content-Type") + ": " + body();
    }
  }

  private final Socket socket;
  private final InputStream in;

  private RawHttp(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
  }

  static RawHttp to(RpcServer server) throws IOException {
    URI uri = server.uri();
    Socket socket = new Socket();
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), TIMEOUT_MILLIS);
    return new RawHttp(socket);
  }

  /** The answer to one request on a connection of its own. */
  static Answer exchange(RpcServer server, byte[] request) throws IOException {
    try (RawHttp connection = to(server)) {
      return connection.send(request).receive();
    }
  }

  static Answer exchange(RpcServer server, String request) throws IOException {
    return exchange(server, request.getBytes(ISO_8859_1));
  }

  /** A POST of a body; each further header is a whole line. */
  static byte[] post(byte[] body, String... headers) {
    StringBuilder head = new StringBuilder("POST /RPC2 HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] request =
        Arrays.copyOf(head.toString().getBytes(ISO_8859_1), head.length() + body.length);
    System.arraycopy(body, 0, request, head.length(), body.length);
    return request;
  }

  static byte[] post(String body, String... headers) {
    return post(body.getBytes(UTF_8), headers);
  }

  RawHttp send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  RawHttp send(String latin1) throws IOException {
    return send(latin1.getBytes(ISO_8859_1));
  }

  /** Ends what is sent, and goes on to receive. */
  RawHttp sendEnd() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** The next answer. */
  Answer receive() throws IOException {
    return receive(true);
  }

  /** The next answer, which must have no body whatever its headers say, as one to HEAD. */
  Answer receiveHead() throws IOException {
    return receive(false);
  }

  private Answer receive(boolean mayHaveBody) throws IOException {
    String line = line();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.merge(
          header.substring(0, colon), header.substring(colon + 1).trim(), (a, b) -> a + ", " + b);
    }
    int status = Integer.parseInt(line.split(" ", 3)[1]);
    if (!mayHaveBody || status < 200 || status == 204) {
      return new Answer(line, headers, "");
    }
    int length = Integer.parseInt(headers.get("Content-Length"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("a body of " + length + " bytes ends after " + body.length);
    }
    return new Answer(line, headers, new String(body, ISO_8859_1));
  }

  /** All that comes until the server ends the connection, whether it is an answer or not. */
  String receiveToEnd() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (SocketException e) {
      // A connection that is broken off has ended too.
    }
    return all.toString(ISO_8859_1);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended after \"" + line.toString(ISO_8859_1) + "\"");
      }
      line.write(b);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  /** Whether the server has ended the connection; waits for that, and for no bytes before it. */
  boolean ended() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  /** Breaks the connection off, as a peer that dies does. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
