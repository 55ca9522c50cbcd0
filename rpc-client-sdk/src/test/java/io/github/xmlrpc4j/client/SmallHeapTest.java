package io.github.xmlrpc4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams of 300 MB, both ways, between a server and a client that have 64 MB each. */
@Timeout(240)
final class SmallHeapTest {
  @TempDir private Path scratch;

  @Test
  void memoryDoesNotGrowWithTheDocument() throws Exception {
    Process server = java();
    try (BufferedReader told = server.inputReader(StandardCharsets.UTF_8)) {
      String uri = told.readLine();
      Process client = java(uri);
      try (BufferedReader results = client.inputReader(StandardCharsets.UTF_8)) {
        String all = results.lines().collect(Collectors.joining(", "));

        assertThat(all).isEqualTo("sent 1000000, got 1000000, sent 230000000, got 230000000");
      } finally {
        client.destroyForcibly();
      }
      server.outputWriter(StandardCharsets.UTF_8).close();
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isZero();
    } finally {
      server.destroyForcibly();
    }
  }

  private Process java(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(
        List.of(
            "-Xmx64m", "-cp", System.getProperty("java.class.path"), SmallHeap.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(scratch.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
