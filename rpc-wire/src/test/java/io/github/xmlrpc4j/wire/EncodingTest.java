package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final String CALL =
      "<methodCall><methodName>m</methodName><params><param>\n"
          + "<value>%s</value></param></params></methodCall>";

  @ParameterizedTest
  @CsvSource({
    "UTF-8, '', né€😀",
    "UTF-8, EFBBBF, né€😀",
    "UTF-16LE, FFFE, né€😀",
    "UTF-16BE, FEFF, né€😀",
    "UTF-16LE, '', né€😀",
    "UTF-16BE, '', né€😀",
    "UTF-32LE, FFFE0000, né€😀",
    "UTF-32BE, 0000FEFF, né€😀",
    "UTF-32LE, '', né€😀",
    "UTF-32BE, '', né€😀"
  })
  void unicodeIsKnownByItsFirstBytes(String encoding, String mark, String text) {
    byte[] document = encoded(mark, CALL.formatted(text), encoding);
    assertThat(Wire.read(document, Dialect.STRICT)).isEqualTo(Value.of(text));
    // Whatever the transport says.
    assertThat(read(document, StandardCharsets.ISO_8859_1))
        .isEqualTo(
            Value.of(
                encoding.equals("UTF-8") && mark.isEmpty()
                    ? "nÃ©â\u0082¬ð\u009f\u0098\u0080"
                    : text));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, né€😀",
    "utf-8, né€😀",
    "UTF8, né€😀",
    "ISO-8859-1, né÷",
    "iso-8859-15, né€",
    "latin1, né÷",
    "windows-1252, né€“”",
    "US-ASCII, n",
    "Shift_JIS, nコスメ",
    "EUC-JP, nコスメ",
    "ISO-2022-JP, nコスメ",
    "GB18030, né€😀",
    "KOI8-R, nкосмос"
  })
  void anEncodingIsDeclared(String encoding, String text) {
    String declaration = "<?xml version='1.0' encoding=\"" + encoding + "\"?>\n";
    byte[] document = encoded("", declaration + CALL.formatted(text), encoding);
    assertThat(Wire.read(document, Dialect.STRICT)).isEqualTo(Value.of(text));
    assertThat(Wire.sightings(document, Dialect.LENIENT)).isEmpty();
    // The declaration counts more than the transport.
    assertThat(read(document, StandardCharsets.UTF_16BE)).isEqualTo(Value.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, FFFE, UTF-16",
    "UTF-16BE, FEFF, utf-16be",
    "UTF-16LE, '', UTF-16LE",
    "UTF-32LE, FFFE0000, UTF-32",
    "UTF-8, EFBBBF, UTF-8"
  })
  void aDeclarationMayAgreeWithTheFirstBytes(String encoding, String mark, String declared) {
    String declaration = "<?xml version='1.0' encoding='" + declared + "'?>";
    byte[] document = encoded(mark, declaration + CALL.formatted("é"), encoding);
    assertThat(Wire.read(document, Dialect.STRICT)).isEqualTo(Value.of("é"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, FFFE, UTF-8, 2",
    "UTF-16BE, '', ISO-8859-1, 0",
    "UTF-16LE, FFFE, x-none, 2",
    "UTF-32BE, 0000FEFF, UTF-16, 4",
    "UTF-8, EFBBBF, ISO-8859-1, 3",
    "UTF-8, '', UTF-16, 0",
    "UTF-8, '', ISO-10646-UCS-2, 0",
    "UTF-8, '', UTF-32LE, 0"
  })
  void aDeclarationThatLiesIsOverruledByTheBytes(
      String encoding, String mark, String declared, int offset) {
    String declaration = "<?xml version='1.0' encoding='" + declared + "'?>";
    byte[] document = encoded(mark, declaration + CALL.formatted("é"), encoding);
    String place = "line 1, column 1 (byte " + offset + ")";
    assertThat(Wire.read(document, Dialect.LENIENT)).isEqualTo(Value.of("é"));
    assertThat(Wire.sightings(document, Dialect.LENIENT))
        .containsExactly("ENCODING_CONTRADICTED at " + place);
    assertThat(Wire.refusal(document, Dialect.STRICT))
        .hasMessage(
            "not XML-RPC at "
                + place
                + ": the declared encoding is not that of the bytes"
                + " (Deviation.ENCODING_CONTRADICTED accepts it)");
  }

  @Test
  void theTransportsEncodingCountsWhereTheDocumentNamesNone() {
    byte[] latin = encoded("", CALL.formatted("é"), "ISO-8859-1");
    assertThat(read(latin, StandardCharsets.ISO_8859_1)).isEqualTo(Value.of("é"));
    byte[] declared = encoded("", "<?xml version='1.0'?>" + CALL.formatted("é"), "ISO-8859-1");
    assertThat(read(declared, StandardCharsets.ISO_8859_1)).isEqualTo(Value.of("é"));
    byte[] wide = encoded("", "\n" + CALL.formatted("é"), "UTF-16LE");
    assertThat(read(wide, StandardCharsets.UTF_16LE)).isEqualTo(Value.of("é"));
    assertThat(read(Wire.utf8(CALL.formatted("é")), null)).isEqualTo(Value.of("é"));
    // A transport that names UTF-16 for bytes that are none is not believed.
    assertThat(read(Wire.utf8(CALL.formatted("é")), StandardCharsets.UTF_16))
        .isEqualTo(Value.of("é"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-none", "UTF-9", "utf 8", "é", "version", ""})
  void anUnknownEncodingIsRefused(String name) {
    byte[] document =
        Wire.utf8("<?xml version='1.0'\n encoding='" + name + "'?>" + CALL.formatted("x"));
    String shown = new String(Wire.utf8(name), StandardCharsets.ISO_8859_1);
    WireException refusal = Wire.refusal(document, Dialect.LENIENT);
    assertThat(refusal)
        .isInstanceOf(NotWellFormedException.class)
        .hasMessage(
            "not well-formed XML at line 2, column 12 (byte 31): the encoding \""
                + shown
                + "\" is unknown here; send UTF-8");
    assertThat(refusal.faultCode()).isEqualTo(FaultCodes.UNSUPPORTED_ENCODING);
  }

  @ParameterizedTest
  @CsvSource({
    "US-ASCII, C3A9, 0",
    "US-ASCII, 6180, 1",
    "windows-1252, 6181, 1",
    "Shift_JIS, 618F, 1",
    "EUC-JP, 61A4, 1",
    "GB18030, 6161FF, 2"
  })
  void bytesThatAreNotInTheirEncodingAreRefused(String encoding, String hex, int offset) {
    String declaration = "<?xml version='1.0' encoding='" + encoding + "'?>";
    byte[] text = HexFormat.of().parseHex(hex);
    byte[] document = encoded("", declaration + CALL.formatted("@"), "US-ASCII");
    int at = declaration.length() + 54 + 7;
    byte[] spoilt = replaced(document, at, text);
    assertRefused(
        spoilt,
        "line 2, column " + (8 + offset) + " (byte " + (at + offset) + ")",
        "the bytes are not " + Charset.forName(encoding).name());
  }

  @Test
  void halvesOfSurrogatePairsAreRefused() {
    byte[] utf16 = encoded("FEFF", CALL.formatted("é😀@"), "UTF-16BE");
    int at = 2 + 2 * (54 + 7 + 3);
    assertRefused(
        replacedWide(utf16, at, "D800"),
        "line 2, column 10 (byte " + at + ")",
        "the bytes are not UTF-16BE");
    byte[] utf32 = encoded("", CALL.formatted("é😀@"), "UTF-32BE");
    int wide = 4 * (54 + 7 + 2);
    assertRefused(
        replacedWide(utf32, wide, "0000D800"),
        "line 2, column 10 (byte " + wide + ")",
        "the bytes are not UTF-32BE");
    assertRefused(
        replacedWide(utf32, wide, "00110000"),
        "line 2, column 10 (byte " + wide + ")",
        "the bytes are not UTF-32BE");
  }

  @Test
  void halfACharacterAtTheEndIsRefused() {
    byte[] utf16 = encoded("", CALL.formatted("x"), "UTF-16LE");
    byte[] cut = Arrays.copyOf(utf16, utf16.length - 1);
    assertRefused(
        cut, "line 2, column 46 (byte " + (utf16.length - 2) + ")", "the bytes are not UTF-16LE");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, FFFE, 2, 2, né€",
    "UTF-16BE, '', 0, 2, né€",
    "UTF-32LE, FFFE0000, 4, 4, né€",
    "ISO-8859-1, '', 0, 1, né÷",
    "Shift_JIS, '', 0, 1, nab"
  })
  void placesAreThoseOfTheDocumentAsItCame(
      String encoding, String mark, int markLength, int width, String text) {
    String declaration = mark.isEmpty() && width == 1 ? declaration(encoding) : "";
    String value = text + "<int>x</int>";
    byte[] document = encoded(mark, declaration + CALL.formatted(value), encoding);
    int before = declaration.length() + 54 + 7;
    assertThat(Wire.refusal(document, Dialect.LENIENT))
        .hasMessage(
            "not XML-RPC at line 2, column 8 (byte "
                + (markLength + width * before)
                + "): text stands beside the type element"
                + " (Deviation.TEXT_AROUND_TYPED_VALUE accepts it)");
    byte[] other =
        encoded(mark, declaration + CALL.formatted("<string>" + text + "&x;</string>"), encoding);
    assertRefused(
        other,
        "line 2, column 19 (byte " + (markLength + width * (before + 8 + 3)) + ")",
        "the entity &x; is not one of XML's own five");
  }

  @Test
  void aPlaceBehindCharactersOfSeveralBytesCountsThemAll() {
    byte[] shiftJis = encoded("", declaration("Shift_JIS") + CALL.formatted("コスメ&x;"), "Shift_JIS");
    int at = declaration("Shift_JIS").length() + 54 + 7 + 6;
    assertRefused(
        shiftJis,
        "line 2, column 11 (byte " + at + ")",
        "the entity &x; is not one of XML's own five");
    byte[] utf16 = encoded("FFFE", CALL.formatted("😀😀&x;"), "UTF-16LE");
    assertRefused(
        utf16,
        "line 2, column 10 (byte " + (2 + 2 * (54 + 7 + 4)) + ")",
        "the entity &x; is not one of XML's own five");
    assertRefused(
        Wire.utf8(CALL.formatted("é€😀&x;")),
        "line 2, column 11 (byte " + (54 + 7 + 9) + ")",
        "the entity &x; is not one of XML's own five");
  }

  @Test
  void linesEndWithAnyOfThree() {
    assertThat(Wire.refusal(Wire.utf8("\n\r\n\r<methodCall>\r\r\n <x/>"), Dialect.LENIENT))
        .hasMessage(
            "not XML-RPC at line 6, column 2 (byte 20): <x> where <methodName> should stand");
  }

  @Test
  void aDocumentMayBePartOfAnArray() {
    byte[] document = Wire.utf8(CALL.formatted("<int>x</int>"));
    byte[] larger = new byte[document.length + 20];
    System.arraycopy(document, 0, larger, 7, document.length);
    for (ByteBuffer buffer :
        List.of(
            ByteBuffer.wrap(larger, 7, document.length),
            ByteBuffer.wrap(larger).slice(7, document.length))) {
      DocumentReader in = DocumentReader.of(buffer, null, Dialect.LENIENT, Limits.DEFAULT);
      assertThat(in.beginCall()).isEqualTo("m");
      assertThat(in.nextParam()).isTrue();
      assertThat(catchThrowable(in::readInt))
          .hasMessage("not XML-RPC at line 2, column 13 (byte 66): \"x\" is no integer");
    }
  }

  private static String declaration(String encoding) {
    return "<?xml version='1.0' encoding='" + encoding + "'?>";
  }

  private static byte[] encoded(String mark, String text, String encoding) {
    byte[] first = HexFormat.of().parseHex(mark);
    byte[] rest = text.getBytes(Charset.forName(encoding));
    byte[] all = Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }

  /** The bytes with others in the place of one. */
  private static byte[] replaced(byte[] bytes, int at, byte[] by) {
    ByteBuffer all = ByteBuffer.allocate(bytes.length - 1 + by.length);
    all.put(bytes, 0, at).put(by).put(bytes, at + 1, bytes.length - at - 1);
    return all.array();
  }

  private static byte[] replacedWide(byte[] bytes, int at, String hex) {
    byte[] copy = bytes.clone();
    byte[] by = HexFormat.of().parseHex(hex);
    System.arraycopy(by, 0, copy, at, by.length);
    return copy;
  }

  private static Value read(byte[] document, Charset charset) {
    DocumentReader in =
        DocumentReader.of(ByteBuffer.wrap(document), charset, Dialect.STRICT, Limits.DEFAULT);
    return MethodCall.read(in).params().get(0);
  }

  private static void assertRefused(byte[] document, String place, String problem) {
    assertThat(Wire.refusal(document, Wire.ALL))
        .isInstanceOf(NotWellFormedException.class)
        .hasMessage("not well-formed XML at " + place + ": " + problem)
        .extracting(WireException::faultCode)
        .isEqualTo(
            problem.startsWith("the entity")
                ? FaultCodes.NOT_WELL_FORMED
                : FaultCodes.INVALID_CHARACTER);
  }
}
