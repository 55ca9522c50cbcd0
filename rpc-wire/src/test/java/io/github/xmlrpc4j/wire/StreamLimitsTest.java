package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bounds on a document that is read as it comes, and on one that is written as it goes. */
final class StreamLimitsTest {
  private static final String HEAD =
      "<methodCall><methodName>a0</methodName><params><param><value><array><data>";
  private static final String TAIL = "</data></array></value></param></params></methodCall>";

  private static byte[] call(int number, String element) {
    return Wire.utf8(HEAD + element.repeat(number) + TAIL);
  }

  private static Streamed read(byte[] document, Limits limits) {
    return Streamed.inPiecesOf(1_000, document, Wire.ALL, limits);
  }

  @Test
  void theWholeDocumentHasTheLimitOfADocument() {
    byte[] document = call(10_000, "<value>a</value>");
    Limits just = Limits.DEFAULT.withMaxDocumentBytes(document.length);

    assertThat(read(document, just).error()).isEmpty();
    assertThat(read(document, just.withMaxDocumentBytes(document.length - 1)).error())
        .contains(
            "a document of more than 160126 bytes exceeds the limit of 160126"
                + " (Limits.maxDocumentBytes) at line 1, column ");
  }

  @Test
  void valuesAreCountedForEachElement() {
    String pair = "<value><array><data><value>a</value></data></array></value>";
    Limits two = Limits.DEFAULT.withMaxValues(2);

    assertThat(read(call(1_000, pair), two).error()).isEmpty();
    assertThat(read(call(1_000, pair), two.withMaxValues(1)).error())
        .contains("a document of more than 1 values");
  }

  @Test
  void depthAndLengthHoldInEachElement() {
    byte[] deep = call(2, "<value><array><data/></array></value>");
    byte[] longer = call(2, "<value>abc</value>");

    assertThat(read(deep, Limits.DEFAULT.withMaxDepth(2)).error()).isEmpty();
    assertThat(read(deep, Limits.DEFAULT.withMaxDepth(1)).error()).contains("maxDepth");
    assertThat(read(longer, Limits.DEFAULT.withMaxStringLength(2)).error())
        .contains("a text of more than 2 characters");
  }

  @Test
  void anElementThatDoesNotEndTakesNoMoreThanFourBytesForEachCharacterOfAString() {
    Limits limits = Limits.DEFAULT.withMaxStringLength(10_000);
    String fits = "<value><array><data>" + "<value/>".repeat(4_900) + "</data></array></value>";
    String over = "<value><array><data>" + "<value/>".repeat(5_100) + "</data></array></value>";

    assertThat(read(call(3, fits), limits).error()).isEmpty();
    assertThat(read(call(3, over), limits).error())
        .contains(
            "an element of a stream of more than 40000 bytes exceeds the limit of 10000"
                + " (Limits.maxStringLength) at line 1, column 75 (byte 74)");
    assertThat(read(call(3, "<!--" + "-x".repeat(50_000) + "-->"), limits).error())
        .contains("an element of a stream of more than 40000 bytes");
  }

  @Test
  void whatIsWrittenIsHandedOnInBlocks() {
    List<Integer> sizes = new ArrayList<>();
    StringBuilder sent = new StringBuilder();
    WireWriter out =
        new WireWriter(
            Dialect.LENIENT,
            Limits.DEFAULT,
            bytes -> {
              sizes.add(bytes.remaining());
              sent.append(text(bytes));
            });
    WireWriter whole = new WireWriter(Dialect.LENIENT, Limits.DEFAULT);
    for (WireWriter writer : List.of(out, whole)) {
      writer.beginResponse();
      writer.beginArray();
      for (int i = 0; i < 5_000; i++) {
        writer.writeInt(i);
        writer.flush();
      }
      writer.endArray();
      writer.endResponse();
    }

    assertThat(sent + text(out.toByteBuffer())).isEqualTo(whole.toString());
    assertThat(sizes).hasSizeGreaterThan(5).allMatch(size -> size >= 12_288 && size < 12_400);
    assertThat(whole.isBegun()).isFalse();
    assertThatThrownBy(() -> out.writeFaultResponse(new Fault(1, "late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("result: a part of the document is on its way");
  }

  @Test
  void bytesAreWrittenAsTheyAreDrawnAndAreTheSame() {
    for (int length : new int[] {0, 1, 2, 12_287, 12_288, 12_289, 100_000}) {
      StringBuilder sent = new StringBuilder();
      WireWriter out =
          new WireWriter(Dialect.LENIENT, Limits.DEFAULT, bytes -> sent.append(text(bytes)));
      WireWriter whole = new WireWriter(Dialect.LENIENT, Limits.DEFAULT);
      ByteBuffer left = ByteBuffer.allocate(length);
      out.writeBytes(
          (into, offset, most) -> {
            int count = Math.min(Math.min(most, 1_000), left.remaining());
            left.get(into, offset, count);
            return count == 0 ? -1 : count;
          });
      whole.writeBytes(new byte[length]);

      assertThat(sent + text(out.toByteBuffer())).isEqualTo(whole.toString());
    }
  }

  @Test
  void aDocumentThatIsHandedOnHasTheSameLimitOnItsWhole() {
    WireWriter out =
        new WireWriter(Dialect.LENIENT, Limits.DEFAULT.withMaxDocumentBytes(50_000), bytes -> {});
    out.beginResponse();
    out.beginArray();

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 5_000; i++) {
                out.writeInt(i);
                out.flush();
              }
            })
        .isInstanceOf(LimitExceededException.class)
        .hasMessageStartingWith("a document of more than 50000 bytes");
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
