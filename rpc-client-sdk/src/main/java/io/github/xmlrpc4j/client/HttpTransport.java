package io.github.xmlrpc4j.client;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieHandler;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over blocking sockets that are kept alive. A request goes out whole, with its length,
 * unless an argument is a stream: many old servers know no chunks.
 */
final class HttpTransport implements Transport, HttpStream.Owner {
  /** Smaller requests fit one packet, so that compressing them gains nothing. */
  private static final int COMPRESS_FROM = 1_400;

  private final HttpSettings settings;
  private final RequestHead requestHead;
  private final long keepAliveNanos;
  private final Deque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
  private final Watchdog watchdog = new Watchdog(this::end);
  private volatile boolean closed;

  HttpTransport(HttpSettings settings) {
    this.settings = settings;
    this.requestHead = new RequestHead(settings);
    this.keepAliveNanos = settings.keepAlive().toNanos();
  }

  @Override
  public Reply exchange(Request request) throws IOException {
    RequestBody body = coded(request.body());
    boolean compressed = body != request.body();
    byte[] head = requestHead.of(withCookies(request.headers()), body.length(), compressed);
    HttpConnection kept = takeIdle(request.control());
    if (kept != null) {
      Reply reply = exchange(kept, true, head, body, request);
      if (reply != null) {
        return reply;
      }
      // The server had closed the idle connection before the request came, so that it cannot
      // have seen it: this is the one case in which sending once more is safe.
    }
    return requireReply(exchange(open(request.control()), false, head, body, request));
  }

  /** The body as it is sent, compressed if that is asked for and worth it. */
  private RequestBody coded(RequestBody body) {
    if (!settings.compression() || body.length() < COMPRESS_FROM) {
      return body;
    }
    List<ByteBuffer> smaller = ContentCoding.GZIP.encode(body.parts(), settings.limits());
    if (smaller == null) {
      return body;
    }
    body.release();
    return body.inPlace(smaller);
  }

  @Override
  public OpenReply open(Request request, @Nullable StreamedBody body) throws IOException {
    if (request.listener() != null) {
      // A listener is shown all the bytes, which are therefore kept.
      return Transport.super.open(request, body);
    }
    // What was drawn for a connection that turns out to be closed could not be sent once more.
    HttpConnection kept = body == null ? takeIdle(request.control()) : null;
    if (kept != null) {
      OpenReply reply = open(kept, true, request, null);
      if (reply != null) {
        return reply;
      }
    }
    return requireReply(open(open(request.control()), false, request, body));
  }

  private @Nullable OpenReply open(
      HttpConnection connection, boolean kept, Request request, @Nullable StreamedBody body)
      throws IOException {
    List<Header> headers = withCookies(request.headers());
    HttpStream stream =
        new HttpStream(
            connection,
            request.control(),
            this,
            length -> requestHead.ofStream(headers, length),
            this::failure);
    boolean answered = false;
    try {
      ResponseHead answer = stream.exchangeHeads(request.body(), body);
      keepCookies(answer);
      OpenReply reply = reply(stream, answer);
      answered = true;
      return reply;
    } catch (IOException e) {
      IOException failure = failure(e, request.control());
      if (kept && failure == e && !connection.isAnswered() && !(e instanceof ProtocolException)) {
        return null;
      }
      throw failure;
    } finally {
      if (!answered) {
        stream.close();
      }
    }
  }

  /**
   * The answer as it comes; or, where it is in a coding that nobody asked for, when it is there.
   */
  private OpenReply reply(HttpStream stream, ResponseHead answer) throws IOException {
    Reply head =
        new Reply(answer.status(), answer.reason(), answer.headers(), ByteBuffer.allocate(0));
    OpenReply reply = new OpenReply(head, stream, stream::close);
    if (answer.first("Content-Encoding") == null) {
      return reply;
    }
    ByteBuffer sent = reply.readWhole(settings.limits()).body();
    ByteBuffer whole = ResponseBody.decoded(List.of(sent), answer, settings.limits());
    return OpenReply.of(new Reply(answer.status(), answer.reason(), answer.headers(), whole));
  }

  private static <T> T requireReply(@Nullable T reply) {
    if (reply == null) {
      throw new IllegalStateException("only a connection that was kept can be stale");
    }
    return reply;
  }

  private HttpConnection open(CallControl control) throws IOException {
    if (closed) {
      throw closed();
    }
    HttpConnection connection = HttpConnection.open(settings, control);
    watchdog.add(connection);
    return connection;
  }

  private static SocketException closed() {
    return new SocketException("the proxy is closed");
  }

  /** Exchanges the messages; null if the connection was kept and turns out to be closed. */
  private @Nullable Reply exchange(
      HttpConnection connection, boolean kept, byte[] head, RequestBody body, Request request)
      throws IOException {
    HttpExchange exchange = new HttpExchange(connection, head, body, settings.limits());
    ResponseHead answer;
    try {
      answer = exchange.run(request.listener() != null);
      tell(request, exchange, null);
    } catch (IOException e) {
      IOException failure = failure(e, request.control());
      tell(request, exchange, failure);
      if (kept && failure == e && !connection.isAnswered() && !(e instanceof ProtocolException)) {
        return null;
      }
      throw failure;
    } catch (LimitExceededException e) {
      tell(request, exchange, e);
      throw e;
    } finally {
      if (exchange.leavesConnectionUsable()) {
        lay(connection);
      } else {
        discard(connection);
      }
    }
    keepCookies(answer);
    return new Reply(answer.status(), answer.reason(), answer.headers(), exchange.document(answer));
  }

  private static void tell(Request request, HttpExchange exchange, @Nullable Exception failure) {
    WireListener listener = request.listener();
    if (listener != null) {
      listener.exchanged(exchange.raw(failure));
    }
  }

  /** What a failure really means: a socket that this side has closed fails like any other. */
  private IOException failure(IOException failure, CallControl control) {
    IOException meant = failure;
    if (failure instanceof ProtocolException) {
      return failure;
    } else if (control.isCancelled()) {
      meant = new InterruptedIOException("cancelled");
    } else if (control.millisLeft() <= 0) {
      meant = new SocketTimeoutException("the deadline has passed");
    } else if (closed) {
      meant = closed();
    } else {
      return failure;
    }
    meant.initCause(failure);
    return meant;
  }

  private @Nullable HttpConnection takeIdle(CallControl control) {
    while (true) {
      HttpConnection connection = idle.pollFirst();
      if (connection == null) {
        return null;
      }
      if (connection.idleNanos() < keepAliveNanos) {
        connection.use(control);
        watchdog.expect(connection);
        return connection;
      }
      discard(connection);
    }
  }

  @Override
  public void expect(HttpConnection connection) {
    watchdog.expect(connection);
  }

  /** Puts a connection where the next call finds it; those used last are used first. */
  @Override
  public void lay(HttpConnection connection) {
    connection.rest(keepAliveNanos);
    idle.addFirst(connection);
    watchdog.expect(connection);
    if (closed) {
      closeIdle();
    }
  }

  @Override
  public void discard(HttpConnection connection) {
    watchdog.remove(connection);
    connection.close();
  }

  /** Ends what a connection is in use for, or the connection if it is idle. */
  private void end(HttpConnection connection) {
    CallControl control = connection.control();
    if (control != null) {
      control.abort();
    } else if (idle.remove(connection)) {
      discard(connection);
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
      discard(connection);
    }
  }
}
