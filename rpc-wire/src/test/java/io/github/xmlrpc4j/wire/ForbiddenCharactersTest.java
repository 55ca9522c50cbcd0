package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each character that XML does not allow, NUL and halves of surrogate pairs among them. */
class ForbiddenCharactersTest {
  /** All there are: 29 controls, 2,048 halves of surrogate pairs, and two noncharacters. */
  private static final int[] FORBIDDEN =
      IntStream.range(0, 0x10000).filter(c -> !AnyTexts.isAllowed(c)).toArray();

  @Test
  void noneIsWrittenAndThePathToItIsNamed() {
    assertThat(FORBIDDEN).hasSize(29 + 0x800 + 2);
    for (int c : FORBIDDEN) {
      String text = "a\ud83d\ude00" + (char) c;
      String problem = problem(c, 3);
      Value.Struct point = Value.Struct.empty().with("x", Value.of(1)).with("y", Value.of(text));
      assertUnwritable("params[0].points[1].y", problem, nested(point));
      Value.Struct name = Value.Struct.empty().with(text, Value.of(1));
      String shown = c == 0xFFFE || c == 0xFFFF ? "" + (char) c : String.format("\\u%04x", c);
      assertUnwritable(
          "params[0].points[1][\"a\ud83d\ude00" + shown + "\"]", problem, nested(name));
      assertUnwritable("params[0]", problem(c, 0), Value.of((char) c + "tail"));
      assertThatExceptionOfType(UnwritableValueException.class)
          .isThrownBy(() -> MethodCall.of("m" + (char) c).write())
          .withMessage("methodName: " + problem(c, 1));
    }
  }

  @Test
  void inAFaultsTextEachIsReplaced() {
    for (int c : FORBIDDEN) {
      byte[] document = new MethodResponse.Failure(new Fault(1, "a" + (char) c + "b")).write();
      assertThat(MethodResponse.read(document))
          .isEqualTo(new MethodResponse.Failure(new Fault(1, "a\ufffdb")));
    }
  }

  @Test
  void noneIsReadAsItsBytes() {
    for (int c : FORBIDDEN) {
      boolean half = c >= 0xD800 && c <= 0xDFFF;
      String problem =
          half
              ? "the byte 0xED begins no character of UTF-8"
              : String.format("the character U+%04X, which XML does not allow", c);
      assertNotRead(utf8(c), problem);
      assertMalformed(utf8(c), "<value><![CDATA[]", "]]></value>", problem);
      assertMalformed(utf8(c), "<value><!-- ", " --></value>", problem);
      assertMalformed(utf8(c), "<value><?pi ", " ?></value>", problem);
    }
  }

  @Test
  void noneIsReadAsAReference() {
    IntFunction<String> problem =
        c -> String.format("the reference &#x%x; names no XML character", c);
    for (int c : FORBIDDEN) {
      assertNotRead(Wire.utf8(String.format("&#x%x;", c)), problem.apply(c));
    }
    assertNotRead(Wire.utf8("&#x110000;"), problem.apply(0x110000));
    // A pair of references to halves is no character either.
    assertNotRead(Wire.utf8("&#xd83d;&#xde00;"), problem.apply(0xd83d));
  }

  private static Value nested(Value.Struct point) {
    return Value.Struct.empty().with("points", Value.Array.of(Value.Struct.empty(), point));
  }

  private static String problem(int c, int index) {
    return String.format(
        "the character U+%04X at index %d cannot stand in XML; send the text as base64", c, index);
  }

  private static void assertUnwritable(String path, String problem, Value value) {
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> MethodCall.of("m", value).write())
        .withMessage(path + ": " + problem)
        .satisfies(e -> assertThat(e.path()).isEqualTo(path));
  }

  /** Three bytes for what has more than one, which for halves of pairs is what UTF-8 forbids. */
  private static byte[] utf8(int c) {
    return c < 0x80
        ? new byte[] {(byte) c}
        : new byte[] {
          (byte) (0xE0 | (c >> 12)), (byte) (0x80 | ((c >> 6) & 0x3F)), (byte) (0x80 | (c & 0x3F))
        };
  }

  private static void assertNotRead(byte[] character, String problem) {
    assertMalformed(character, "<value>", "</value>", problem);
    assertMalformed(character, "<value><string>12345678", "</string></value>", problem);
    assertMalformed(character, "<value a='", "'/>", problem);
    assertMalformed(
        character, "<value><struct><member><name>", "</name></member></struct></value>", problem);
  }

  private static void assertMalformed(
      byte[] character, String before, String after, String problem) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    document.writeBytes(Wire.utf8(Wire.HEAD + before));
    document.writeBytes(character);
    document.writeBytes(Wire.utf8(after + Wire.TAIL));
    int column = 1 + before.length();
    assertThat(Wire.refusal(document.toByteArray(), Wire.ALL))
        .isExactlyInstanceOf(NotWellFormedException.class)
        .hasMessage(
            "not well-formed XML at line 2, column %d (byte %d): %s", column, 53 + column, problem);
  }
}
