package io.github.xmlrpc4j.samples.sockets;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Calls the five servers and the XML-RPC server over 1 to 1,000 connections that stay open, and
 * prints a table: how many of them were served, calls per second, and the server's memory. {@code
 * picture/measure.sh} runs it from its source.
 */
final class Load {
  private static final long WARM_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
  private static final long MEASURED_NANOS = TimeUnit.MILLISECONDS.toNanos(2500);
  private static final String SENTENCE = "what has a mouth but never speaks";
  private static final String CALL =
      """
      <?xml version='1.0'?>
      <methodCall>
      <methodName>primes</methodName>
      <params>
      <param><value><int>0</int></value></param>
      <param><value><int>10</int></value></param>
      </params>
      </methodCall>
      """;

  private record Subject(String label, String sample, String request) {}

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject("sequential", "tcp-sequential", SENTENCE),
          new Subject("thread each", "tcp-threads", SENTENCE),
          new Subject("pool of 4", "tcp-pool", SENTENCE),
          new Subject("selector", "tcp-selector", SENTENCE),
          new Subject("virtual threads", "tcp-virtual", SENTENCE),
          new Subject("XML-RPC", "worker", post(CALL)));

  /** A connection that sends a request whenever the last one is answered. */
  private static final class Connection {
    private final ByteBuffer request;
    private final int replyLength;
    private final ByteBuffer received = ByteBuffer.allocate(4096);
    private int missing;
    private boolean served;

    Connection(byte[] request, int replyLength) {
      this.request = ByteBuffer.wrap(request).position(request.length);
      this.replyLength = replyLength;
    }

    void send(SocketChannel channel) throws IOException {
      missing = replyLength;
      channel.write(request.rewind());
      if (request.hasRemaining()) {
        throw new IOException("a request of " + request.limit() + " bytes was not taken whole");
      }
    }

    /** Reads what there is; true when that was the end of an answer. */
    boolean receive(SocketChannel channel) throws IOException {
      int length = channel.read(received.clear());
      if (length < 0 || length > missing) {
        throw new IOException("not the answer that was expected");
      }
      missing -= length;
      served |= missing == 0;
      return missing == 0;
    }
  }

  private Load() {}

  public static void main(String... args) throws IOException, InterruptedException {
    Path jar = Path.of(args[0]);
    System.out.printf(
        "# Java %s, %d cores%n",
        Runtime.version().feature(), Runtime.getRuntime().availableProcessors());
    System.out.println("server\tconnections\tserved\tcalls_per_second\tmemory_mib");
    for (Subject subject : SUBJECTS) {
      for (int connections : new int[] {1, 10, 100, 1000}) {
        System.out.println(subject.label() + "\t" + measure(jar, subject, connections));
      }
    }
  }

  private static String post(String body) {
    return "POST /RPC2 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String measure(Path jar, Subject subject, int count)
      throws IOException, InterruptedException {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                jar.toString(),
                subject.sample(),
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
      int port = Integer.parseInt(lines.readLine().replace("port ", ""));
      byte[] request = subject.request().getBytes(StandardCharsets.US_ASCII);
      return measure(request, port, count, server.pid());
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  private static String measure(byte[] request, int port, int count, long pid) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    int replyLength = replyLength(address, request);
    List<Connection> connections = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < count; i++) {
        SocketChannel channel = SocketChannel.open(address);
        Connection connection = new Connection(request, replyLength);
        connection.send(channel);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, connection);
        connections.add(connection);
      }
      run(selector, WARM_UP_NANOS);
      double perSecond = run(selector, MEASURED_NANOS) * 1e9 / MEASURED_NANOS;
      long served = connections.stream().filter(connection -> connection.served).count();
      long memory = memory(pid);
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      return count + "\t" + served + "\t" + Math.round(perSecond) + "\t" + memory;
    }
  }

  /** Answers that have come after that time. */
  private static long run(Selector selector, long nanos) throws IOException {
    long end = System.nanoTime() + nanos;
    long answers = 0;
    while (System.nanoTime() < end) {
      selector.select(10);
      for (SelectionKey key : selector.selectedKeys()) {
        SocketChannel channel = (SocketChannel) key.channel();
        Connection connection = (Connection) key.attachment();
        if (connection.receive(channel)) {
          answers++;
          connection.send(channel);
        }
      }
      selector.selectedKeys().clear();
    }
    return answers;
  }

  /** All answers to a request are of one length, which the first one tells. */
  private static int replyLength(InetSocketAddress address, byte[] request) throws IOException {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      socket.getOutputStream().write(request);
      ByteBuffer reply = ByteBuffer.allocate(4096);
      String text = "";
      while (!text.endsWith("</methodResponse>\n") && !text.equals(upper(request))) {
        int octet = socket.getInputStream().read();
        if (octet < 0) {
          throw new IOException("the answer ended within");
        }
        reply.put((byte) octet);
        text = new String(reply.array(), 0, reply.position(), StandardCharsets.US_ASCII);
      }
      return reply.position();
    }
  }

  private static String upper(byte[] request) {
    return new String(request, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
  }

  /** What the process has in memory, in MiB, as Linux tells it. */
  private static long memory(long pid) throws IOException {
    try (Stream<String> status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      String kibibytes =
          status.filter(line -> line.startsWith("VmRSS:")).findFirst().orElse("VmRSS: 0 kB");
      return Long.parseLong(kibibytes.replaceAll("\\D", "")) / 1024;
    }
  }
}
