package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A sample, or its Python counterpart, as a process that never outlives its test. */
final class Program implements AutoCloseable {
  private static final int SECONDS = 20;

  private final Process process;
  private final BufferedWriter input;
  private final BlockingQueue<Optional<String>> output = new LinkedBlockingQueue<>();

  private Program(Process process) {
    this.process = process;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::readOutput, "output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a sample by its name. */
  static Program java(Object... words) {
    return start(javaCommand(List.of(), words));
  }

  static List<String> javaCommand(List<String> options, Object... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Short programs, many of them: what starts fast is fast.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Samples.class.getName()));
    Stream.of(words).map(String::valueOf).forEach(command::add);
    return command;
  }

  /** Starts a sample that knows no hosts but those of a file: tests ask no network for names. */
  static Program javaWithHosts(Path file, Object... words) {
    return start(javaCommand(List.of("-Djdk.net.hosts.file=" + file), words));
  }

  /** Starts a script of {@code src/test/python}. */
  static Program python(String script, Object... words) {
    return start(pythonCommand(script, words));
  }

  static List<String> pythonCommand(String script, Object... words) {
    List<String> command =
        new ArrayList<>(
            List.of("python3", "-B", "-u", "-S", "-X", "utf8", "src/test/python/" + script));
    Stream.of(words).map(String::valueOf).forEach(command::add);
    return command;
  }

  /** Starts a command; what it prints, as an error or not, is in one row. */
  static Program start(List<String> command) {
    try {
      return new Program(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        return fail(command.get(0) + " is missing", e);
      }
      return abort(command.get(0) + " is missing");
    }
  }

  /** A connection to a server of this machine. */
  static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(SECONDS));
    return socket;
  }

  private void readOutput() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().map(Optional::of).forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add(Optional.of("the output broke off: " + e.getMessage()));
    }
    output.add(Optional.empty());
  }

  /** The port that the first line tells. */
  int port() {
    String line = line();
    assertThat(line).matches("port \\d+");
    return Integer.parseInt(line.substring("port ".length()));
  }

  /** The next line that is printed. */
  String line() {
    return next().orElseGet(() -> fail("no more is printed"));
  }

  /** All lines until the program ends, which it has to do by itself. */
  List<String> rest() {
    List<String> lines = new ArrayList<>();
    for (Optional<String> line = next(); line.isPresent(); line = next()) {
      lines.add(line.get());
    }
    return lines;
  }

  private Optional<String> next() {
    try {
      Optional<String> line = output.poll(SECONDS, TimeUnit.SECONDS);
      return line == null ? fail("nothing was printed in " + SECONDS + " seconds") : line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", e);
    }
  }

  /** Types a line. */
  Program say(String line) {
    try {
      input.write(line);
      input.newLine();
      input.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Types no more. */
  Program hush() {
    try {
      input.close();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The exit status of a program that ends by itself. */
  int status() {
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("the program ends").isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    status();
  }
}
