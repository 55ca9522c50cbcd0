package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long programs take from their start to the first answer, each in a process of its own, in
 * turn and round by round: commands that call and end, and servers that are called.
 */
final class StartUp {
  /** The first rounds warm up what all share, the archive of classes of {@code xmlrpc} too. */
  private static final int WARM_UP = 2;

  /** How long to wait until a port that is not open is tried again. */
  private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final List<String> SCRIPT = List.of("./xmlrpc");
  private static final List<String> JAR = List.of(JAVA, "-jar", "rpc-cli/target/xmlrpc.jar");

  /** Those of the script. */
  private static final List<String> QUICK =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=10",
          "-XX:+UseG1GC",
          "-XX:ParallelGCThreads=1",
          "-XX:-UsePerfData");

  private StartUp() {}

  /** Takes a server's address for the commands to call, and the number of rounds. */
  public static void main(String[] args) throws Exception {
    Map<String, List<String>> commands = commands(args[0]);
    Map<String, List<String>> servers = servers();
    for (int round = -WARM_UP; round < Integer.parseInt(args[1]); round++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        print(round, command.getKey(), "a call from a shell", millis(command.getValue()));
      }
      for (Map.Entry<String, List<String>> server : servers.entrySet()) {
        print(round, server.getKey(), "a server's first answer", firstAnswer(server.getValue()));
      }
    }
  }

  private static void print(int round, String who, String work, double millis) {
    if (round >= 0) {
      Rounds.print(who, work, "ms", millis);
    }
  }

  private static Map<String, List<String>> commands(String uri) {
    List<String> minimal =
        List.of("-cp", classes(), MinimalCall.class.getName(), uri, "add", "7", "3");
    List<String> call = List.of("call", uri, "add", "7", "3");
    List<String> withOption = List.of("call", "--timeout", "5", uri, "add", "7", "3");
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("a minimal Java program", line(List.of(JAVA), minimal));
    commands.put("the same with the script's flags", line(line(List.of(JAVA), QUICK), minimal));
    commands.put("xmlrpc4j, ./xmlrpc", line(SCRIPT, call));
    commands.put("xmlrpc4j, ./xmlrpc with an option", line(SCRIPT, withOption));
    commands.put("xmlrpc4j, jar alone", line(JAR, call));
    return commands;
  }

  /** Those that take the port as the word that comes last. */
  private static Map<String, List<String>> servers() throws Exception {
    List<String> serve = List.of("serve", "--port");
    String answer = new String(SmallCall.RESPONSE, StandardCharsets.UTF_8);
    Map<String, List<String>> servers = new LinkedHashMap<>();
    servers.put("CPython", List.of(python(), "benchmarks/peers/server.py"));
    servers.put("bare Jetty", List.of(JAVA, "-cp", jetty(), BareJetty.class.getName(), answer));
    servers.put("xmlrpc4j, ./xmlrpc", line(SCRIPT, serve));
    servers.put("xmlrpc4j, jar alone", line(JAR, serve));
    return servers;
  }

  private static List<String> line(List<String> program, List<String> arguments) {
    return Stream.concat(program.stream(), arguments.stream()).toList();
  }

  /** The classes of the benchmarks alone. */
  private static String classes() {
    return classPath().findFirst().orElseThrow();
  }

  /** With Jetty, and without what a JVM would search in vain. */
  private static String jetty() {
    return Stream.concat(
            Stream.of(classes()),
            classPath().filter(entry -> entry.matches(".*/(jetty|slf4j)-[^/]*\\.jar")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
  }

  /** The interpreter itself: what is on the path may be a script that looks for it. */
  private static String python() throws Exception {
    return said(List.of("python3", "-c", "import sys; print(sys.executable)"));
  }

  private static double millis(List<String> command) throws Exception {
    long start = System.nanoTime();
    String said = said(command);
    double millis = millisSince(start);
    require(said.equals("10"), command);
    return millis;
  }

  private static String said(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    byte[] said = process.getInputStream().readAllBytes();
    require(process.waitFor() == 0, command);
    return new String(said, StandardCharsets.UTF_8).strip();
  }

  private static double firstAnswer(List<String> server) throws Exception {
    int port = freePort();
    List<String> command = new ArrayList<>(server);
    command.add(Integer.toString(port));
    URI uri = URI.create("http://127.0.0.1:" + port + "/RPC2");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      while (!answers(uri)) {
        require(process.isAlive() && millisSince(start) < LONGEST.toMillis(), command);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      double millis = millisSince(start);
      byte[] answer = Load.post(uri, SmallCall.REQUEST);
      require(MethodResponse.read(answer).orElseThrow().equals(Value.of(SmallCall.SUM)), command);
      return millis;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static boolean answers(URI uri) throws Exception {
    try (SocketLoop call = new SocketLoop(uri, SmallCall.REQUEST)) {
      call.once();
      return true;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void require(boolean right, List<String> command) {
    if (!right) {
      throw new IllegalStateException("no answer, or another one, of " + command);
    }
  }
}
