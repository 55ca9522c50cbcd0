package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that a writer keeps in several segments. */
class LargeDocumentsTest {
  private static final Limits LIMITS = Limits.DEFAULT;

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000, 65_000, 65_528, 65_536, 200_000})
  void theSegmentsAreTheDocument(int length) {
    WireWriter out = new WireWriter(Dialect.LENIENT, LIMITS);
    out.beginCall("m");
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      values.add(Value.of("é<" + "x".repeat(length)));
      values.add(Value.of(i - 2));
      values.add(Value.of(i / 4.0));
      values.add(Value.Bytes.of(new byte[length]));
    }
    values.forEach(out::writeValue);
    out.endCall();
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (ByteBuffer segment : out.toByteBuffers()) {
      joined.write(segment.array(), segment.arrayOffset(), segment.remaining());
    }
    byte[] document = out.toByteArray();
    assertThat(joined.toByteArray()).isEqualTo(document).hasSize(out.size());
    assertThat(out.toByteBuffer()).isEqualTo(ByteBuffer.wrap(document));
    assertThat(out.toString()).isEqualTo(Wire.text(document));
    assertThat(MethodCall.read(document).params()).isEqualTo(values);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 70_000, 300_000})
  void whatWasTakenBackLeavesNothing(int length) {
    WireWriter out = new WireWriter(Dialect.LENIENT, LIMITS);
    out.beginCall("m");
    out.writeString("x".repeat(100_000));
    WireWriter.Mark mark = out.mark();
    for (int i = 0; i < 3; i++) {
      out.writeString("y".repeat(length));
      out.writeInt(i);
    }
    out.reset(mark);
    out.writeInt(7);
    out.endCall();
    byte[] expected = MethodCall.of("m", Value.of("x".repeat(100_000)), Value.of(7)).write();
    assertThat(out.toByteArray()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u20ac", "a\u20ac", "<", "\uD83D\uDE00x"})
  void aLongTextTakesLittleMoreThanItsBytes(String piece) {
    WireWriter out = new WireWriter(Dialect.LENIENT, LIMITS);
    out.writeString(piece.repeat(300_000));
    long room =
        out.toByteBuffers().stream()
            .mapToLong(part -> part.array().length - part.arrayOffset())
            .sum();
    assertThat(room).isLessThan(out.size() * 5L / 4 + 100_000);
    assertThat(out.toString()).contains(piece.equals("<") ? "&lt;&lt;" : piece + piece);
  }

  @Test
  void theLimitIsExactOverSegments() {
    MethodCall call =
        MethodCall.of("m", Value.of("x".repeat(100_000)), Value.of(-1), Value.of(1.5));
    int size = call.write().length;
    assertThat(call.write(Dialect.LENIENT, LIMITS.withMaxDocumentBytes(size))).hasSize(size);
    assertThatThrownBy(() -> call.write(Dialect.LENIENT, LIMITS.withMaxDocumentBytes(size - 1)))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("a document of more than " + (size - 1) + " bytes");
  }
}
