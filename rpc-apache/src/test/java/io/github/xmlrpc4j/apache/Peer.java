package io.github.xmlrpc4j.apache;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.GZIPOutputStream;

/** A server that records what it is sent and answers every request with the same bytes. */
final class Peer implements AutoCloseable {
  static final String THREE =
      "<?xml version='1.0'?><methodResponse><params><param><value><int>3</int></value></param>"
          + "</params></methodResponse>";

  /** What came with one request. */
  @SuppressWarnings("ArrayRecordComponent") // Requests are looked at, not compared.
  record Request(String path, Headers headers, byte[] body) {
    String header(String name) {
      return headers.getFirst(name);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private final HttpServer server;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final int status;
  private final byte[] answer;
  private final boolean gzip;

  private Peer(int status, byte[] answer, boolean gzip) throws IOException {
    this.status = status;
    this.answer = answer;
    this.gzip = gzip;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::handle);
    server.start();
  }

  static Peer answering(String document) throws IOException {
    return new Peer(200, document.getBytes(StandardCharsets.UTF_8), false);
  }

  static Peer answering(int status, String body) throws IOException {
    return new Peer(status, body.getBytes(StandardCharsets.UTF_8), false);
  }

  static Peer answeringCompressed(byte[] gzip) throws IOException {
    return new Peer(200, gzip, true);
  }

  /** Some bytes in gzip. */
  static byte[] gzip(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      for (byte[] part : parts) {
        out.write(part);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      requests.add(
          new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
      if (gzip) {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      }
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next request that came. */
  Request request() throws InterruptedException {
    return requests.take();
  }

  /** Whether nothing came that has not been asked for. */
  boolean isUntouched() {
    return requests.isEmpty();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
