package io.github.xmlrpc4j.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does with a connection just what a script says, right or wrong. */
final class ScriptedServer implements AutoCloseable {
  /** A response whose result is 3. */
  static final String THREE =
      "<?xml version='1.0'?><methodResponse><params><param><value><int>3</int></value></param>"
          + "</params></methodResponse>";

  /** What is done with one request. */
  @FunctionalInterface
  interface Script {
    /** Answers on a connection from which a request has been read; returning closes it. */
    void play(Socket connection) throws Exception;
  }

  private final ServerSocket listener;
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Thread thread;

  /** Plays the scripts in turn, one for each connection, the last one for all that follow. */
  ScriptedServer(Script... scripts) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), scripts);
  }

  ScriptedServer(ServerSocket listener, Script... scripts) {
    this.listener = listener;
    thread = new Thread(() -> accept(scripts), "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** A script that sends bytes once it has read a request. */
  static Script answering(String answer) {
    return answering(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Script answering(byte[] answer) {
    return connection -> {
      connection.getOutputStream().write(answer);
      connection.getOutputStream().flush();
    };
  }

  /** A script that answers with status 200 and a body. */
  static Script ok(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return answering(
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n"
            + new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private void accept(Script... scripts) {
    for (int i = 0; !listener.isClosed(); i++) {
      Script script = scripts[Math.min(i, scripts.length - 1)];
      try {
        Socket connection = listener.accept();
        connections.incrementAndGet();
        open.add(connection);
        Thread playing = new Thread(() -> play(connection, script), "script");
        playing.setDaemon(true);
        playing.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void play(Socket connection, Script script) {
    try (connection) {
      requests.add(readRequest(connection.getInputStream()));
      script.play(connection);
    } catch (Exception e) {
      // The client has gone, or the test is over.
    }
  }

  /** Reads one request, head and body. */
  static String readRequest(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String text = "";
    int wanted = -1;
    while (wanted < 0 || bytes.size() < wanted) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client has gone");
      }
      bytes.write(next);
      if (wanted < 0 && next == '\n') {
        text = bytes.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end >= 0) {
          if (text.contains("Transfer-Encoding: chunked")) {
            return text + readChunks(in);
          }
          int at = text.indexOf("Content-Length: ") + "Content-Length: ".length();
          wanted = end + 4 + Integer.parseInt(text.substring(at, text.indexOf("\r\n", at)));
        }
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static String readChunks(InputStream in) throws IOException {
    StringBuilder chunks = new StringBuilder();
    String end = "\r\n0\r\n\r\n";
    while (chunks.indexOf(end, chunks.length() - end.length()) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client has gone");
      }
      chunks.append((char) next);
    }
    return chunks.toString();
  }

  /** Sends bytes one after the other until the client has gone. */
  static void forever(OutputStream out, byte[] bytes) throws IOException {
    while (true) {
      out.write(bytes);
      out.flush();
    }
  }

  String uri() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  int port() {
    return listener.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** The next request that came. */
  String request() throws InterruptedException {
    return requests.take();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
