package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed bodies, both ways. */
final class ContentCodingTest {
  /** The size from which replies are compressed. */
  private static final int THRESHOLD = 1_400;

  /** An answer of some hundred kilobytes, which is written in several parts. */
  private static final Value TEXTS =
      new Value.Array(Collections.nCopies(400, Value.of("ä<€>".repeat(100))));

  /** An answer that is hardly smaller in a coding, and is coded in several parts. */
  private static final Value NOISE = Value.Bytes.of(noise(300_000));

  private static RpcServer server;

  @BeforeAll
  static void start() {
    server =
        Calls.builtIn()
            .method("text", (params, context) -> text(((Value.Int) params.get(0)).value()))
            .method("texts", (params, context) -> TEXTS)
            .method("same", (params, context) -> params.get(0))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(6).nextBytes(bytes);
    return bytes;
  }

  /** Text whose response has so many bytes. */
  private static Value text(int size) {
    int markup = new MethodResponse.Success(Value.of("")).write().length;
    return Value.of("x".repeat(size - markup));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip "})
  void aBodyInGzipIsRead(String coding) throws Exception {
    assertThat(Calls.result(send(gzip(Calls.ADD_7_3), coding))).isEqualTo(Calls.TEN);
  }

  @Test
  void aBodyInGzipOfSeveralMembersIsRead() throws Exception {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(Calls.ADD_7_3.substring(0, 50)));
    members.write(gzip(Calls.ADD_7_3.substring(50)));

    assertThat(Calls.result(send(members.toByteArray(), "gzip"))).isEqualTo(Calls.TEN);
  }

  /** The size at the end is that of the last member alone. */
  @Test
  void aLongBodyInGzipOfSeveralMembersIsRead() throws Exception {
    String call = Calls.call("same", NOISE);
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(call.substring(0, call.length() - 10)));
    members.write(gzip(call.substring(call.length() - 10)));

