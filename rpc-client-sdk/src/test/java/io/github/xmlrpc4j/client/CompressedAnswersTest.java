package io.github.xmlrpc4j.client;

import static io.github.xmlrpc4j.client.ScriptedServer.answering;
import static io.github.xmlrpc4j.client.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in a coding, which are decoded while they come. */
@Timeout(60)
final class CompressedAnswersTest {
  private static final String EVEN = "y".repeat(500_000);
  private static final String ODD = noise(500_000);

  /** What a server may send, and by what name. */
  private enum Coding {
    GZIP("gzip"),
    OLD_GZIP("X-GZip"),
    GZIP_IN_TWO_MEMBERS("gzip"),
    DEFLATE("deflate"),
    BARE_DEFLATE("deflate"),
    IDENTITY("identity");

    private final String token;

    Coding(String token) {
      this.token = token;
    }

    byte[] encoded(byte[] document) throws Exception {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int half = this == GZIP_IN_TWO_MEMBERS ? document.length / 2 : document.length;
      write(bytes, Arrays.copyOf(document, half));
      if (half < document.length) {
        write(bytes, Arrays.copyOfRange(document, half, document.length));
      }
      return bytes.toByteArray();
    }

    private void write(OutputStream bytes, byte[] document) throws Exception {
      OutputStream out =
          switch (this) {
            case GZIP, OLD_GZIP, GZIP_IN_TWO_MEMBERS -> new GZIPOutputStream(bytes);
            case DEFLATE -> new DeflaterOutputStream(bytes);
            case BARE_DEFLATE -> new DeflaterOutputStream(bytes, new Deflater(6, true));
            case IDENTITY -> bytes;
          };
      try (out) {
        out.write(document);
      }
    }
  }

  /** Text that no coding makes much smaller. */
  private static String noise(int length) {
    byte[] bytes = new byte[length / 4 * 3];
    new Random(6).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] document(String text) {
    return new MethodResponse.Success(Value.of(text)).write();
  }

  private static byte[] answer(String token, byte[] body, int length) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String head =
        "HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(token, length);
    answer.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    answer.writeBytes(body);
    return answer.toByteArray();
  }

  private static byte[] answer(String token, byte[] body) {
    return answer(token, body, body.length);
  }

  /** Answers two calls on one connection. */
  private static ScriptedServer.Script twice(byte[] answer) {
    return connection -> {
      answering(answer).play(connection);
      String unused = ScriptedServer.readRequest(connection.getInputStream());
      answering(answer).play(connection);
    };
  }

  private static void assertIsRead(String token, byte[] body, String text) throws Exception {
    try (ScriptedServer server = new ScriptedServer(twice(answer(token, body)));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(proxy.call(String.class, "text")).isEqualTo(text);
      assertThat(proxy.call(String.class, "text")).isEqualTo(text);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerInEveryCodingIsReadWhole(Coding coding) throws Exception {
    assertIsRead(coding.token, coding.encoded(document(ODD)), ODD);
  }

  /** How large a document comes out is told by what has come out, which may be unlike the rest. */
  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsUnevenIsReadWhole(Coding coding) throws Exception {
    assertIsRead(coding.token, coding.encoded(document(ODD + EVEN)), ODD + EVEN);
    assertIsRead(coding.token, coding.encoded(document(EVEN + ODD)), EVEN + ODD);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_000, 8_192, 8_193, 20_000, 100_003, 3_000_000})
  void anAnswerOfWhateverLengthIsReadWhole(int length) throws Exception {
    String text = noise(length);
    assertIsRead("gzip", Coding.GZIP.encoded(document(text)), text);
  }

  @Test
  void whatStandsBehindTheCodingIsPassed() throws Exception {
    byte[] body = Coding.GZIP.encoded(document(ODD));

    assertIsRead("gzip", Arrays.copyOf(body, body.length + 100_000), ODD);
  }

  @Test
  void anAnswerWhoseConnectionEndsIsLost() throws Exception {
    byte[] body = Coding.GZIP.encoded(document(ODD));
    byte[] half = Arrays.copyOf(body, body.length / 2);

    assertFails(
        answer("gzip", half, body.length),
        ConnectionLostException.class,
        "connection lost: the connection ended before the whole response");
  }

  @Test
  void anAnswerThatIsCutShortIsNoSoundCoding() throws Exception {
    byte[] body = Coding.GZIP.encoded(document(ODD));
    byte[] half = Arrays.copyOf(body, body.length / 2);

    assertFails(
        answer("gzip", half),
        BadResponseException.class,
        "the body is no sound gzip: Unexpected end of ZLIB input stream");
  }

  @Test
  void anAnswerThatIsInAnotherCodingIsNoSoundOne() throws Exception {
    assertFails(
        answer("gzip", document("plain")),
        BadResponseException.class,
        "the body is no sound gzip: Not in GZIP format");
  }

  @Test
  void aCodingThatNobodyAskedForIsNamed() throws Exception {
    assertFails(
        answer("br", document("brown")),
        BadResponseException.class,
        "the body's coding \"br\" was not asked for");
  }

  @Test
  void anEmptyBodyIsInEveryCoding() throws Exception {
    assertFails(
        answer("br", new byte[0]),
        BadResponseException.class,
        "no XML-RPC response (Deviation.EMPTY_RESPONSE accepts it); the body is empty");
  }

  @Test
  void anAnswerThatTellsALengthOverTheLimitIsNotRead() throws Exception {
    assertFails(
        answer("gzip", new byte[0], 40_000_000),
        ResponseLimitException.class,
        "a response of more than 33554432 bytes exceeds the limit of 33554432"
            + " (Limits.maxDocumentBytes) at its body");
  }

  @Test
  void anAnswerThatComesOutOverTheLimitIsRefused() throws Exception {
    byte[] answer = answer("gzip", Coding.GZIP.encoded(document(ODD)));
    Limits limits = Limits.DEFAULT.withMaxDocumentBytes(450_000);
    try (ScriptedServer server = new ScriptedServer(answering(answer));
        ServerProxy proxy = ServerProxy.builder(server.uri()).limits(limits).build()) {
      assertThat(catchThrowableOfType(ResponseLimitException.class, () -> proxy.call("text")))
          .hasMessage(
              server.uri()
                  + "/RPC2 text: a document of more than 450000 bytes exceeds the limit of 450000"
                  + " (Limits.maxDocumentBytes) at its compressed body");
    }
  }

  private static void assertFails(
      byte[] answer, Class<? extends CallException> expected, String message) throws Exception {
    byte[] after = document("after");
    String plain = new String(after, StandardCharsets.ISO_8859_1);
    try (ScriptedServer server = new ScriptedServer(answering(answer), ok(plain));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(catchThrowableOfType(expected, () -> proxy.call("text")))
          .hasMessage(server.uri() + "/RPC2 text: " + message);

      assertThat(proxy.call(String.class, "text")).isEqualTo("after");
    }
  }
}
