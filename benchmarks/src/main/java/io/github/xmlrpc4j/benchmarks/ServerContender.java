package io.github.xmlrpc4j.benchmarks;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.util.VirtualThreads;
import org.jspecify.annotations.Nullable;

/** The whole servers of the comparison, the floor first. */
enum ServerContender {
  FLOOR("bare Jetty, blocking", PeerServers::blocking),
  NON_BLOCKING("bare Jetty, non-blocking", PeerServers::nonBlocking),
  SELECTORS("bare Jetty, non-blocking, a selector a core", PeerServers::nonBlockingOnEachCore),
  VIRTUAL("bare Jetty, virtual threads", PeerServers::virtualThreads),
  MARKED("xmlrpc4j, @NonBlocking", () -> typed(Methods.Marked.class, new Methods.Served())),
  TYPED("xmlrpc4j", () -> typed(Methods.class, new Methods.Served())),
  VALUES("xmlrpc4j, Value", () -> RpcServer.builder().methods(ValueMethods.ALL).start().port()),
  AALTO("Aalto on bare Jetty", () -> PeerServers.stax(StaxCodec::aalto)),
  WOODSTOX("Woodstox on bare Jetty", () -> PeerServers.stax(StaxCodec::woodstox)),
  APACHE_SERVLET("Apache XML-RPC on Jetty", PeerServers::apacheServlet),
  APACHE("Apache XML-RPC's WebServer", PeerServers::apacheWebServer),
  PYTHON("CPython", null),
  ABYSS("xmlrpc-c Abyss", null);

  /** Starts a server in this process and gives its port. */
  @FunctionalInterface
  interface Start {
    int port() throws Exception;
  }

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // A lambda without state.
  private final @Nullable Start start;

  ServerContender(String title, @Nullable Start start) {
    this.title = title;
    this.start = start;
  }

  String title() {
    return title;
  }

  /** Whether it answers without a look at what was asked. */
  boolean isBare() {
    return EnumSet.range(FLOOR, VIRTUAL).contains(this);
  }

  /** Whether it runs on the JVM, whose compilers take their time. */
  boolean warmsUp() {
    return start != null;
  }

  /** Whether one large payload takes it many seconds. */
  boolean isSlow() {
    return this == PYTHON;
  }

  boolean isAvailable() {
    return switch (this) {
      case VIRTUAL -> VirtualThreads.areSupported();
      case ABYSS -> Files.isExecutable(abyss());
      default -> true;
    };
  }

  /** The command of a process that serves and tells its port in its first line. */
  List<String> command() {
    return switch (this) {
      case PYTHON -> List.of("python3", "benchmarks/peers/server.py");
      case ABYSS -> List.of(abyss().toString());
      default -> ServerProcess.java(List.of("-Xmx1g"), Serving.class, name());
    };
  }

  private static Path abyss() {
    return Path.of("benchmarks", "target", "abyss");
  }

  private static <T> int typed(Class<T> contract, T service) {
    return RpcServer.builder().register(contract, service).start().port();
  }

  /** The process of one of them that runs on the JVM. */
  static final class Serving {
    private Serving() {}

    /** Takes the contender's name; prints the port, and serves until the process is ended. */
    public static void main(String[] args) throws Exception {
      System.out.println(requireNonNull(valueOf(args[0]).start).port());
      new CountDownLatch(1).await();
    }
  }
}
