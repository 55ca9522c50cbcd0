package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document in part of an array is read as if it stood alone: nothing around it is looked at. */
class DocumentInArrayTest {
  private static final int BEFORE = 43;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-32BE", "ISO-8859-15", "Shift_JIS"})
  void eachOfItsBeginningsMeansTheSame(String encoding) {
    String text = RichDocument.TEXT.replace("UTF-8", encoding).replace("\r\n", "\n");
    byte[] whole = text.getBytes(Charset.forName(encoding));
    int step = encoding.equals("UTF-8") ? 1 : 7;
    for (int length = 0; length <= whole.length; length += step) {
      byte[] alone = Arrays.copyOf(whole, length);
      String expected = outcome(ByteBuffer.wrap(alone));
      assertThat(outcome(inside(alone, Arrays.copyOfRange(whole, length, whole.length))))
          .as("of %d bytes", length)
          .isEqualTo(expected);
      assertThat(outcome(inside(alone, Wire.utf8("</value>")))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0'\n encoding='x-none'?><methodCall/>",
        "<?xml  encoding='x-none'?><methodCall/>",
        "<?xml version='1.0' encoding='US-ASCII'?>\n<methodCall>é",
        "<?xml version='1.0' encoding='ISO-8859-1'?>\n<methodCall>é&x;",
        "<?xml version='1.0' encoding='UTF-16'?><methodCall/>",
        "<methodCall><methodName>m</methodName></methodCall",
        "<methodCall>\n<?pi?",
        "<methodCall>\n<?pi",
        "<methodCall>\n<"
      })
  void aRefusalNamesThePlaceInTheDocumentAndNotInTheArray(String text) {
    byte[] alone = text.getBytes(StandardCharsets.ISO_8859_1);
    String expected = outcome(ByteBuffer.wrap(alone));
    assertThat(expected).startsWith("not ");
    assertThat(outcome(inside(alone, Wire.utf8(">>>")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"EFBBBF", "FEFF", "FFFE", "0000FEFF", "FFFE0000"})
  void aByteOrderMarkAloneIsAnEmptyDocument(String mark) {
    byte[] document = HexFormat.of().parseHex(mark);
    String refusal =
        "not well-formed XML at line 1, column 1 (byte "
            + document.length
            + "): the document is empty";
    assertThat(outcome(ByteBuffer.wrap(document))).isEqualTo(refusal);
    assertThat(outcome(inside(document, Wire.utf8("<>")))).isEqualTo(refusal);
  }

  @Test
  void aDocumentThatEndsInsideACharacterIsRefusedThere() {
    for (String character : new String[] {"é", "€", "😀"}) {
      byte[] head = Wire.utf8("<methodCall><methodName>\nabc");
      byte[] rest = Wire.utf8(character);
      for (int length = 1; length < rest.length; length++) {
        byte[] document = Arrays.copyOf(head, head.length + length);
        System.arraycopy(rest, 0, document, head.length, length);
        byte[] more = Arrays.copyOfRange(rest, length, rest.length);
        assertThat(outcome(inside(document, more)))
            .isEqualTo(
                "not well-formed XML at line 2, column 4 (byte 28): the byte 0x%02X begins no"
                    + " character of UTF-8",
                rest[0]);
      }
    }
  }

  @Test
  void aCarriageReturnAtTheEndEndsALine() {
    assertThat(outcome(ByteBuffer.wrap(Wire.utf8("<methodCall>\r"))))
        .isEqualTo(
            "not well-formed XML at line 2, column 1 (byte 13): the document ends inside"
                + " <methodCall>");
    assertThat(outcome(ByteBuffer.wrap(Wire.utf8("<methodCall>\r\r"))))
        .isEqualTo(
            "not well-formed XML at line 3, column 1 (byte 14): the document ends inside"
                + " <methodCall>");
    assertThat(outcome(ByteBuffer.wrap(Wire.utf8("<methodCall>\r\n"))))
        .isEqualTo(
            "not well-formed XML at line 2, column 1 (byte 14): the document ends inside"
                + " <methodCall>");
  }

  @Test
  void theLineFeedBehindTheDocumentBelongsToNoLineEndOfIt() {
    byte[] alone = Wire.utf8("<methodCall>\r");
    assertThat(outcome(inside(alone, Wire.utf8("\n")))).isEqualTo(outcome(ByteBuffer.wrap(alone)));
  }

  @Test
  void anAsciiDocumentIsReadWithoutACopy() {
    byte[] document = Wire.call("<value>x</value>");
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1
        }) {
      assertThat(Source.of(document, 0, document.length, charset).bytes).isSameAs(document);
    }
  }

  /** What is read, or why nothing is. */
  private static String outcome(ByteBuffer document) {
    try {
      DocumentReader in = DocumentReader.of(document, null, Wire.ALL, Limits.DEFAULT);
      return MethodCall.read(in) + " " + in.sightings();
    } catch (WireException e) {
      return e.getMessage();
    }
  }

  private static ByteBuffer inside(byte[] document, byte[] behind) {
    ByteBuffer all = ByteBuffer.allocate(BEFORE + document.length + behind.length);
    all.put(Wire.utf8("<".repeat(BEFORE))).put(document).put(behind);
    return ByteBuffer.wrap(all.array(), BEFORE, document.length);
  }
}
