package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command as a process of its own, as a person starts it. */
final class Command implements AutoCloseable {
  private static final long SECONDS = 60;

  private static final String SCRIPT = Path.of("..", "xmlrpc").toString();

  private static final String HEED_INTERRUPTS =
      """
      import os, signal, sys
      signal.signal(signal.SIGINT, signal.SIG_DFL)
      os.execv(sys.argv[1], sys.argv[1:])
      """;

  private final Process process;
  private final BufferedReader out;
  private final Path err;

  private Command(Process process, Path err) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.err = err;
  }

  static Command start(String... arguments) throws IOException {
    return run(java(arguments));
  }

  /** One that Ctrl-C reaches: what a shell starts in the background inherits that it does not. */
  static Command interruptible(String... arguments) throws Exception {
    require("python3");
    List<String> line = new ArrayList<>(List.of("python3", "-c", HEED_INTERRUPTS));
    line.addAll(java(arguments));
    return run(line);
  }

  private static List<String> java(String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(XmlRpc.class.getName());
    line.addAll(List.of(arguments));
    return line;
  }

  /** The script that everybody uses, with the jar that this build has made. */
  static Command script(String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(SCRIPT));
    line.addAll(List.of(arguments));
    return run(line);
  }

  /** The script on a terminal of its own, behind settings of the environment if there are some. */
  static Command onTerminal(String... words) throws Exception {
    require("python3");
    List<String> line = new ArrayList<>(List.of("env", "TERM=xterm"));
    Stream.of(words).takeWhile(word -> word.contains("=")).forEach(line::add);
    line.add(SCRIPT);
    Stream.of(words).dropWhile(word -> word.contains("=")).forEach(line::add);
    line.addAll(0, List.of("python3", "-c", "import pty,sys; pty.spawn(sys.argv[1:])"));
    return run(line);
  }

  /** A line of the shell, as it is copied from a screen. */
  static Command shell(String line) throws IOException {
    return run(List.of("sh", "-c", line));
  }

  /** A program of this machine, whose standard input stays open until it is closed. */
  static Command program(String... line) throws Exception {
    require(line[0]);
    return run(List.of(line));
  }

  /** A program of this machine with a text on its standard input. */
  static Command fed(String text, String... line) throws IOException {
    Command command = run(List.of(line));
    try (OutputStream in = command.process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return command;
  }

  /** Without the tool there is nothing to see, except where everything has to be seen. */
  static void require(String tool) throws Exception {
    try (Command which = shell("command -v " + tool)) {
      if (which.exit() != 0) {
        if ("true".equals(System.getenv("CI"))) {
          fail(tool + " is missing");
        }
        abort(tool + " is missing");
      }
    }
  }

  private static Command run(List<String> line) throws IOException {
    Path err = Files.createTempFile("xmlrpc-test", ".err");
    return new Command(new ProcessBuilder(line).redirectError(err.toFile()).start(), err);
  }

  /** Standard input. */
  OutputStream in() {
    return process.getOutputStream();
  }

  /** The next line of standard output; null after the last. */
  String line() throws IOException {
    return out.readLine();
  }

  /** Standard output up to the end of a text, which a person would wait for. */
  String upTo(String text) throws IOException {
    StringBuilder seen = new StringBuilder();
    while (seen.indexOf(text) < 0) {
      int next = out.read();
      assertThat(next).as("there is more than " + seen).isNotNegative();
      seen.append((char) next);
    }
    return seen.toString();
  }

  /** What is left of standard output. */
  String rest() {
    StringBuilder text = new StringBuilder();
    out.lines().forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** What has been written to standard error. */
  String err() throws IOException {
    return Files.readString(err);
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Sends SIGINT, as Ctrl-C does. */
  void interrupt() throws Exception {
    try (Command kill = shell("kill -INT " + process.pid())) {
      assertThat(kill.exit()).isZero();
    }
  }

  /** Waits for the end and returns the exit status. */
  int exit() throws InterruptedException {
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("the process ends").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Files.deleteIfExists(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
