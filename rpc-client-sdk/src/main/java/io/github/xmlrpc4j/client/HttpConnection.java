package io.github.xmlrpc4j.client;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection to the server or its proxy. It belongs to one thread at a time. */
final class HttpConnection implements Closeable {
  private static final int ONE_WRITE = 64 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[8 * 1024];
  private int position;
  private int limit;
  private CallControl control;
  private boolean answered;
  private long idleSince;

  private HttpConnection(Socket socket, CallControl control) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.control = control;
  }

  /**
   * Connects.
   *
   * @throws ConnectException if that fails, with the reason
   */
  static HttpConnection open(HttpSettings settings, CallControl control) throws IOException {
    Socket socket = new Socket();
    control.onCancel(() -> quietly(socket));
    try {
      return open(settings, control, socket);
    } catch (IOException | RuntimeException e) {
      quietly(socket);
      if (control.isCancelled() || (control.millisLeft() <= 0 && e instanceof IOException)) {
        throw e;
      }
      String reason =
          e instanceof SocketTimeoutException ? "timed out" : String.valueOf(e.getMessage());
      ConnectException failure = new ConnectException(reason);
      failure.initCause(e);
      throw failure;
    }
  }

  private static HttpConnection open(HttpSettings settings, CallControl control, Socket socket)
      throws IOException {
    InetSocketAddress proxy = settings.proxy();
    InetSocketAddress to =
        proxy == null
            ? new InetSocketAddress(bare(settings.host()), settings.port())
            : new InetSocketAddress(proxy.getHostString(), proxy.getPort());
    if (to.isUnresolved()) {
      throw new ConnectException("unknown host " + to.getHostString());
    }
    int timeout = (int) Math.min(settings.connectTimeout().toMillis(), millis(control));
    socket.connect(to, timeout);
    socket.setTcpNoDelay(true);
    if (!settings.isTls()) {
      return new HttpConnection(socket, control);
    }
    socket.setSoTimeout(timeout);
    if (proxy != null) {
      tunnel(settings, new HttpConnection(socket, control));
    }
    SSLSocket secure =
        (SSLSocket)
            settings.tls().createSocket(socket, bare(settings.host()), settings.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return new HttpConnection(secure, control);
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
        ByteBuffer.allocate(0));
    ResponseHead answer = ResponseHead.read(plain);
    if (answer.status() != 200) {
      throw new ConnectException("the proxy refused with status " + answer.status());
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static long millis(CallControl control) throws SocketTimeoutException {
    long left = control.millisLeft();
    if (left <= 0) {
      throw new SocketTimeoutException("the deadline has passed");
    }
    return Math.min(left, Integer.MAX_VALUE);
  }

  /** Takes up the connection for another exchange. */
  void use(CallControl next) {
    control = next;
    answered = false;
    next.onCancel(() -> quietly(socket));
  }

  /** Lays the connection down until it is used again. */
  void rest() {
    idleSince = System.nanoTime();
    control.release();
  }

  long idleNanos() {
    return System.nanoTime() - idleSince;
  }

  /** Whether a byte of the answer has come. */
  boolean isAnswered() {
    return answered;
  }

  /** Sends a request; a small one in one packet. */
  void send(byte[] head, ByteBuffer body) throws IOException {
    position = 0;
    limit = 0;
    int length = body.remaining();
    int start = body.arrayOffset() + body.position();
    if (length <= ONE_WRITE) {
      byte[] whole = Arrays.copyOf(head, head.length + length);
      System.arraycopy(body.array(), start, whole, head.length, length);
      out.write(whole);
    } else {
      out.write(head);
      out.write(body.array(), start, length);
    }
    out.flush();
  }

  /** The next byte, or -1 at the end. */
  int read() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xFF : -1;
  }

  /** Some bytes into an array, or -1 at the end. */
  int read(byte[] bytes, int offset, int length) throws IOException {
    if (position == limit && !fill()) {
      return -1;
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
      throw new EOFException("the connection ended before the whole response");
    }
    return next;
  }

  private boolean fill() throws IOException {
    socket.setSoTimeout((int) millis(control));
    int count = in.read(buffer);
    if (count <= 0) {
      return false;
    }
    answered = true;
    position = 0;
    limit = count;
    return true;
  }

  /** Whether the response was read to its last byte and nothing came behind it. */
  boolean isDrained() {
    return position == limit;
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
