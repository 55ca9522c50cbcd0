package io.github.xmlrpc4j.client;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.CookieHandler;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over blocking sockets that are kept alive. A request goes out whole, with its length:
 * many old servers know no chunks.
 */
final class HttpTransport implements Transport {
  /** Smaller requests fit one packet, so that compressing them gains nothing. */
  private static final int COMPRESS_FROM = 1_400;

  /** Smaller requests fit the buffers of any two machines, so that sending them does not wait. */
  private static final int WATCHED_FROM = 16 * 1024;

  private final HttpSettings settings;
  private final byte[] headStart;
  private final Deque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
  private final Watchdog watchdog = new Watchdog();
  private volatile boolean closed;

  HttpTransport(HttpSettings settings) {
    this.settings = settings;
    StringBuilder head = new StringBuilder("POST ");
    boolean absolute = settings.proxy() != null && !settings.isTls();
    head.append(absolute ? "http://" + settings.authority() : "").append(settings.target());
    head.append(" HTTP/1.1\r\n");
    append(head, new Header("Host", settings.authority()));
    append(head, new Header("Accept-Encoding", "gzip, deflate"));
    append(head, new Header("Content-Type", "text/xml"));
    settings.headers().forEach(header -> append(head, header));
    if (absolute) {
      settings.proxyHeaders().forEach(header -> append(head, header));
    }
    this.headStart = latin(head);
  }

  @Override
  public Reply exchange(Request request) throws IOException {
    ByteBuffer body = request.body();
    boolean compressed = settings.compression() && body.remaining() >= COMPRESS_FROM;
    if (compressed) {
      body = gzip(body);
    }
    byte[] head = head(withCookies(request.headers()), body.remaining(), compressed);
    CallControl control = request.control();
    HttpConnection kept = takeIdle(control);
    if (kept != null) {
      try {
        return exchange(kept, head, body, request);
      } catch (StaleConnectionException e) {
        // The server had closed the idle connection before the request came, so that it cannot
        // have seen it: this is the one case in which sending once more is safe.
      }
    }
    try {
      return exchange(open(control), head, body, request);
    } catch (StaleConnectionException e) {
      throw e.getCause();
    }
  }

  private HttpConnection open(CallControl control) throws IOException {
    if (closed) {
      throw new SocketException("the proxy is closed");
    }
    return HttpConnection.open(settings, control);
  }

  private Reply exchange(HttpConnection connection, byte[] head, ByteBuffer body, Request request)
      throws IOException, StaleConnectionException {
    boolean reusable = false;
    try {
      send(connection, head, body, request.control());
      ResponseHead answer = ResponseHead.read(connection);
      ResponseBody reading = new ResponseBody(connection, settings.limits());
      ByteBuffer raw = reading.read(answer);
      reusable = reading.isFramed() && answer.keepsAlive() && connection.isDrained();
      keepCookies(answer);
      ByteBuffer content =
          ResponseBody.decompressed(raw, answer.first("Content-Encoding"), settings.limits());
      RawExchange captured =
          request.captures()
              ? new RawExchange(
                  RawMessage.of(ByteBuffer.wrap(head), body),
                  RawMessage.of(answer.bytes(), raw.duplicate()))
              : null;
      return new Reply(answer.status(), answer.reason(), answer.headers(), content, captured);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (EOFException | SocketException e) {
      if (request.control().isCancelled()) {
        throw interrupted(e);
      }
      if (request.control().millisLeft() <= 0) {
        throw new SocketTimeoutException("the deadline has passed");
      }
      if (!connection.isAnswered()) {
        throw new StaleConnectionException(e);
      }
      throw e;
    } finally {
      if (reusable) {
        lay(connection);
      } else {
        connection.close();
      }
    }
  }

  private void send(HttpConnection connection, byte[] head, ByteBuffer body, CallControl control)
      throws IOException {
    if (body.remaining() < WATCHED_FROM) {
      connection.send(head, body);
      return;
    }
    Future<?> watch = watchdog.watch(connection, Math.max(0, control.millisLeft()));
    try {
      connection.send(head, body);
    } finally {
      if (watch != null) {
        watch.cancel(false);
      }
    }
  }

  private static InterruptedIOException interrupted(IOException cause) {
    InterruptedIOException interrupted = new InterruptedIOException("cancelled");
    interrupted.initCause(cause);
    return interrupted;
  }

  private @Nullable HttpConnection takeIdle(CallControl control) {
    while (true) {
      HttpConnection connection = idle.pollFirst();
      if (connection == null) {
        return null;
      }
      if (connection.idleNanos() < settings.keepAlive().toNanos()) {
        connection.use(control);
        return connection;
      }
      connection.close();
    }
  }

  /** Puts a connection where the next call finds it; those used last are used first. */
  private void lay(HttpConnection connection) {
    connection.rest();
    idle.addFirst(connection);
    if (closed) {
      closeIdle();
    }
  }

  private List<Header> withCookies(List<Header> headers) throws IOException {
    CookieHandler cookies = settings.cookies();
    if (cookies == null) {
      return headers;
    }
    List<Header> all = new ArrayList<>(headers);
    cookies
        .get(settings.uri(), Map.of())
        .forEach(
            (name, values) -> {
              if (!values.isEmpty()) {
                all.add(new Header(name, String.join("; ", values)));
              }
            });
    return all;
  }

  private void keepCookies(ResponseHead answer) throws IOException {
    CookieHandler cookies = settings.cookies();
    if (cookies != null) {
      Map<String, List<String>> byName =
          answer.headers().stream()
              .collect(groupingBy(Header::name, mapping(Header::value, toList())));
      cookies.put(settings.uri(), byName);
    }
  }

  private byte[] head(List<Header> more, int length, boolean compressed) {
    StringBuilder rest = new StringBuilder();
    more.forEach(header -> append(rest, header));
    if (compressed) {
      append(rest, new Header("Content-Encoding", "gzip"));
    }
    rest.append("Content-Length: ").append(length).append("\r\n\r\n");
    byte[] end = latin(rest);
    byte[] head = new byte[headStart.length + end.length];
    System.arraycopy(headStart, 0, head, 0, headStart.length);
    System.arraycopy(end, 0, head, headStart.length, end.length);
    return head;
  }

  private static void append(StringBuilder head, Header header) {
    head.append(header.name()).append(": ").append(header.value()).append("\r\n");
  }

  private static byte[] latin(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer gzip(ByteBuffer body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.remaining() / 4);
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  @Override
  public void close() {
    closed = true;
    watchdog.close();
    closeIdle();
  }

  private void closeIdle() {
    for (HttpConnection connection = idle.pollFirst();
        connection != null;
        connection = idle.pollFirst()) {
      connection.close();
    }
  }

  /** A connection that ended before a byte of the answer. */
  private static final class StaleConnectionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final IOException cause;

    StaleConnectionException(IOException cause) {
      super(cause);
      this.cause = cause;
    }

    @Override
    public synchronized IOException getCause() {
      return cause;
    }
  }
}
