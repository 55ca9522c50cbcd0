package io.github.xmlrpc4j.server.python;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process of this machine's {@code python3} that runs a script of the test resources. It never
 * outlives its test. Where there is no python3 the test is skipped, but in CI, where one has to be,
 * it fails.
 */
final class Python implements AutoCloseable {
  private static final int SECONDS = 300;

  private final Process process;
  private final BufferedReader output;

  private Python(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** Runs a script to its end, and returns the lines that it printed. */
  static List<String> run(String script, Object... arguments) {
    requirePython();
    try {
      Path output = Files.createTempFile("python", ".out");
      Path errors = Files.createTempFile("python", ".err");
      try {
        Process process =
            builder(script, arguments)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        int status = await(process);
        if (status != 0) {
          fail(script + " ended with " + status + ": " + Files.readString(errors));
        }
        return Files.readAllLines(output);
      } finally {
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int await(Process process) {
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      return fail("python3 was not done in " + SECONDS + " seconds");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Starts a script that serves until it is closed. */
  static Python start(String script, Object... arguments) {
    requirePython();
    try {
      return new Python(
          builder(script, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder builder(String script, Object... arguments) {
    List<String> command = new ArrayList<>(List.of("python3", "-B", "-X", "utf8", file(script)));
    Stream.of(arguments).map(String::valueOf).forEach(command::add);
    return new ProcessBuilder(command);
  }

  private static String file(String script) {
    URL resource = Python.class.getResource("/python/" + script);
    if (resource == null) {
      return fail("there is no test resource python/" + script);
    }
    try {
      return Path.of(resource.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requirePython() {
    int status;
    try {
      status =
          await(
              new ProcessBuilder("python3", "--version")
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .redirectError(ProcessBuilder.Redirect.DISCARD)
                  .start());
    } catch (IOException e) {
      status = -1;
    }
    if (status != 0) {
      String missing = "python3 is missing, so nothing was compared with it";
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      abort(missing);
    }
  }

  /** The next line that the script prints. */
  String readLine() {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return String.valueOf(output.readLine());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .orTimeout(SECONDS, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    int unused = await(process);
  }
}
