package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are too large, or say that they are, or turn out to be. */
@Timeout(30)
final class BodyLimitTest {
  private static final int LIMIT = 10_000;
  private static final int MEBIBYTE = 1 << 20;
  private static final String TOO_LARGE =
      "413 text/plain; charset=utf-8: The body%s exceeds the limit of %d bytes"
          + " (Limits.maxDocumentBytes).\n";
  private static final String EXPANDS =
      "413 text/plain; charset=utf-8: The body expands to more than 100 times its compressed size"
          + " (Limits.maxExpansionRatio).\n";
  private static final String CHUNKED =
      "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static RpcServer small;
  private static RpcServer usual;

  @BeforeAll
  static void start() {
    small = Calls.builtIn().limits(Limits.DEFAULT.withMaxDocumentBytes(LIMIT)).start();
    usual = Calls.builtIn().start();
  }

  @AfterAll
  static void stop() {
    small.close();
    usual.close();
  }

  @AfterEach
  void theNextCallIsAnswered() throws Exception {
    Calls.assertAnswers(small);
    Calls.assertAnswers(usual);
  }

  @Test
  void aBodyOfJustTheLimitIsRead() throws Exception {
    assertThat(Calls.result(RawHttp.exchange(small, RawHttp.post(padded(LIMIT)))))
        .isEqualTo(Calls.TEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8_000, 8_100, 8_200, 32_600, 32_700, 100_003, 1_000_000})
  void aBodyOfWhateverLengthIsReadWhole(int length) throws Exception {
    Value text = Value.of("xyz".repeat(length).substring(0, length));
    String call = Calls.call("addtogether", text);
    int middle = call.length() / 2;

    assertThat(Calls.result(RawHttp.exchange(usual, RawHttp.post(call)))).isEqualTo(text);
    assertThat(
            Calls.result(
                RawHttp.exchange(
                    usual,
                    CHUNKED
                        + chunk(call.substring(0, middle))
                        + chunk(call.substring(middle))
                        + "0\r\n\r\n")))
        .isEqualTo(text);
  }

