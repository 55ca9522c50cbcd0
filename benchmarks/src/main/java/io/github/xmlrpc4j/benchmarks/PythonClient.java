package io.github.xmlrpc4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * CPython's client, in a process of its own that keeps its own time.
 *
 * @param uri the server
 */
record PythonClient(URI uri) implements Contender {
  @Override
  public String name() {
    return "CPython";
  }

  @Override
  public Load load(int threads, Duration time) throws Exception {
    String seconds = String.format(Locale.ROOT, "%.3f", time.toMillis() / 1e3);
    ProcessBuilder builder =
        new ProcessBuilder(
            "python3",
            "benchmarks/peers/client.py",
            uri.toString(),
            Integer.toString(threads),
            seconds);
    Process python = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = python.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("client.py failed with " + python.waitFor());
      }
      String[] figures = line.split(" ", -1);
      return new Load(Long.parseLong(figures[0]), Double.parseDouble(figures[1]), 0, 0);
    }
  }
}
