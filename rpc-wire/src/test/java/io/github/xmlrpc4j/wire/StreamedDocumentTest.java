package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that is read as it comes is the same as one that is there already. */
final class StreamedDocumentTest {
  private static final Dialect DIALECT = Wire.ALL;

  private static final String RICH =
      """
      <?xml version="1.0"?><!-- > </data> --><?pi <value> ?>
      <methodCall>
      <methodName>rich1</methodName>
      <params>
      <param><value><struct><member><name>a</name><value>é</value></member></struct></value></param>
      <param><value><ex:array a="/array>" b='>'> <!-- <data> --> <ex:data>
        <value><i4>1</i4></value><value/><value>x<!-- </value> -->y</value>
        <value><array><data><value><array><data/></array></value></data></array></value>\r
        <?pi </data> ?><value><string><![CDATA[</value></data> ]] ]]]></string></value>
        <value ><base64 >AAEC</base64 ></value ><value>&lt;&#x1F600;\r\n€😀</value>
        <value><struct><member><value><nil/></value><name>late</name></member></struct></value>
      </ex:data></ex:array></value></param>
      </params>
      </methodCall><!-- end --><?pi?>""";

  static List<String> documents() {
    return List.of(
        RICH,
        "\uFEFF" + RICH,
        call("<value><array><data></data></array></value>"),
        call("<value><array><data/></array></value>"),
        call("<value><array/></value>"),
        call("<value><array></array></value>"),
        call("<value><array><value>a</value><value>b</value></array></value>"),
        call(
            "<value><array><data><value>a</value></data><data><value>b</value></data></array></value>"),
        call("<value>&amp;<array><data>junk</data></array></value>"),
        call("<value><array><data><value>a</value>junk</data></array></value>"),
        call("<value><array><data><value>a</value></data></array>junk</value>"),
        call(
            "<value><array><data><value>a</value></data></array></value></param><param><value>b</value>"),
        call("<value><array><data><value>a</value></data><x/></array></value>"),
        call("<value><int>1</int></value>"),
        call("<value><string>one</string></value>"),
        call("<value>one</value>"),
        call("<value/>"),
        call("<value><nil/></value>"),
        "<methodCall><methodName>a</methodName></methodCall>",
        "<methodCall><methodName>a</methodName><params/></methodCall>",
        "<methodCall><methodName/></methodCall>",
        "<!DOCTYPE methodCall>" + call("<value/>"),
        call("<value><array><data><!DOCTYPE x><value/></data></array></value>"),
        "<?xml version='1.0' encoding='ISO-8859-1'?>"
            + call("<value><array><data/></array></value>"),
        "<?xml version='1.0' encoding='nonsense'?>" + call("<value><array><data/></array></value>"),
        "");
  }

  @Test
  void aCodecMayAskForAStreamWithinAStream() {
    String rows =
        "<value><array><data><value><int>1</int></value></data></array></value>".repeat(9);
    byte[] document = Wire.utf8(call("<value><array><data>" + rows + "</data></array></value>"));
    for (int size : new int[] {1, 7, 1_000}) {
      assertThat(Streamed.rowsInPiecesOf(size, document, DIALECT)).as("%d", size).isEqualTo(9);
    }
  }

  private static String call(String value) {
    return "<methodCall><methodName>a0</methodName>\n<params><param>"
        + value
        + "</param></params></methodCall>\n";
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whereItIsCutMakesNoDifference(String text) {
    byte[] document = Wire.utf8(text);
    Streamed whole = Streamed.whole(document, DIALECT, Limits.DEFAULT);
    for (int cut = 1; cut < document.length; cut++) {
      assertThat(Streamed.cutAt(cut, document, DIALECT, Limits.DEFAULT)).isEqualTo(whole);
    }
    assertThat(Streamed.inPiecesOf(1, document, DIALECT, Limits.DEFAULT)).isEqualTo(whole);
  }

  @Test
  void theRichDocumentIsUnderstood() {
    Streamed rich = Streamed.inPiecesOf(7, Wire.utf8(RICH), DIALECT, Limits.DEFAULT);

    assertThat(rich.error()).isEmpty();
    assertThat(rich.params().get(1).toString()).contains("</value></data> ]] ]");
    assertThat(((Value.Array) rich.params().get(1)).values()).hasSize(8);
    assertThat(rich.sightings()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void oneThatEndsTooSoonIsTheSameErrorAtTheSamePlace(String text) {
    byte[] document = Wire.utf8(text);
    for (int length = 0; length < document.length; length++) {
      byte[] part = Arrays.copyOf(document, length);
      assertThat(Streamed.inPiecesOf(5, part, DIALECT, Limits.DEFAULT))
          .isEqualTo(Streamed.whole(part, DIALECT, Limits.DEFAULT));
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void oneThatIsBrokenIsTheSameErrorAtTheSamePlace(String text) {
    byte[] sound = Wire.utf8(text);
    byte[] odd = "<>/&'\"=-!?[]a\u00ff x\0".getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < sound.length; at++) {
      for (byte b : odd) {
        byte[] broken = sound.clone();
        broken[at] = b;
        assertThat(Streamed.inPiecesOf(11, broken, DIALECT, Limits.DEFAULT))
            .as(new String(broken, StandardCharsets.ISO_8859_1))
            .isEqualTo(Streamed.whole(broken, DIALECT, Limits.DEFAULT));
      }
    }
  }

  @Test
  void placesCountFromTheBeginningHoweverMuchHasGone() {
    StringBuilder elements = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < 4_000; i++) {
      String blank = List.of("\n", "\r\n", " ", "\r", "").get(random.nextInt(5));
      String text = "\u20ac".repeat(random.nextInt(40));
      elements.append("<value><string>").append(text).append("</string></value>").append(blank);
    }
    String head =
        "<methodCall><methodName>a0</methodName>\r\n<params><param><value><array><data>\n";
    for (String end : List.of("<value><int>x</int></value>", "</date>", "</data></array></x>")) {
      byte[] document = Wire.utf8(head + elements + end);
      Streamed whole = Streamed.whole(document, DIALECT, Limits.DEFAULT);
      assertThat(whole.error()).contains("line ");
      for (int size : List.of(100, 1_024, 100_000)) {
        assertThat(Streamed.inPiecesOf(size, document, DIALECT, Limits.DEFAULT)).isEqualTo(whole);
      }
    }
  }
}