  @Test
  void aBodyOverTheLimitIsRefusedWith413AndTheConnectionStaysUsable() throws Exception {
    try (RawHttp connection = RawHttp.to(small)) {
      connection.send(RawHttp.post(padded(LIMIT + 1)));
      RawHttp.Answer answer = connection.receive();

      assertThat(answer.plain()).isEqualTo(TOO_LARGE.formatted(" of 10001 bytes", LIMIT));
      assertThat(answer.headers()).doesNotContainKey("Connection");
      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @Test
  void chunksOverTheLimitAreRefusedWith413AndTheConnectionStaysUsable() throws Exception {
    try (RawHttp connection = RawHttp.to(small)) {
      connection.send(CHUNKED + chunk(LIMIT) + chunk(1) + chunk(LIMIT) + "0\r\n\r\n");

      assertThat(connection.receive().plain()).isEqualTo(TOO_LARGE.formatted("", LIMIT));
      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @Test
  void aPeerThatLooksOutForAnAnswerHasItBeforeItSendsTheBody() throws Exception {
    try (RawHttp connection = RawHttp.to(small)) {
      connection.send("POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000\r\n\r\n");

      assertThat(connection.receive().plain())
          .isEqualTo(TOO_LARGE.formatted(" of 20000 bytes", LIMIT));
    }
  }

  @Test
  void aBodyThatIsAnnouncedAsFarTooLargeEndsTheConnection() throws Exception {
    try (RawHttp connection = RawHttp.to(small)) {
      connection.send("POST /RPC2 HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n");
      RawHttp.Answer answer = connection.receive();

      assertThat(answer.plain()).isEqualTo(TOO_LARGE.formatted(" of 99999999999 bytes", LIMIT));
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(connection.ended()).isTrue();
    }
  }

  @Test
  void chunksThatNeverEndAreDroppedForSomeTimeAndThenTheConnectionEnds() throws Exception {
    try (RawHttp connection = RawHttp.to(small)) {
      connection.send(CHUNKED + chunk(LIMIT) + chunk(LIMIT));
      assertThat(connection.receive().status()).isEqualTo(413);

      assertThat(sendsUntilRefused(connection, chunk(LIMIT))).isBetween(7, 1_000);
      assertThat(connection.ended()).isTrue();
    }
  }

  private static int sendsUntilRefused(RawHttp connection, String piece) {
    for (int sent = 0; sent < 10_000; sent++) {
      try {
        connection.send(piece);
      } catch (IOException e) {
        return sent;
      }
    }
    return Integer.MAX_VALUE;
  }

  @Test
  void pythonsClientSendsAHundredMegabytesAndThenSeesWhyTheyAreRefused() throws Exception {
    assumeThat(pythonRuns()).as("python3 runs").isTrue();
    long before = Heap.bytesInUse();
    String program =
        """
        import http.client
        connection = http.client.HTTPConnection('127.0.0.1', %d, timeout=20)
        connection.request('POST', '/RPC2', b'x' * 100_000_000)
        answer = connection.getresponse()
        print(answer.status, answer.read().decode(), end='')
        connection.request('POST', '/RPC2', b'')
        print(connection.getresponse().status)
        """
            .formatted(usual.port());

    assertThat(python(program))
        .isEqualTo(
            "413 The body of 100000000 bytes exceeds the limit of 33554432 bytes"
                + " (Limits.maxDocumentBytes).\n200\n");
    Heap.assertGrewByLessThan(4 * MEBIBYTE, before);
  }

  private static boolean pythonRuns() throws Exception {
    try {
      return python("print('yes')").equals("yes\n");
    } catch (IOException e) {
      return false;
    }
  }

  private static String python(String program) throws Exception {
    Process process =
        new ProcessBuilder("python3", "-c", program).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      return output;
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aLengthThatIsPromisedTakesNoMemory() throws Exception {
    long before = Heap.bytesInUse();
    List<RawHttp> connections = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        RawHttp connection = RawHttp.to(usual);
        connections.add(connection);
        connection.send(
            """
            POST /RPC2 HTTP/1.1\r
            Host: localhost\r
            Expect: 100-continue\r
            Content-Length: 33554432\r
            \r
            """);
        assertThat(connection.receive().status()).isEqualTo(100);
        connection.send("<");
      }
      Heap.assertGrewByLessThan(16 * MEBIBYTE, before);
    } finally {
      for (RawHttp connection : connections) {
        connection.close();
      }
    }
  }

  @Test
  void blanksThatExpandBeyondTheRatioAreRefusedAtOnce() throws Exception {
    byte[] bomb = gzip(0, 30 * MEBIBYTE);
    assertThat(bomb).hasSizeLessThan(40_000);

    assertBombRefused(bomb, EXPANDS);
  }

  @Test
  void whatExpandsBeyondTheLimitIsRefusedAtOnce() throws Exception {
    byte[] bomb = gzip(MEBIBYTE, 500 * MEBIBYTE);
    assertThat(bomb).hasSizeBetween(MEBIBYTE, 2 * MEBIBYTE);

    assertBombRefused(bomb, TOO_LARGE.formatted("", Limits.DEFAULT.maxDocumentBytes()));
  }

  @Test
  void aSmallBodyMayExpandAsMuchAsItLikes() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(padded(MEBIBYTE).getBytes(UTF_8));
    }
    assertThat(bytes.size()).isLessThan(MEBIBYTE / 200);

    assertThat(
            Calls.result(
                RawHttp.exchange(
                    usual, RawHttp.post(bytes.toByteArray(), "Content-Encoding: gzip"))))
        .isEqualTo(Calls.TEN);
  }

  private static void assertBombRefused(byte[] bomb, String answer) throws Exception {
    long before = Heap.bytesInUse();
    Heap.resetPeak();
    long start = System.nanoTime();
    try (RawHttp connection = RawHttp.to(usual)) {
      connection.send(RawHttp.post(bomb, "Content-Encoding: gzip"));
      assertThat(connection.receive().plain()).isEqualTo(answer);
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(2);
      assertThat(Heap.peakBytes() - before).as("bytes in use").isLessThan(200 * MEBIBYTE);
      Heap.assertGrewByLessThan(4 * MEBIBYTE, before);

      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  /** Noise, and then blanks. */
  private static byte[] gzip(int noise, int blanks) throws IOException {
    byte[] random = new byte[noise];
    new Random(7).nextBytes(random);
    byte[] piece = " ".repeat(MEBIBYTE).getBytes(ISO_8859_1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(random);
      for (int sent = 0; sent < blanks; sent += piece.length) {
        out.write(piece);
      }
    }
    return bytes.toByteArray();
  }

  private static String padded(int length) {
    return Calls.ADD_7_3 + "\n".repeat(length - Calls.ADD_7_3.length());
  }

  private static String chunk(int size) {
    return chunk(" ".repeat(size));
  }

  private static String chunk(String text) {
    return "%x\r\n%s\r\n".formatted(text.length(), text);
  }
}
