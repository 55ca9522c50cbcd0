package io.github.xmlrpc4j.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The status line and the headers of a response (RFC 9112).
 *
 * @param bytes the head as it came, the empty line included
 * @param minor the minor version of HTTP/1
 * @param status the status
 * @param reason the reason phrase, which may be empty
 * @param headers the headers, in order
 */
record ResponseHead(ByteBuffer bytes, int minor, int status, String reason, List<Header> headers) {
  private static final int MOST_BYTES = 64 * 1024;

  /**
   * Reads a head; interim ones are passed over.
   *
   * @throws ProtocolException if what comes is no head of HTTP/1
   */
  static ResponseHead read(HttpConnection connection) throws IOException {
    while (true) {
      ResponseHead head = parse(readBytes(connection));
      if (head.status >= 200) {
        return head;
      }
    }
  }

  private static byte[] readBytes(HttpConnection connection) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    int inLine = 0;
    while (true) {
      int next = connection.require();
      bytes.write(next);
      if (bytes.size() == 5 && !startsLikeHttp(bytes)) {
        throw new ProtocolException("the answer is not HTTP");
      }
      if (bytes.size() > MOST_BYTES) {
        throw new ProtocolException("the head of the response is over 64 kB");
      }
      if (next == '\n') {
        if (inLine == 0) {
          return bytes.toByteArray();
        }
        inLine = 0;
      } else if (next != '\r') {
        inLine++;
      }
    }
  }

  private static boolean startsLikeHttp(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.ISO_8859_1).equals("HTTP/");
  }

  private static ResponseHead parse(byte[] bytes) throws ProtocolException {
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
    String[] status = lines[0].split(" ", 3);
    if (status.length < 2
        || !status[0].matches("HTTP/1\\.[0-9]")
        || !status[1].matches("[1-9][0-9]{2}")) {
      throw new ProtocolException("no status line of HTTP/1");
    }
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      int colon = lines[i].indexOf(':');
      if (colon <= 0) {
        throw new ProtocolException("a line of the head is no header");
      }
      headers.add(header(lines[i].substring(0, colon), lines[i].substring(colon + 1)));
    }
    return new ResponseHead(
        ByteBuffer.wrap(bytes),
        status[0].charAt(7) - '0',
        Integer.parseInt(status[1]),
        status.length > 2 ? status[2].strip() : "",
        List.copyOf(headers));
  }

  private static Header header(String name, String value) throws ProtocolException {
    try {
      return new Header(name, value.strip());
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("a header that is none");
    }
  }

  @Nullable String first(String name) {
    for (Header header : headers) {
      if (header.is(name)) {
        return header.value();
      }
    }
    return null;
  }

  /** Whether a header lists the token. */
  boolean has(String name, String token) {
    for (Header header : headers) {
      if (header.is(name)) {
        for (String element : header.value().split(",", -1)) {
          if (element.strip().toLowerCase(Locale.ROOT).equals(token)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether the connection may serve another exchange. */
  boolean keepsAlive() {
    return minor > 0 ? !has("Connection", "close") : has("Connection", "keep-alive");
  }
}
