package io.github.xmlrpc4j.client;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Python server, in a process that ends with this program at the latest. */
final class PythonServer implements AutoCloseable {
  private final Process process;
  private final int port;

  private PythonServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the documents' server with some options. */
  static PythonServer start(String... options) {
    List<String> line = new ArrayList<>(List.of("python3", script("teaching_server.py")));
    line.addAll(List.of(options));
    try {
      Process process =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String port = process.inputReader(StandardCharsets.UTF_8).readLine();
      return new PythonServer(process, Integer.parseInt("" + port));
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        return fail("python3 is missing", e);
      }
      return abort("python3 is missing");
    }
  }

  private static String script(String name) {
    try {
      return Path.of(PythonServer.class.getResource("/python/" + name).toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  String uri() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
