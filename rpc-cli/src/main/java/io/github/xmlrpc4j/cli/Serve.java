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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the built-in functions until the process is told to stop. */
@Command(
    name = "serve",
    description = "Serves the built-in functions: addtogether, quadratic, add, subtract, ...",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    footer = {"", "Example: xmlrpc serve --port 7001"})
final class Serve implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--host",
      paramLabel = "H",
      defaultValue = "127.0.0.1",
      description = "The address to listen on.")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "7001",
      description = "The port to listen on; 0 is any free one.")
  private int port;

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

  @Override
  public Integer call() throws InterruptedException {
    ServerLog.start(terminal.err(), jsonLogs, logWire);
    RpcServer server;
    try {
      Limits bounds = LimitOptions.limits(limits);
      RpcServer.Builder builder =
          RpcServer.builder().bind(host, port).limits(bounds).methods(BuiltInFunctions.all(bounds));
      LimitOptions.set(builder, limits);
      if (conformance) {
        builder.methods(
            ConformanceFunctions.all(Commands.version(), System.getProperty("os.name", "")));
      }
      server = builder.start();
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "xmlrpc-stop"));
    greet(server);
    new CountDownLatch(1).await();
    return ExitStatus.DONE;
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
