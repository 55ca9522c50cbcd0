package io.github.xmlrpc4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large documents between a server and a client whose heaps are small. */
@Timeout(240)
final class SmallHeapTest {
  @TempDir private Path scratch;

  @Test
  void theMemoryOfAStreamDoesNotGrowWithTheDocument() throws Exception {
    assertThat(called(64, 64, SmallHeap.Calls.STREAMS))
        .isEqualTo("sent 1000000, got 1000000, sent 230000000, got 230000000");
  }

  /**
   * Of base64 that is 21 MiB on the wire; a JVM that makes small calls has 4 to 8 MiB itself. G1
   * does not move arrays of this size, and has no room at times where there is enough in two parts.
   */
  @ParameterizedTest
  @CsvSource({"-XX:+UseG1GC, 72", "-XX:+UseSerialGC, 68"})
  void bytesTakeThreeTimesTheirDocument(String collector, int heap) throws Exception {
    assertThat(called(64, heap, SmallHeap.Calls.BYTES, collector)).isEqualTo("true");
  }

  @Test
  void bytesThatAreSentTakeTheirDocumentOnce() throws Exception {
    assertThat(called(64, 52, SmallHeap.Calls.BYTES_OUT)).isEqualTo("16777216");
  }

  /** Of ints that are 31 MiB on the wire. */
  @Test
  void numbersTakeLessThanFourTimesTheirDocument() throws Exception {
    assertThat(called(80, 112, SmallHeap.Calls.INTS)).isEqualTo("true, true");
  }

  /** What a client prints that makes its calls; the heaps are in MiB. */
  private String called(int serverHeap, int clientHeap, SmallHeap.Calls calls, String... flags)
      throws Exception {
    Process server = java(serverHeap, List.of(flags));
    try (BufferedReader told = server.inputReader(StandardCharsets.UTF_8)) {
      String uri = told.readLine();
      Process client = java(clientHeap, List.of(flags), uri, calls.name());
      String all;
      try (BufferedReader results = client.inputReader(StandardCharsets.UTF_8)) {
        all = results.lines().collect(Collectors.joining(", "));
      } finally {
        client.destroyForcibly();
      }
      server.outputWriter(StandardCharsets.UTF_8).close();
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.exitValue()).isZero();
      return all;
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void aBodyThatTheHeapCannotHoldEndsItsOwnConnectionAlone() throws Exception {
    Process server = java(64, List.of());
    try (BufferedReader told = server.inputReader(StandardCharsets.UTF_8)) {
      URI uri = URI.create(told.readLine());
      for (int i = 0; i < 3; i++) {
        try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
          String answer =
              CompletableFuture.supplyAsync(() -> sendTooMuch(peer))
                  .completeOnTimeout("neither answer nor end", 20, TimeUnit.SECONDS)
                  .join();

          assertThat(answer).matches("HTTP/1.1 500 .*|ended");
        }
        try (ServerProxy proxy = ServerProxy.to(uri)) {
          assertThat(proxy.as(SmallHeap.Large.class).length(new byte[100_000])).isEqualTo(100_000);
        }
      }
    } finally {
      server.destroyForcibly();
    }
  }

  /** Sends 200 MB that begin as a call does, and gives the first line of the answer, or "ended". */
  private static String sendTooMuch(Socket peer) {
    String head = "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 200000000\r\n\r\n";
    String start = "<methodCall><methodName>length</methodName><params><param><value><base64>";
    byte[] block = "A".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1);
    try {
      OutputStream out = peer.getOutputStream();
      out.write((head + start).getBytes(StandardCharsets.ISO_8859_1));
      for (int sent = start.length(); sent < 200_000_000; sent += block.length) {
        out.write(block, 0, Math.min(block.length, 200_000_000 - sent));
      }
      String line =
          new BufferedReader(
                  new InputStreamReader(peer.getInputStream(), StandardCharsets.ISO_8859_1))
              .readLine();
      return line == null ? "ended" : line;
    } catch (IOException e) {
      return "ended";
    }
  }

  private Process java(int heap, List<String> flags, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(flags);
    command.addAll(
        List.of(
            "-Xmx" + heap + "m",
            "-cp",
            System.getProperty("java.class.path"),
            SmallHeap.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(scratch.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