    assertThat(Calls.result(send(members.toByteArray(), "gzip"))).isEqualTo(NOISE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void aLongBodyInACodingIsReadAndAnsweredInIt(String coding) throws Exception {
    String call = Calls.call("same", NOISE);
    byte[] body = coding.equals("gzip") ? gzip(call) : deflate(call, false);

    RawHttp.Answer answer =
        RawHttp.exchange(
            server,
            RawHttp.post(body, "Content-Encoding: " + coding, "Accept-Encoding: " + coding));

    assertThat(answer.header("Content-Encoding")).isEqualTo(coding);
    assertThat(answer.header("Content-Length")).isEqualTo("" + answer.bytes().length);
    assertThat(MethodResponse.read(decoded(answer)).orElseThrow()).isEqualTo(NOISE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBodyInDeflateIsReadInZlibsWrapperAndWithout(boolean bare) throws Exception {
    assertThat(Calls.result(send(deflate(Calls.ADD_7_3, bare), "deflate"))).isEqualTo(Calls.TEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity", ""})
  void aBodyInNoCodingIsRead(String coding) throws Exception {
    assertThat(Calls.result(send(Calls.ADD_7_3.getBytes(UTF_8), coding))).isEqualTo(Calls.TEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "compress", "gzip, gzip", "gzip, identity", "*", "gzip;q=1"})
  void aBodyInAnotherCodingIsRefused(String coding) throws Exception {
    assertThat(send(gzip(Calls.ADD_7_3), coding).plain())
        .isEqualTo(
            "415 text/plain; charset=utf-8: The body's Content-Encoding is none of gzip, deflate"
                + " and identity.\n");
  }

  @Test
  void codingsInTwoHeadersAreAsManyAsInOne() throws Exception {
    byte[] request =
        RawHttp.post(gzip(Calls.ADD_7_3), "Content-Encoding: gzip", "Content-Encoding: gzip");

    assertThat(RawHttp.exchange(server, request).status()).isEqualTo(415);
  }

  @Test
  void aBodyThatIsNotInItsCodingIsRefusedAndTheConnectionStaysUsable() throws Exception {
    byte[] sound = gzip(Calls.ADD_7_3);
    byte[] falseSum = sound.clone();
    falseSum[sound.length - 8]++;
    try (RawHttp connection = RawHttp.to(server)) {
      assertBroken(connection, Calls.ADD_7_3.getBytes(UTF_8), "gzip");
      assertBroken(connection, Arrays.copyOf(sound, sound.length - 9), "gzip");
      assertBroken(connection, Arrays.copyOf(sound, 5), "gzip");
      assertBroken(connection, falseSum, "gzip");
      assertBroken(connection, new byte[0], "gzip");
      assertBroken(connection, new byte[0], "deflate");
      assertBroken(connection, sound, "deflate");
      assertBroken(connection, Arrays.copyOf(deflate(Calls.ADD_7_3, false), 30), "deflate");
      assertBroken(connection, Arrays.copyOf(deflate(Calls.ADD_7_3, true), 30), "deflate");

      connection.send(RawHttp.post(sound, "Content-Encoding: gzip"));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  private static void assertBroken(RawHttp connection, byte[] body, String coding)
      throws Exception {
    connection.send(RawHttp.post(body, "Content-Encoding: " + coding));
    assertThat(connection.receive().plain())
        .isEqualTo(
            "400 text/plain; charset=utf-8: The body is not in the coding that its"
                + " Content-Encoding names.\n");
  }

  @Test
  void aResponseIsCompressedFromTheThresholdUp() throws Exception {
    RawHttp.Answer below = ask(THRESHOLD - 1, "Accept-Encoding: gzip");
    assertThat(below.header("Content-Encoding")).isNull();
    assertThat(Calls.result(below)).isEqualTo(text(THRESHOLD - 1));
    assertThat(below.bytes()).hasSize(THRESHOLD - 1);

    RawHttp.Answer from = ask(THRESHOLD, "Accept-Encoding: gzip");
    assertThat(from.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(decoded(from)).isEqualTo(new MethodResponse.Success(text(THRESHOLD)).write());
  }

  @Test
  void aPeerThatDoesNotAskForCompressionGetsNone() throws Exception {
    RawHttp.Answer answer = ask(100_000);

    assertThat(answer.header("Content-Encoding")).isNull();
    assertThat(Calls.result(answer)).isEqualTo(text(100_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip", "deflate"})
  void aLongAnswerComesWholeAndWithItsLength(String coding) throws Exception {
    RawHttp.Answer answer =
        RawHttp.exchange(server, RawHttp.post(Calls.call("texts"), "Accept-Encoding: " + coding));

    assertThat(answer.header("Content-Length")).isEqualTo("" + answer.bytes().length);
    assertThat(answer.header("Transfer-Encoding")).isNull();
    assertThat(decoded(answer)).isEqualTo(new MethodResponse.Success(TEXTS).write());
  }

  @Test
  void anAnswerThatWouldPassForABombIsSentAsItIs() throws Exception {
    RawHttp.Answer large = ask(2_000_000, "Accept-Encoding: gzip");
    assertThat(large.header("Content-Encoding")).isNull();
    assertThat(Calls.result(large)).isEqualTo(text(2_000_000));

    RawHttp.Answer below = ask(1 << 20, "Accept-Encoding: gzip");
    assertThat(below.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(decoded(below)).isEqualTo(new MethodResponse.Success(text(1 << 20)).write());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip|gzip",
        "GZip|gzip",
        "x-gzip|gzip",
        "deflate|deflate",
        "*|gzip",
        "gzip, deflate|gzip",
        "deflate, gzip|gzip",
        "gzip;q=1.0,deflate;q=0.6,identity;q=0.3|gzip",
        "gzip;q=0.5, deflate;q=0.8|deflate",
        "gzip ; q=0.001|gzip",
        "br, gzip|gzip",
        "br, *;q=0.1|gzip",
        "gzip;q=0, *|deflate",
        "gzip;q=0, deflate;q=0, *|identity",
        "identity|identity",
        "identity, gzip;q=0.5|identity",
        "identity;q=0.5, *;q=0.4|identity",
        "identity;q=0, gzip;q=0.1|gzip",
        "gzip;q=0|identity",
        "gzip;q=0.0|identity",
        "gzip;q=much|identity",
        "br|identity",
        "''|identity",
        "',,;'|identity",
      })
  void theCodingIsThatWhichThePeerLikesBest(String accepted, String used) throws Exception {
    RawHttp.Answer answer = ask(50_000, "Accept-Encoding: " + accepted);

    assertThat(answer.header("Content-Encoding")).isEqualTo(used.equals("identity") ? null : used);
    assertThat(decoded(answer)).isEqualTo(new MethodResponse.Success(text(50_000)).write());
  }

  @Test
  void wishesInTwoHeadersAreAsGoodAsInOne() throws Exception {
    RawHttp.Answer answer =
        ask(50_000, "Accept-Encoding: gzip;q=0.2", "Accept-Encoding: deflate;q=0.3");

    assertThat(answer.header("Content-Encoding")).isEqualTo("deflate");
  }

  private static RawHttp.Answer ask(int size, String... headers) throws Exception {
    return RawHttp.exchange(server, RawHttp.post(Calls.call("text", Value.of(size)), headers));
  }

  private static RawHttp.Answer send(byte[] body, String coding) throws Exception {
    return RawHttp.exchange(server, RawHttp.post(body, "Content-Encoding: " + coding));
  }

  private static byte[] decoded(RawHttp.Answer answer) throws IOException {
    InputStream body = new ByteArrayInputStream(answer.bytes());
    String coding = answer.header("Content-Encoding");
    if (coding == null) {
      return body.readAllBytes();
    }
    return (coding.equals("gzip") ? new GZIPInputStream(body) : new InflaterInputStream(body))
        .readAllBytes();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(String text, boolean bare) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    try (OutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(text.getBytes(UTF_8));
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }
}
