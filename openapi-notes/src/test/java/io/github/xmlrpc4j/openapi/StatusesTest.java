package io.github.xmlrpc4j.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every status of every operation: what the file says is provoked, and what can be provoked, or
 * stands in the server's sources, is in the file.
 */
final class StatusesTest {
  private static final Path SOURCES =
      Path.of("..", "rpc-server", "src", "main", "java", "io", "github", "xmlrpc4j", "server");
  private static final Pattern STATUS = Pattern.compile("HttpStatus\\.[A-Z_]+_(\\d{3})");

  /** What Jetty says of requests that are no HTTP, and of those that come while it stops. */
  private static final Set<Integer> JETTYS = Set.of(414, 417, 426, 431, 503, 505);

  /** The JDK's pool has one thread on two cores, and two tasks here wait for each other. */
  private static final Executor OWN_THREAD = task -> new Thread(task).start();

  /** Answered by a server that is being closed, to whoever is connected by then. */
  private static final Provocation WHILE_CLOSING = call(503, withBody("system.listMethods"));

  private static final Description DESCRIPTION = Description.read();

  /**
   * A request that is answered by a status.
   *
   * @param operation the method and the path in the file
   * @param status the status
   * @param request the request
   */
  record Provocation(String operation, int status, String request) {
    @Override
    public String toString() {
      return operation + " " + status;
    }
  }

  private static RpcServer server;

  /** One that does not wait for long, which would be cruel to everybody else. */
  private static RpcServer hasty;

  @BeforeAll
  static void start() {
    server = RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start();
    hasty = RpcServer.builder().idleTimeout(Duration.ofSeconds(1)).start();
  }

  @AfterAll
  static void stop() {
    server.close();
    hasty.close();
  }

  static Stream<Provocation> provocations() {
    return Stream.of(
            Stream.of(
                new Provocation("get /RPC2", 200, get("/RPC2", "Accept: text/html\r\n")),
                new Provocation(
                    "get /RPC2", 304, get("/", "Accept: text/html\r\nIf-None-Match: *\r\n")),
                new Provocation("get /RPC2", 405, get("/RPC2", "Accept: */*\r\n")),
                new Provocation(
                    "get /RPC2",
                    403,
                    "GET / HTTP/1.1\r\nHost: rebound.example\r\nAccept: text/html\r\n\r\n"),
                new Provocation("options /RPC2", 204, preflight("http://localhost:PORT")),
                new Provocation("options /RPC2", 403, preflight("https://evil.example")),
                new Provocation("options /RPC2", 405, "OPTIONS /RPC2 HTTP/1.1\r\nHost: a\r\n\r\n")),
            calls(),
            documents("/openapi.yaml", "/openapi.yaml"),
            documents("/page/{file}", "/page/page.css"),
            Stream.of(new Provocation("get /page/{file}", 404, get("/page/nothing", ""))))
        .flatMap(some -> some);
  }

