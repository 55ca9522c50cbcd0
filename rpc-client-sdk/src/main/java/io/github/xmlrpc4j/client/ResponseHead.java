package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status line and the headers of a response (RFC 9112). */
final class ResponseHead {
  private final byte[] bytes;
  private final int minor;
  private final int status;
  private final String reason;
  private final List<Header> headers = new ArrayList<>(8);

  private ResponseHead(byte[] bytes) throws ProtocolException {
    this.bytes = bytes;
    int end = lineEnd(0);
    if (!isStatusLine(end)) {
      throw new ProtocolException("no status line of HTTP/1");
    }
    this.minor = bytes[7] - '0';
    this.status = Integer.parseInt(text(9, 12));
    this.reason = text(Math.min(13, end), end).strip();
    for (int start = next(end); start < bytes.length; start = next(end)) {
      end = lineEnd(start);
      if (end > start) {
        headers.add(header(start, end));
      }
    }
  }

  /**
   * Reads a head; interim ones are passed over.
   *
   * @throws ProtocolException if what comes is no head of HTTP/1
   */
  static ResponseHead read(HttpConnection connection) throws IOException {
    while (true) {
      ResponseHead head = new ResponseHead(connection.readHead());
      if (head.status >= 200) {
        return head;
      }
    }
  }

  /** Where the line that begins here ends, before its line end. */
  private int lineEnd(int start) {
    int end = start;
    while (bytes[end] != '\n') {
      end++;
    }
    return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  private int next(int lineEnd) {
    return lineEnd + (bytes[lineEnd] == '\r' ? 2 : 1);
  }

  private boolean isStatusLine(int end) {
    return end >= 12
        && text(0, 7).equals("HTTP/1.")
        && isDigit(7)
        && bytes[8] == ' '
        && bytes[9] != '0'
        && isDigit(9)
        && isDigit(10)
        && isDigit(11)
        && (end == 12 || bytes[12] == ' ');
  }

  private boolean isDigit(int at) {
    return bytes[at] >= '0' && bytes[at] <= '9';
  }

  private Header header(int start, int end) throws ProtocolException {
    int colon = start;
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    if (colon == start || colon == end) {
      throw new ProtocolException("a line of the head is no header");
    }
    try {
      return new Header(text(start, colon), text(colon + 1, end).strip());
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("a header that is none");
    }
  }

  private String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /** The head as it came, the empty line included. */
  byte[] bytes() {
    return bytes;
  }

  int status() {
    return status;
  }

  /** The reason phrase, which may be empty. */
  String reason() {
    return reason;
  }

  List<Header> headers() {
    return headers;
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
          if (element.strip().equalsIgnoreCase(token)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * The coding of the body.
   *
   * @throws ProtocolException if it is one that nobody asked for
   */
  ContentCoding coding() throws ProtocolException {
    String token = first("Content-Encoding");
    ContentCoding coding = token == null ? ContentCoding.IDENTITY : ContentCoding.of(token.strip());
    if (coding == null) {
      throw new ProtocolException("the body's coding \"" + token + "\" was not asked for");
    }
    return coding;
  }

  /** Whether the connection may serve another exchange. */
  boolean keepsAlive() {
    return minor > 0 ? !has("Connection", "close") : has("Connection", "keep-alive");
  }
}
