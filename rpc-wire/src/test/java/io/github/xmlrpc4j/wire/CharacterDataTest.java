package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text, references, CDATA sections, and the bytes that they are made of. */
class CharacterDataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          &        | '&' that begins no reference; write &amp;
          & amp;   | '&' that begins no reference; write &amp;
          &&amp;   | '&' that begins no reference; write &amp;
          &;       | '&' that begins no reference; write &amp;
          &lt      | '&' that begins no reference; write &amp;
          &é;      | '&' that begins no reference; write &amp;
          &nbsp;   | the entity &nbsp; is not one of XML's own five
          &LT;     | the entity &LT; is not one of XML's own five
          &lol9;   | the entity &lol9; is not one of XML's own five
          &x:y.z;  | the entity &x:y.z; is not one of XML's own five
          &#;      | a character reference that is no number
          &#x;     | a character reference that is no number
          &#12     | a character reference that is no number
          &#1a;    | a character reference that is no number
          &#xg;    | a character reference that is no number
          &#X41;   | a character reference that is no number
          &#-1;    | a character reference that is no number
          &#+1;    | a character reference that is no number
          &# 65;   | a character reference that is no number
          ]]>      | ']]>' in text
          ]]]>     | ']]>' in text
          """)
  void whatIsNoReferenceIsRefused(String text, String problem) {
    int skipped = text.startsWith("]]]") ? 1 : 0;
    assertRefused(text, skipped, FaultCodes.NOT_WELL_FORMED, problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&#0;",
        "&#x0;",
        "&#1;",
        "&#x1F;",
        "&#xB;",
        "&#xD800;",
        "&#xdfff;",
        "&#55357;",
        "&#xFFFE;",
        "&#65535;",
        "&#x110000;",
        "&#1114112;",
        "&#4294967361;",
        "&#x100000041;",
      })
  void aReferenceNamesACharacterThatXmlAllows(String text) {
    assertRefused(
        text, 0, FaultCodes.INVALID_CHARACTER, "the reference " + text + " names no XML character");
  }

  @Test
  void aLongReferenceIsShownByItsBeginning() {
    assertRefused(
        "&#99999999999999999999;",
        0,
        FaultCodes.INVALID_CHARACTER,
        "the reference &#99999999999999 names no XML character");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ]]              | ]]
          a]]b] ]>        | a]]b] ]>
          ]]&gt;          | ]]>
          ]]<!-- -->>     | ]]>
          ]<![CDATA[]>]]> | ]]>
          >               | >
          &#000000065;    | A
          &#x00041;       | A
          &#x10FFFF;      | \uDBFF\uDFFF
          &#9;&#x20;x     | '\t x'
          "'              | "'
          """)
  void allElseIsText(String text, String read) {
    assertThat(Wire.read("<value>" + text + "</value>", Dialect.STRICT)).isEqualTo(Value.of(read));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <![CDATA[]]>                | ''
          <![CDATA[ <a> &lt; & ]]>    | ' <a> &lt; & '
          <![CDATA[]]]]>              | ]]
          <![CDATA[]]]>               | ]
          <![CDATA[]] >]]>            | ]] >
          <![CDATA[é😀]]>             | é😀
          <![CDATA[<![CDATA[]]>       | <![CDATA[
          a<![CDATA[b]]>c<![CDATA[d]]>| abcd
          <![CDATA[<!DOCTYPE x>]]>    | <!DOCTYPE x>
          """)
  void aCdataSectionIsTextAsItStands(String text, String read) {
    assertThat(Wire.read("<value>" + text + "</value>", Dialect.STRICT)).isEqualTo(Value.of(read));
    assertThat(Wire.read("<value><string>" + text + "</string></value>", Dialect.STRICT))
        .isEqualTo(Value.of(read));
  }

  @Test
  void aCdataSectionEnds() {
    assertThat(Wire.refusal("<value>a<![CDATA[ ]] > </value>", Wire.ALL))
        .hasMessage(
            "not well-formed XML at line 2, column 9 (byte 62): the document ends inside the CDATA"
                + " section that begins here");
  }

  @Test
  void controlCharactersAreNoText() {
    for (char c = 0; c < ' '; c++) {
      if (c != '\t' && c != '\n' && c != '\r') {
        String problem = String.format("the character U+%04X, which XML does not allow", (int) c);
        for (String before : new String[] {"", "a", "ab]", "1234567", "12345678"}) {
          assertRefused(before + c, before.length(), FaultCodes.INVALID_CHARACTER, problem);
        }
        assertRefused("<![CDATA[" + c, 9, FaultCodes.INVALID_CHARACTER, problem);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFFFE, 0xFFFF})
  void someCharactersBeyondAsciiAreNoText(int c) {
    assertRefused(
        "a" + Character.toString(c),
        1,
        FaultCodes.INVALID_CHARACTER,
        String.format("the character U+%04X, which XML does not allow", c));
  }

  @ParameterizedTest
  @CsvSource({
    "80, 80",
    "BF, BF",
    "C0 80, C0",
    "C1 BF, C1",
    "C3, C3",
    "C3 28, C3",
    "C3 C3, C3",
    "E0 80 80, E0",
    "E0 9F BF, E0",
    "E2 82, E2",
    "E2 28 A1, E2",
    "ED A0 80, ED",
    "ED BF BF, ED",
    "F0 80 80 80, F0",
    "F0 8F BF BF, F0",
    "F0 9F 98, F0",
    "F4 90 80 80, F4",
    "F5 80 80 80, F5",
    "F8 88 80 80 80, F8",
    "FE, FE",
    "FF, FF"
  })
  void whatIsNoUtf8IsRefused(String hex, String first) {
    for (String before : new String[] {"", "a", "12345678"}) {
      assertRefused(
          join(Wire.utf8(before), bytes(hex)),
          before.length(),
          "the byte 0x" + first + " begins no character of UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C2 80",
        "DF BF",
        "E0 A0 80",
        "ED 9F BF",
        "EE 80 80",
        "EF BF BD",
        "F0 90 80 80",
        "F4 8F BF BF"
      })
  void theEdgesOfUtf8AreText(String hex) {
    String text = Wire.text(bytes(hex));
    assertThat(text).doesNotContain("\ufffd\ufffd");
    assertThat(Wire.read("<value>" + text + "</value>", Dialect.STRICT)).isEqualTo(Value.of(text));
  }

  @Test
  void textOfAnyLengthAndMixtureIsReadWhole() {
    Random random = new Random(7);
    String[] pieces = {
      "a", "é", "€", "😀", "]", ">", "\n", "\t", " ", "12345678", "x]]y", "\u007f"
    };
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String safe = text.toString().replace("]>", "] >");
      assertThat(Wire.read("<value>" + safe + "</value>", Dialect.STRICT))
          .isEqualTo(Value.of(safe));
    }
  }

  private static void assertRefused(String text, int offset, int code, String problem) {
    WireException refusal = Wire.refusal("<value>" + text + "</value>", Wire.ALL);
    assertThat(refusal).hasMessage(message(offset, problem));
    assertThat(refusal.faultCode()).isEqualTo(code);
    assertThat(Wire.refusal("<value><string>" + text + "</string></value>", Wire.ALL))
        .hasMessage(message(offset + 8, problem));
  }

  private static void assertRefused(byte[] text, int offset, String problem) {
    byte[] head = Wire.utf8(Wire.HEAD + "<value>");
    byte[] tail = Wire.utf8("</value>" + Wire.TAIL);
    WireException refusal = Wire.refusal(join(join(head, text), tail), Wire.ALL);
    assertThat(refusal).hasMessage(message(offset, problem));
    assertThat(refusal.faultCode()).isEqualTo(FaultCodes.INVALID_CHARACTER);
  }

  private static String message(int offset, String problem) {
    String place = "line 2, column " + (8 + offset) + " (byte " + (61 + offset) + ")";
    return "not well-formed XML at " + place + ": " + problem;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
