package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The XML declaration, letter by letter. */
class XmlDeclarationTest {
  private static final String ROOT = "<methodCall><methodName>m</methodName></methodCall>";

  @Test
  void aDeclarationThatIsCutShortIsNamed() {
    String declaration = "<?xml version = '1.0' encoding = \"UTF-8\" standalone = 'yes' ?>";
    // Cut inside a word, it is one with a word that does not belong there.
    for (int length = "<?xml".length(); length < declaration.length(); length++) {
      String beginning = declaration.substring(0, length);
      if (!beginning.matches(".* [a-z]+")
          || beginning.matches(".* (version|encoding|standalone)")) {
        assertMalformed(beginning, length, "the document ends inside the XML declaration");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <?xml version='1.0' ab           | 20 | the XML declaration does not end with ?>
          <?xml version='1.0' ?x           | 20 | the XML declaration does not end with ?>
          <?xml ab                         | 6  | the XML declaration has no version
          <?xml version='1./'?>            | 0  | XML version "1./" is not 1.x
          <?xml version='1.:'?>            | 0  | XML version "1.:" is not 1.x
          <?xml version='1.0<'?>           | 18 | a character that does not belong into the XML declaration
          <?xml  encoding='x-none'?>       | 7  | the XML declaration has no version
          """)
  void aDeclarationThatGoesWrongIsRefusedAtThePlace(
      String declaration, int offset, String problem) {
    assertMalformed(declaration, offset, problem);
  }

  @Test
  void aDeclarationHoldsNoNul() {
    assertMalformed(
        "<?xml version='1.\0'?>", 17, "a character that does not belong into the XML declaration");
    assertMalformed("<?xml\0version='1.0'?>", 5, "the XML declaration has no version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.1", "1.9", "1.00", "1.09"})
  void aVersionIsOneAndAnyDigits(String version) {
    byte[] document = Wire.utf8("<?xml version='" + version + "'?>" + ROOT);
    assertThat(MethodCall.read(document)).isEqualTo(MethodCall.of("m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-8", "9UTF", "[UTF", "{UTF", "@UTF", "`UTF", "UTF:8", "UTF/8"})
  void whatIsNoNameOfAnEncodingIsRefusedThoughTheBytesTell(String name) {
    String text = "<?xml version='1.0' encoding='" + name + "'?>" + ROOT;
    byte[] document = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE);
    assertThat(Wire.refusal(document, Wire.ALL))
        .isInstanceOf(NotWellFormedException.class)
        .hasMessage(
            "not well-formed XML at line 1, column 1 (byte 2): \""
                + name
                + "\" is no name of an encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "Z", "a", "z", "Az09._-", "zZ-9_0."})
  void aNameOfAnEncodingHasLettersDigitsAndThreeSigns(String name) {
    String text = "<?xml version='1.0' encoding='" + name + "'?>" + ROOT;
    byte[] document = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE);
    assertThat(MethodCall.read(document, Wire.ALL, Limits.DEFAULT)).isEqualTo(MethodCall.of("m"));
    assertThat(Wire.sightings(document, Wire.ALL))
        .containsExactly("ENCODING_CONTRADICTED at line 1, column 1 (byte 2)");
  }

  @Test
  void theShortestDeclarationCounts() {
    assertMalformed(
        "<?xml version='1.0' encoding='x'?>" + ROOT,
        30,
        "the encoding \"x\" is unknown here; send UTF-8");
  }

  @Test
  void anEncodingCountsIfItsNameEndsWithinTheFirst256Characters() {
    assertThat(Wire.read(inLatin1(256), Dialect.STRICT)).isEqualTo(Value.of("é"));
    assertThat(Wire.refusal(inLatin1(257), Wire.ALL))
        .hasMessage(
            "not well-formed XML at line 2, column 8 (byte 320): the byte 0xE9 begins no character"
                + " of UTF-8");
  }

  /** A call whose declaration has so many characters up to the quote behind its encoding. */
  private static byte[] inLatin1(int length) {
    String version = "<?xml version='1.0'";
    String encoding = "encoding='ISO-8859-1'";
    String blanks = " ".repeat(length - version.length() - encoding.length());
    String call = Wire.HEAD + "<value>é</value>" + Wire.TAIL;
    return (version + blanks + encoding + "?>" + call).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void assertMalformed(String document, int offset, String problem) {
    String place = "line 1, column " + (offset + 1) + " (byte " + offset + ")";
    assertThat(Wire.refusal(Wire.utf8(document), Wire.ALL))
        .isInstanceOf(NotWellFormedException.class)
        .hasMessage("not well-formed XML at " + place + ": " + problem);
  }
}
