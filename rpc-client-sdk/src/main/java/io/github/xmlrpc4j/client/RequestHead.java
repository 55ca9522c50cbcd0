package io.github.xmlrpc4j.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The head of every request of a proxy, but for what differs from call to call. */
final class RequestHead {
  private static final byte[] GZIP = latin("Content-Encoding: gzip\r\n");
  private static final byte[] LENGTH = latin("Content-Length: ");
  private static final byte[] END = latin("\r\n\r\n");

  private static final byte[] CHUNKED = latin("Transfer-Encoding: chunked");

  private final byte[] start;
  private final byte[] streamStart;

  RequestHead(HttpSettings settings) {
    this.start = start(settings, true);
    this.streamStart = start(settings, false);
  }

  private static byte[] start(HttpSettings settings, boolean compressible) {
    StringBuilder head = new StringBuilder("POST ");
    boolean absolute = settings.proxy() != null && !settings.isTls();
    head.append(absolute ? "http://" + settings.authority() : "").append(settings.target());
    head.append(" HTTP/1.1\r\n");
    append(head, new Header("Host", settings.authority()));
    if (compressible && isFree("Accept-Encoding", settings)) {
      append(head, new Header("Accept-Encoding", "gzip, deflate"));
    }
    append(head, new Header("Content-Type", "text/xml"));
    if (isFree("User-Agent", settings)) {
      append(head, new Header("User-Agent", "xmlrpc4j"));
    }
    settings.headers().forEach(header -> append(head, header));
    if (absolute) {
      settings.proxyHeaders().forEach(header -> append(head, header));
    }
    return latin(head);
  }

  /** Whether the settings leave it to this what a header says. */
  private static boolean isFree(String name, HttpSettings settings) {
    return settings.headers().stream().noneMatch(header -> header.is(name));
  }

  /** A whole head. */
  byte[] of(List<Header> more, int length, boolean compressed) {
    return of(start, more, length, compressed);
  }

  /** A whole head that asks for no coding; with a length of -1, of a body in chunks. */
  byte[] ofStream(List<Header> more, int length) {
    if (length >= 0) {
      return of(streamStart, more, length, false);
    }
    byte[] headers = latin(more);
    byte[] head =
        Arrays.copyOf(
            streamStart, streamStart.length + headers.length + CHUNKED.length + END.length);
    int at = put(head, streamStart.length, headers);
    put(head, put(head, at, CHUNKED), END);
    return head;
  }

  private static byte[] of(byte[] start, List<Header> more, int length, boolean compressed) {
    byte[] headers = latin(more);
    byte[] coding = compressed ? GZIP : new byte[0];
    byte[] digits = latin(Integer.toString(length));
    int size = start.length + headers.length + coding.length + LENGTH.length + digits.length;
    byte[] head = Arrays.copyOf(start, size + END.length);
    int at = put(head, start.length, headers);
    at = put(head, at, coding);
    at = put(head, at, LENGTH);
    at = put(head, at, digits);
    put(head, at, END);
    return head;
  }

  private static int put(byte[] head, int at, byte[] bytes) {
    System.arraycopy(bytes, 0, head, at, bytes.length);
    return at + bytes.length;
  }

  private static byte[] latin(List<Header> headers) {
    if (headers.isEmpty()) {
      return new byte[0];
    }
    StringBuilder text = new StringBuilder();
    headers.forEach(header -> append(text, header));
    return latin(text);
  }

  private static void append(StringBuilder head, Header header) {
    head.append(header.name()).append(": ").append(header.value()).append("\r\n");
  }

  private static byte[] latin(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
