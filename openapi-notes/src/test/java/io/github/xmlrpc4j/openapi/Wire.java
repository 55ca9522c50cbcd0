package io.github.xmlrpc4j.openapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answers to bytes that no client would send.
 *
 * @param status the status
 * @param headers by their names, in any case
 * @param body the text of the body
 */
record Wire(int status, Map<String, String> headers, String body) {
  private static final int TIMEOUT_MILLIS = 20_000;

  static Wire exchange(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return exchange(socket, request);
    }
  }

  /** One exchange of perhaps several on a connection. */
  static Wire exchange(Socket socket, String request) throws IOException {
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return read(socket.getInputStream());
  }

  private static Wire read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      throw new EOFException("the connection was ended before an answer");
    }
    int status = Integer.parseInt(first.substring("HTTP/1.1 ".length()).substring(0, 3));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(header.substring(0, colon), header.substring(colon + 1).trim());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    return new Wire(status, headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.append(new String(new byte[] {(byte) b}, ISO_8859_1));
    }
    return line.toString().stripTrailing();
  }
}
