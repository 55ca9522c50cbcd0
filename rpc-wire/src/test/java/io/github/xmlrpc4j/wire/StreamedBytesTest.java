package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Base64 that is decoded as it comes is what it is when it is decoded whole. */
final class StreamedBytesTest {
  private static byte[] call(String base64) {
    return Wire.utf8(
        "<methodCall><methodName>a</methodName><params><param><value>"
            + base64
            + "</value></param></params></methodCall>");
  }

  private static void assertSame(byte[] document, Dialect dialect) {
    String whole = Streamed.bytes(DocumentReader.of(document, dialect, Limits.DEFAULT));
    for (int size : new int[] {1, 2, 3, 5, 16 * 1024, 100_000}) {
      assertThat(Streamed.bytesInPiecesOf(size, document, dialect, Limits.DEFAULT))
          .as(new String(document, StandardCharsets.ISO_8859_1))
          .isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<base64>AAECAwQF</base64>",
        "<base64>\n  AAEC\r\nAw==\n</base64>",
        "<base64>AAECAw</base64>",
        "<base64>AAEC<!-- </base64> -->Aw=&#61;</base64>",
        "<base64>AA<![CDATA[EC]]>Aw<?pi?>==</base64>",
        "<base64/>",
        "<base64></base64>",
        "<base64> </base64>",
        "<ex:base64 a='>'>AAEC</ex:base64>",
        "<base64>A</base64>",
        "<base64>AAECA</base64>",
        "<base64>AA=C</base64>",
        "<base64>AAE=AAEC</base64>",
        "<base64>AAE==</base64>",
        "<base64>AA===</base64>",
        "<base64>AAE=!</base64>",
        "<base64>AA-_</base64>",
        "<base64>AAé</base64>",
        "<base64>AA&amp;A</base64>",
        "<base64>AAEC<int/></base64>",
        "<base64>AAEC</bas64>",
        "<base64>AAEC</base64>junk",
        "<base64>AAEC",
        "<string>AAEC</string>",
        "AAEC",
      })
  void howeverItIsSpelled(String base64) {
    assertSame(call(base64), Wire.ALL);
    assertSame(call(base64), Dialect.STRICT);
  }

  @Test
  void howeverLongItIs() {
    Random random = new Random(3);
    for (int length : new int[] {12_287, 12_288, 12_289, 49_150, 49_151, 49_152, 200_000}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String lines = Base64.getMimeEncoder().encodeToString(bytes);
      assertSame(call("<base64>" + lines + "</base64>"), Wire.ALL);
      assertSame(call("<base64>" + lines.replace("=", "") + "</base64>"), Wire.ALL);
      assertSame(call("<base64>" + lines + "*</base64>"), Wire.ALL);
    }
  }

  @Test
  void itMayBeLongerThanAnyValueInMemory() {
    byte[] document = call("<base64>" + "AAEC".repeat(10_000) + "</base64>");
    Limits small = Limits.DEFAULT.withMaxStringLength(100);

    assertThat(Streamed.bytesInPiecesOf(1_000, document, Wire.ALL, small))
        .isEqualTo(Streamed.bytes(DocumentReader.of(document, Wire.ALL, Limits.DEFAULT)));
  }
}
