package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.server.conformance.ConformanceFunctions;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the built-in functions until the process is told to stop. */
@Command(
    name = Serve.NAME,
    description = "Serves the built-in functions: addtogether, quadratic, add, subtract, ...",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    footer = {"", "Example: xmlrpc serve --port 7001"})
final class Serve implements Callable<Integer> {
  static final String NAME = "serve";

  private static final int PORT_DIGITS = 5;
  private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

  private final Terminal terminal;

  @Option(names = "--host", paramLabel = "H", description = "The address to listen on.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "The port to listen on; 0 is any free one.")
  private int port = 7001;

  @Option(names = "--conformance", description = "Serves validator1.* and interopEchoTests.* too.")
  private boolean conformance;

  @Option(
      names = "--limits",
      split = ",",
      paramLabel = "NAME=VALUE",
      description =
          "Sets limits by their names, as maxDepth=100,maxCalls=10; docs/limits.md has them all.")
  private Map<String, Integer> limits = new LinkedHashMap<>();

  @Option(
      names = "--log-wire",
      description =
          "Logs every document, both ways; what they hold, passwords too, is then in the log.")
  private boolean logWire;

  @Option(names = "--json-logs", description = "Logs in JSON, an object on a line.")
  private boolean jsonLogs;

  Serve(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * The server that a line without options means, or with a port alone, and null of any other line.
   * As a plain {@link Call} it is understood without the library for options.
   */
  static @Nullable Serve plain(Terminal terminal, String... line) {
    if (line.length == 0 || !line[0].equals(NAME)) {
      return null;
    }
    Serve serve = new Serve(terminal);
    if (line.length == 3 && line[1].equals("--port") && isPort(line[2])) {
      serve.port = Integer.parseInt(line[2]);
      return serve;
    }
    return line.length == 1 ? serve : null;
  }

  private static boolean isPort(String word) {
    return !word.isEmpty()
        && word.length() <= PORT_DIGITS
        && word.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  @Override
  public Integer call() throws InterruptedException {
    RpcServer server = start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "xmlrpc-stop"));
    greet(server);
    new CountDownLatch(1).await();
    return ExitStatus.DONE;
  }

  /** The server, and its log, as the options want them. */
  RpcServer start() {
    spareTheManagement();
    ServerLog.start(terminal.err(), jsonLogs, logWire);
    try {
      Limits bounds = LimitOptions.limits(limits);
      RpcServer.Builder builder =
          RpcServer.builder().bind(host, port).limits(bounds).methods(BuiltInFunctions.all(bounds));
      LimitOptions.set(builder, limits);
      if (conformance) {
        builder.methods(
            ConformanceFunctions.all(Commands.version(), System.getProperty("os.name", "")));
      }
      return builder.start();
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Tells Jetty how many references a line of the cache holds. To learn it, Jetty would have all of
   * the JVM's management come up, which takes longer than to open a port.
   */
  private static void spareTheManagement() {
    if (System.getProperty(REFERENCES) == null) {
      System.setProperty(REFERENCES, "16");
    }
  }

  /** Halts, since a process that a signal has ended would not have the exit status 0. */
  private static void stop(RpcServer server) {
    server.close();
    Runtime.getRuntime().halt(ExitStatus.DONE);
  }

  private void greet(RpcServer server) {
    PrintStream out = terminal.out();
    String reachable = "http://" + reachableHost() + ":" + server.port();
    out.println("Listening on " + server.uri());
    out.println(
        "Try: curl -H 'Content-Type: text/xml' -d '<methodCall><methodName>add</methodName><params>"
            + "<param><value><int>7</int></value></param><param><value><int>3</int></value></param>"
            + "</params></methodCall>' "
            + reachable
            + "/RPC2");
    out.println(
        "Try: python3 -c \"from xmlrpc.client import ServerProxy; print(ServerProxy('"
            + reachable
            + "').addtogether('x', 'y', 'z'))\"");
    out.flush();
  }

  /** An address at which this machine reaches the server, where it listens on all of them. */
  private String reachableHost() {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::", "[::]" -> "[::1]";
      default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    };
  }
}
