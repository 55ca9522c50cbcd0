package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, as a person starts it. */
final class Command implements AutoCloseable {
  private static final long SECONDS = 60;

  private final Process process;
  private final BufferedReader out;
  private final Path err;

  private Command(Process process, Path err) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.err = err;
  }

  static Command start(String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(XmlRpc.class.getName());
    line.addAll(List.of(arguments));
    return run(line);
  }

  /** A line of the shell, as it is copied from a screen. */
  static Command shell(String line) throws IOException {
    return run(List.of("sh", "-c", line));
  }

  private static Command run(List<String> line) throws IOException {
    Path err = Files.createTempFile("xmlrpc-test", ".err");
    return new Command(new ProcessBuilder(line).redirectError(err.toFile()).start(), err);
  }

  /** The next line of standard output; null after the last. */
  String line() throws IOException {
    return out.readLine();
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

  long pid() {
    return process.pid();
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  boolean isAlive() {
    return process.isAlive();
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