  private static Stream<Provocation> calls() {
    return Stream.of(
        call(200, withBody("system.listMethods")),
        call(400, "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"),
        call(403, "Origin: https://evil.example\r\nContent-Length: 0\r\n\r\n"),
        call(408, "Content-Length: 5\r\n\r\nhell"),
        call(413, "Content-Length: 33554433\r\nExpect: 100-continue\r\n\r\n"),
        new Provocation("post /RPC2", 414, "POST /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n"),
        call(415, "Content-Encoding: br\r\nContent-Length: 5\r\n\r\nhello"),
        call(417, "Expect: cake\r\nContent-Length: 5\r\n\r\nhello"),
        new Provocation("post /RPC2", 426, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        call(431, "X: " + "x".repeat(20_000) + "\r\n\r\n"),
        call(501, "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        new Provocation("post /RPC2", 505, "POST / HTTP/3.7\r\nHost: a\r\n\r\n"));
  }

  private static Stream<Provocation> documents(String path, String file) {
    return Stream.of(
        new Provocation("get " + path, 200, get(file, "")),
        new Provocation("get " + path, 304, get(file, "If-None-Match: *\r\n")),
        new Provocation("get " + path, 403, "GET " + file + " HTTP/1.1\r\nHost: a.example\r\n\r\n"),
        new Provocation(
            "post " + path,
            405,
            "POST " + file + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
  }

  private static Provocation call(int status, String rest) {
    return new Provocation("post /RPC2", status, "POST /RPC2 HTTP/1.1\r\nHost: a\r\n" + rest);
  }

  private static String withBody(String method) {
    String body = "<methodCall><methodName>" + method + "</methodName><params/></methodCall>";
    return "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String get(String path, String headers) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
  }

  private static String preflight(String origin) {
    return "OPTIONS /RPC2 HTTP/1.1\r\nHost: a\r\nOrigin: "
        + origin
        + "\r\nAccess-Control-Request-Method: POST\r\n\r\n";
  }

  @ParameterizedTest
  @MethodSource("provocations")
  void aStatusIsAnsweredAsTheFileSays(Provocation provocation) throws Exception {
    int port = (provocation.status() == 408 ? hasty : server).port();
    Wire answer = Wire.exchange(port, provocation.request().replace("PORT", String.valueOf(port)));

    assertAnswered(provocation, answer);
  }

  @Test
  @Timeout(60)
  void aCallThatComesWhileTheServerClosesIsAnsweredAsTheFileSays() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    RpcServer closing =
        RpcServer.builder()
            .method(
                "wait",
                (params, context) -> {
                  begun.countDown();
                  end.await();
                  return Value.of("done");
                })
            .start();
    Deque<Socket> others = new ArrayDeque<>();
    try (Socket first = connect(closing)) {
      for (int i = 0; i < 10; i++) {
        others.add(connect(closing));
      }
      CompletableFuture<Wire> running = exchange(first, call(200, withBody("wait")));
      begun.await();
      CompletableFuture<Void> closed = CompletableFuture.runAsync(closing::close, OWN_THREAD);

      assertAnswered(WHILE_CLOSING, firstRefusal(others));
      assertThat(running).isNotDone();
      end.countDown();
      assertThat(running.get().body()).contains("<string>done</string>");
      closed.get();
    } finally {
      end.countDown();
      closing.close();
      for (Socket other : others) {
        other.close();
      }
    }
  }

  private static Socket connect(RpcServer to) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), to.port());
  }

  private static CompletableFuture<Wire> exchange(Socket connection, Provocation provocation) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Wire.exchange(connection, provocation.request());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        OWN_THREAD);
  }

  /**
   * Calls on all connections in turn, since one that is silent is ended, until there is no result.
   * One whose answer was on its way when the server began to close may be ended behind it.
   */
  private static Wire firstRefusal(Deque<Socket> open) throws IOException {
    while (true) {
      Socket connection = open.remove();
      try {
        Wire answer = Wire.exchange(connection, WHILE_CLOSING.request());
        if (answer.status() != 200) {
          open.add(connection);
          return answer;
        }
        if ("close".equals(answer.headers().get("Connection"))) {
          connection.close();
        } else {
          open.add(connection);
        }
      } catch (EOFException | SocketException e) {
        connection.close();
      }
    }
  }

  private static void assertAnswered(Provocation provocation, Wire answer) {
    assertThat(answer.status()).isEqualTo(provocation.status());
    String[] response = way(provocation, "content");
    assertMediaType(answer, response);
    DESCRIPTION
        .map(way(provocation, "headers"))
        .keySet()
        .forEach(header -> assertHeader(answer, header, way(provocation, "headers", header)));
  }

  private static void assertMediaType(Wire answer, String... content) {
    Map<String, Object> types = DESCRIPTION.map(content);
    String type = answer.headers().get("Content-Type");
    if (types.isEmpty()) {
      assertThat(type).isNull();
      assertThat(answer.body()).isEmpty();
      return;
    }
    assertThat(types).containsKey(type);
    if (type.startsWith("text/plain")) {
      Map<String, Object> examples =
          DESCRIPTION.map(
              Stream.of(Stream.of(content), Stream.of(type, "examples"))
                  .flatMap(some -> some)
                  .toArray(String[]::new));
      for (Object example : examples.values()) {
        assertThat((Object) answer.body()).isEqualTo(((Map<?, ?>) example).get("value"));
      }
    }
  }

  private static void assertHeader(Wire answer, String name, String... way) {
    Map<String, Object> header = DESCRIPTION.map(way);
    String value = answer.headers().get(name);
    if (Boolean.TRUE.equals(header.get("required"))) {
      assertThat(value).as(name).isNotNull();
      Map<?, ?> schema = (Map<?, ?>) header.get("schema");
      if (schema.get("const") != null) {
        assertThat((Object) value).as(name).isEqualTo(schema.get("const"));
      }
      if (schema.get("pattern") != null) {
        assertThat(value).as(name).containsPattern((String) schema.get("pattern"));
      }
    }
  }

  private static String[] way(Provocation provocation, String... further) {
    String operation = provocation.operation();
    int blank = operation.indexOf(' ');
    return Stream.concat(
            Stream.of(
                "paths",
                operation.substring(blank + 1),
                operation.substring(0, blank),
                "responses",
                String.valueOf(provocation.status())),
            Stream.of(further))
        .toArray(String[]::new);
  }

  @Test
  void theFileHasTheStatusesThatCanBeProvokedAndNoOthers() {
    Map<String, Set<Integer>> provoked = new TreeMap<>();
    Stream.concat(provocations(), Stream.of(WHILE_CLOSING))
        .forEach(
            provocation ->
                provoked
                    .computeIfAbsent(provocation.operation(), any -> new TreeSet<>())
                    .add(provocation.status()));

    assertThat(DESCRIPTION.statuses()).isEqualTo(provoked);
  }

  @Test
  void theFileHasTheStatusesOfTheServersSourcesAndOfJettyAndNoOthers() throws IOException {
    Set<Integer> known = statusesInSources();
    known.addAll(JETTYS);

    Set<Integer> described = new TreeSet<>();
    DESCRIPTION.statuses().values().forEach(described::addAll);
    assertThat(described).isEqualTo(known);
  }

  private static Set<Integer> statusesInSources() throws IOException {
    Set<Integer> statuses = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        STATUS
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> statuses.add(Integer.valueOf(match.group(1))));
      }
    }
    assertThat(statuses).as("statuses in %s", SOURCES).hasSizeGreaterThan(5);
    return statuses;
  }
}
