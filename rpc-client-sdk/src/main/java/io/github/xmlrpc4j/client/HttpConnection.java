package io.github.xmlrpc4j.client;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One connection to the server or its proxy. It belongs to one thread at a time. */
final class HttpConnection implements Closeable {
  /** Larger requests go out in two writes, which then no longer counts. */
  private static final int ONE_WRITE = 16 * 1024;

  private static final int MOST_HEAD = 64 * 1024;

  private final Socket bare;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private byte[] outgoing = new byte[1024];
  private byte[] buffer = new byte[8 * 1024];
  private int position;
  private int limit;
  private boolean answered;
  private long idleSince;
  private volatile @Nullable CallControl control;
  private volatile long due;

  private HttpConnection(Socket bare, Socket socket, CallControl control) throws IOException {
    this.bare = bare;
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.control = control;
    this.due = control.deadline();
  }

  /**
   * Connects.
   *
   * @throws ConnectException if that fails, with the reason
   */
  static HttpConnection open(HttpSettings settings, CallControl control) throws IOException {
    Socket bare = new Socket();
    control.onAbort(() -> quietly(bare));
    boolean untilDeadline = control.connectsUntilDeadline();
    try {
      return open(settings, control, bare);
    } catch (IOException | RuntimeException e) {
      quietly(bare);
      if (control.isCancelled()
          || (control.millisLeft() <= 0 && e instanceof IOException)
          || (untilDeadline && e instanceof SocketTimeoutException)) {
        throw e;
      }
      String reason =
          e instanceof SocketTimeoutException ? "timed out" : String.valueOf(e.getMessage());
      ConnectException failure = new ConnectException(reason);
      failure.initCause(e);
      throw failure;
    }
  }

