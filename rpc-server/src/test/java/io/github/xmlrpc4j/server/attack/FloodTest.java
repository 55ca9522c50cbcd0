package io.github.xmlrpc4j.server.attack;

import static io.github.xmlrpc4j.server.attack.Siege.MEBIBYTE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Peers that send a lot: heads, what follows a body, compressed bodies, calls. */
@Timeout(60)
final class FloodTest {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final String CHUNKED = Peer.head("Transfer-Encoding: chunked");

  /** Heads that are too large by their values, their names, their number. */
  static final List<String> LARGE_HEADS =
      List.of(
          Peer.head("X: " + "x".repeat(20_000)),
          Peer.head("x".repeat(20_000) + ": y"),
          Peer.head("X: y\r\n".repeat(5_000)));

  /** Where the limit falls inside a line's end, Jetty takes the head for a broken one. */
  private static final String TOO_LARGE_OR_BROKEN_OFF =
      "431 Request Header Fields Too Large\n|400 Bad Request\n";

  /** Beginnings, and what could follow them without an end. */
  static final List<List<String>> ENDLESS =
      List.of(
          List.of("POST /", "x"),
          List.of("POST /RPC2 HTTP/1.1\r\nX: ", "x"),
          List.of("POST /RPC2 HTTP/1.1\r\n", "X: y\r\n"),
          List.of("", "\r\n"),
          List.of(CHUNKED, "0"),
          List.of(CHUNKED + "1;", "x"),
          List.of(CHUNKED + "0\r\nX: ", "x"),
          List.of(CHUNKED + "0\r\n", "X: y\r\n"));

  private static RpcServer server;

  @BeforeAll
  static void start() {
    server = Siege.server().start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @FieldSource("LARGE_HEADS")
  void aHeadThatIsTooLargeIsRefusedSoonAndTheConnectionEnds(String head) throws Exception {
    try (Siege siege = Siege.of(server)) {
      for (int attacker = 0; attacker < 4; attacker++) {
        siege.attack(() -> assertRefused(head.getBytes(ISO_8859_1), TOO_LARGE_OR_BROKEN_OFF, 0));
      }
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(8 * MEBIBYTE);
    }
  }

  @ParameterizedTest
  @FieldSource("ENDLESS")
  void whatDoesNotEndIsEndedByTheServer(List<String> parts) throws Exception {
    String more = parts.get(1).repeat(64 * 1024 / parts.get(1).length());
    try (Siege siege = Siege.of(server)) {
      for (int attacker = 0; attacker < 2; attacker++) {
        siege.attack(
            () -> {
              try (Peer peer = Peer.of(server)) {
                assertThat(bytesUntilBrokenOff(peer.send(parts.get(0)), more, 64 * MEBIBYTE))
                    .as("bytes that could be sent")
                    .isLessThan(16 * MEBIBYTE);
              }
            });
      }
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(8 * MEBIBYTE);
    }
  }

  @Test
  void callersBesideBrokenHeadsGetTheirOwnAnswers() throws Exception {
    try (Siege siege = Siege.of(server)) {
      for (int attacker = 0; attacker < 6; attacker++) {
        List<String> head = ENDLESS.get(attacker % 3);
        String more = head.get(1).repeat(64 * 1024 / head.get(1).length());
        siege.attack(
            () -> {
              try (Peer peer = Peer.of(server)) {
                bytesUntilBrokenOff(peer.send(head.get(0)), more, 64 * MEBIBYTE);
              }
            });
      }
      for (int i = 0; i < 30; i++) {
        siege.assertCalmClientIsServed();
      }
    }
  }

  /** How much of a text, sent again and again, went off until the server broke the connection. */
  private static long bytesUntilBrokenOff(Peer peer, String text, long most) throws IOException {
    long sent = 0;
    try {
      for (; sent < most; sent += text.length()) {
        peer.send(text);
      }
    } catch (SocketException e) {
      return sent;
    }
    return sent;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 30, The body expands to more than 100 times its compressed size"
        + " (Limits.maxExpansionRatio).",
    "1, 90, The body exceeds the limit of 33554432 bytes (Limits.maxDocumentBytes).",
  })
  void compressedBodiesThatAreBombsAreRefusedSoonAndHoldNothing(
      int noise, int blanks, String refusal) throws Exception {
    byte[] bomb = gzip(noise, blanks);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(
        Peer.head("Content-Encoding: gzip", "Content-Length: " + bomb.length).getBytes(ISO_8859_1));
    request.write(bomb);
    try (Siege siege = Siege.of(server)) {
      for (int attacker = 0; attacker < 2; attacker++) {
        siege.attack(
            () -> assertRefused(request.toByteArray(), Pattern.quote("413 " + refusal + "\n"), -1));
      }
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(256 * MEBIBYTE);

      siege.end();
      siege.assertHeldBelow(8 * MEBIBYTE);
    }
  }

  /** Mebibytes of noise, which hardly compresses, and of blanks, which do. */
  private static byte[] gzip(int noise, int blanks) throws IOException {
    byte[] piece = new byte[MEBIBYTE];
    Random random = new Random(11);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes, 64 * 1024)) {
      for (int i = 0; i < noise; i++) {
        random.nextBytes(piece);
        out.write(piece);
      }
      Arrays.fill(piece, (byte) ' ');
      for (int i = 0; i < blanks; i++) {
        out.write(piece);
      }
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(byte[] request, String answer, int last) throws IOException {
    long start = System.nanoTime();
    try (Peer peer = Peer.of(server)) {
      assertThat(peer.send(request).answer()).matches(answer);
      if (last >= 0) {
        assertThat(peer.lastBytes()).isEqualTo(last);
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  @Test
  void thousandsOfCallsInARowAreAnsweredInOrder() throws Exception {
    int calls = 3_000;
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < calls; i++) {
      row.append(Peer.call("add", Value.of(i), Value.of(1)));
    }
    String all = row.toString();
    try (Siege siege = Siege.of(server)) {
      for (int attacker = 0; attacker < 2; attacker++) {
        siege.attack(
            () -> {
              try (Peer peer = Peer.of(server)) {
                CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(peer, all));
                for (int i = 0; i < calls; i++) {
                  assertThat(peer.answer()).startsWith("200 ").contains("<int>" + (i + 1) + "<");
                }
                sent.join();
              }
            });
      }
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(16 * MEBIBYTE);
    }
  }

  private static void send(Peer peer, String text) {
    try {
      peer.send(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void callsInARowWhoseAnswersNobodyReadsAreNotReadOn() throws Exception {
    String calls = Peer.call("add", Value.of(7), Value.of(3)).repeat(250);
    try (RpcServer impatient = Siege.server().idleTimeout(Duration.ofSeconds(1)).start();
        Siege siege = Siege.of(impatient)) {
      for (int attacker = 0; attacker < 2; attacker++) {
        siege.attack(
            () -> {
              try (Peer peer = Peer.of(impatient, 4_096)) {
                assertThat(bytesUntilBrokenOff(peer, calls, 64 * MEBIBYTE))
                    .as("bytes that could be sent")
                    .isLessThan(32 * MEBIBYTE);
              }
            });
      }
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(16 * MEBIBYTE);
    }
  }
}