  private static HttpConnection open(HttpSettings settings, CallControl control, Socket bare)
      throws IOException {
    InetSocketAddress proxy = settings.proxy();
    InetSocketAddress to =
        proxy == null
            ? new InetSocketAddress(unbracketed(settings.host()), settings.port())
            : new InetSocketAddress(proxy.getHostString(), proxy.getPort());
    if (to.isUnresolved()) {
      throw new UnknownHostException("unknown host " + to.getHostString());
    }
    int timeout = connectMillis(control);
    bare.connect(to, timeout);
    bare.setTcpNoDelay(true);
    if (!settings.isTls()) {
      return new HttpConnection(bare, bare, control);
    }
    bare.setSoTimeout(timeout);
    if (proxy != null) {
      tunnel(settings, new HttpConnection(bare, bare, control));
    }
    SSLSocket secure =
        (SSLSocket)
            settings
                .tls()
                .get()
                .createSocket(bare, unbracketed(settings.host()), settings.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    bare.setSoTimeout(0);
    return new HttpConnection(bare, secure, control);
  }

  private static void tunnel(HttpSettings settings, HttpConnection plain) throws IOException {
    String authority = settings.host() + ":" + settings.port();
    StringBuilder head =
        new StringBuilder("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n");
    for (Header header : settings.proxyHeaders()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    plain.send(
        head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1),
        RequestBody.of(List.of()));
    ResponseHead answer = ResponseHead.read(plain);
    if (answer.status() != 200) {
      throw new ConnectException("the proxy refused with status " + answer.status());
    }
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int connectMillis(CallControl control) throws SocketTimeoutException {
    long left = control.connectMillisLeft();
    if (left <= 0) {
      throw new SocketTimeoutException("the deadline has passed");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  /** Takes up the connection for another exchange. */
  void use(CallControl next) {
    answered = false;
    due = next.deadline();
    control = next;
    next.onAbort(this::abort);
  }

  /** Gives the call that uses this all its time again. */
  void restartDeadline() {
    CallControl user = control;
    if (user != null) {
      user.restart();
      due = user.deadline();
    }
  }

  /** Lets the call that uses this take as long as it likes. */
  void suspendDeadline() {
    CallControl user = control;
    if (user != null) {
      user.suspend();
      due = user.deadline();
    }
  }

  /** Lays the connection down until it is used again, or has been idle for so long. */
  void rest(long keepAliveNanos) {
    CallControl last = control;
    if (last != null) {
      last.release();
    }
    control = null;
    idleSince = System.nanoTime();
    due = idleSince + keepAliveNanos;
  }

  long idleNanos() {
    return System.nanoTime() - idleSince;
  }

  /** When this must be over, or may be closed, as {@link System#nanoTime()} counts. */
  long due() {
    return due;
  }

  /** The call that uses this now; null while it is idle. */
  @Nullable CallControl control() {
    return control;
  }

  /** Whether a byte of the answer has come. */
  boolean isAnswered() {
    return answered;
  }

  /** Sends a request; a small one in one packet. */
  void send(byte[] head, RequestBody body) throws IOException {
    position = 0;
    limit = 0;
    if (body.length() > ONE_WRITE - head.length) {
      out.write(head);
      for (ByteBuffer part : body.parts()) {
        out.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
      }
    } else {
      sendAtOnce(head, body);
    }
    out.flush();
  }

  private void sendAtOnce(byte[] head, RequestBody body) throws IOException {
    int length = head.length + body.length();
    if (length > outgoing.length) {
      outgoing = new byte[Math.min(ONE_WRITE, length * 2)];
    }
    System.arraycopy(head, 0, outgoing, 0, head.length);
    int at = head.length;
    for (ByteBuffer part : body.parts()) {
      part.get(part.position(), outgoing, at, part.remaining());
      at += part.remaining();
    }
    out.write(outgoing, 0, length);
  }

  /** Sends a piece of a request. */
  void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  /**
   * Reads the head of a response, up to its empty line and with it.
   *
   * @throws ProtocolException if what comes is no HTTP
   */
  byte[] readHead() throws IOException {
    boolean lineIsEmpty = false;
    int at = position;
    while (true) {
      for (; at < limit; at++) {
        byte next = buffer[at];
        if (next == '\n') {
          if (lineIsEmpty) {
            byte[] head = Arrays.copyOfRange(buffer, position, at + 1);
            position = at + 1;
            return head;
          }
          lineIsEmpty = true;
        } else if (next != '\r') {
          lineIsEmpty = false;
        }
      }
      int seen = at - position;
      if (seen > MOST_HEAD) {
        throw new ProtocolException("the head of the response is over 64 kB");
      }
      makeRoom();
      if (!fill()) {
        throw endedEarly();
      }
      at = position + seen;
      requireHttp();
    }
  }

  private void requireHttp() throws ProtocolException {
    int length = Math.min(limit - position, 5);
    if (!"HTTP/".startsWith(new String(buffer, position, length, StandardCharsets.ISO_8859_1))) {
      throw new ProtocolException("the answer is not HTTP");
    }
  }

  private void makeRoom() {
    if (limit == buffer.length) {
      int size = position == 0 ? 2 * buffer.length : buffer.length;
      buffer = Arrays.copyOf(Arrays.copyOfRange(buffer, position, limit), size);
      limit -= position;
      position = 0;
    }
  }

  /** What has come and was not read. */
  byte[] unread() {
    return Arrays.copyOfRange(buffer, position, limit);
  }

  /** The next byte, or -1 at the end. */
  int read() throws IOException {
    return position < limit || refill() ? buffer[position++] & 0xFF : -1;
  }

  /** Some bytes into an array, or -1 at the end. */
  int read(byte[] bytes, int offset, int length) throws IOException {
    if (position == limit) {
      if (length >= buffer.length) {
        return in.read(bytes, offset, length);
      }
      if (!refill()) {
        return -1;
      }
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(buffer, position, bytes, offset, count);
    position += count;
    return count;
  }

  /** The next byte, which must be there. */
  int require() throws IOException {
    int next = read();
    if (next < 0) {
      throw endedEarly();
    }
    return next;
  }

  private static EOFException endedEarly() {
    return new EOFException("the connection ended before the whole response");
  }

  private boolean refill() throws IOException {
    position = 0;
    limit = 0;
    return fill();
  }

  private boolean fill() throws IOException {
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count <= 0) {
      return false;
    }
    answered = true;
    limit += count;
    return true;
  }

  /** Whether the response was read to its last byte and nothing came behind it. */
  boolean isDrained() {
    return position == limit;
  }

  /**
   * Ends the connection under whoever uses it. Closing a TLS socket would wait for a write that is
   * under way.
   */
  void abort() {
    quietly(bare);
  }

  @Override
  public void close() {
    quietly(socket);
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // A socket that cannot be closed is of no more use than one that can.
    }
  }
}
