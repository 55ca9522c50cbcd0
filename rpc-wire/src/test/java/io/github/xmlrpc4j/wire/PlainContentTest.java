package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The short ways through a document: what they take, they take to the last byte, and of what they
 * do not take, they consume nothing. Readers would mean the same without them, and be slower.
 */
class PlainContentTest {
  private static final String START_TAG = "<name>";

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "9, 9",
    "-1, -1",
    "007, 7",
    "1234567890, 1234567890",
    "999999999999999999, 999999999999999999",
    "-999999999999999999, -999999999999999999"
  })
  void anIntegerOfUpToEighteenDigitsIsTaken(String content, long number) {
    assertThat(taken(content, PlainContent::integer)).isEqualTo(number);
    assertThat(scanner(content + "</", 1).plainInteger()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "+1", "--1", "1-", " 1", "1 ", "1/", "1:", "1a", "1000000000000000000"})
  void anyOtherIntegerIsLeft(String content) {
    assertThat(left(content, PlainContent::integer)).isEqualTo(PlainContent.NO_INTEGER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "9",
        "-0",
        "1.5",
        "-12.214",
        "0.1",
        "00.50",
        "123456789012345",
        "1.23456789012345",
        "12345678901234.5",
        "999999999999999"
      })
  void aDecimalOfUpToFifteenDigitsIsTaken(String content) {
    double number = Double.parseDouble(content);
    assertThat(taken(content, PlainContent::decimal)).isEqualTo(number);
    assertThat(scanner(content + "</", 1).plainDecimal()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        ".5",
        "-.5",
        "5.",
        "1..5",
        "1.5.",
        "1.5.5",
        "+1.5",
        "1e5",
        "1.5/",
        "1.5:",
        "1/5",
        "1234567890123456",
        "1.234567890123456",
        "123456789012345.6"
      })
  void anyOtherDecimalIsLeft(String content) {
    assertThat(left(content, PlainContent::decimal)).isEqualTo(Double.NaN);
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "eQ==, y", "eW8=, yo", "eW91, you", "eW91IGNhbg==, you can"})
  void base64OfUpToTheLimitIsTaken(String content, String bytes) {
    int length = bytes.length();
    assertThat(taken(content, in -> PlainContent.base64(in, length))).isEqualTo(Wire.utf8(bytes));
    assertThat(scanner(content + "</", 1).plainBase64(length)).isEqualTo(Wire.utf8(bytes));
    if (length > 0) {
      assertThat(left(content, in -> PlainContent.base64(in, length - 1))).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "eQ", "eQ=", "eW9", "eW91e", "eW8==", "eW9*", "eW8=eW8=", " eW8="})
  void anyOtherBase64IsLeft(String content) {
    assertThat(left(content, in -> PlainContent.base64(in, 100))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a-name", "with blanks ", "of more than eight bytes"})
  void aNameOfAsciiUpToTheLimitIsTaken(String name) {
    NameCache names = new NameCache();
    int length = name.length();
    assertThat(taken(name, in -> PlainContent.name(in, names, length))).isEqualTo(name);
    assertThat(scanner(name + "</", 1).plainName(names, length)).isEqualTo(name);
    if (length > 0) {
      assertThat(left(name, in -> PlainContent.name(in, names, length - 1))).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "a&lt;", "a]", "a<!-- -->", "a<b"})
  void anyOtherNameIsLeft(String name) {
    NameCache names = new NameCache();
    assertThat(left(name, in -> PlainContent.name(in, names, 100))).isNull();
  }

  @Test
  void namesThatTakeTurnsAreStillOneStringEach() {
    NameCache names = new NameCache();
    byte[] bytes = Wire.utf8("abaabba</name>");
    String a = names.get(bytes, 0, 1);
    String b = names.get(bytes, 1, 2);
    String aa = names.get(bytes, 2, 4);
    String bb = names.get(bytes, 4, 6);
    assertThat(names.get(bytes, 6, 7)).isEqualTo("a").isSameAs(a);
    assertThat(names.get(bytes, 1, 2)).isEqualTo("b").isSameAs(b);
    assertThat(names.get(bytes, 2, 4)).isEqualTo("aa").isSameAs(aa);
    assertThat(names.get(bytes, 4, 6)).isEqualTo("bb").isSameAs(bb);
  }

  @ParameterizedTest
  @EnumSource(Tag.class)
  void aTagIsTaken(Tag tag) {
    String start = "<" + tag.text + ">";
    String end = "</" + tag.text + ">";
    // Behind it stands a word's worth, and before it there may be blanks.
    String document = " \r\n\t" + start + "\n " + end + "12345678";
    Scanner scanner = scanner(document, 1);
    assertThat(scanner.tryOpen(tag)).isTrue();
    assertThat(scanner.offset()).isEqualTo(4 + start.length());
    assertThat(scanner.depth()).isEqualTo(1);
    assertThat(scanner.tryClose(tag)).isTrue();
    assertThat(scanner.offset()).isEqualTo(6 + start.length() + end.length());
    assertThat(scanner.depth()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Tag.class)
  void aTagThatDiffersInOneCharacterIsLeft(Tag tag) {
    String start = "<" + tag.text + ">";
    for (int i = 0; i < start.length(); i++) {
      String other = start.substring(0, i) + '_' + start.substring(i + 1);
      Scanner scanner = scanner(other + "12345678", 1);
      assertThat(scanner.tryOpen(tag)).as(other).isFalse();
      assertThat(scanner.tryOpenType()).as(other).isNull();
      assertThat(scanner.offset()).isZero();
      assertThat(scanner.depth()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"INT", "I4", "I8", "BOOLEAN", "STRING", "DOUBLE", "DATE_TIME_ISO8601"})
  void aValueWithItsTypeIsTaken(Tag type) {
    String start = " <value><" + type.text + ">";
    String end = "</" + type.text + "></value>";
    Scanner scanner = scanner(start + end + "12345678", 1);
    assertThat(scanner.tryOpenValue()).isEqualTo(type);
    assertThat(scanner.offset()).isEqualTo(start.length());
    assertThat(scanner.depth()).isEqualTo(2);
    assertThat(scanner.tryCloseValue(Tag.NIL)).isFalse();
    assertThat(scanner.tryCloseValue(type)).isTrue();
    assertThat(scanner.offset()).isEqualTo(start.length() + end.length());
    assertThat(scanner.depth()).isZero();
  }

  @Test
  void aTagIsTakenUpToTheDocumentsLastByte() {
    Scanner last = scanner("<struct>", 1);
    assertThat(last.tryOpen(Tag.STRUCT)).isTrue();
    Scanner scanner = scanner("<struct></struct>", 1);
    assertThat(scanner.tryOpen(Tag.STRUCT)).isTrue();
    assertThat(scanner.tryClose(Tag.STRUCT)).isTrue();
    Scanner eight = scanner("<value></value>", 1);
    assertThat(eight.tryOpen(Tag.VALUE)).isTrue();
    assertThat(eight.tryClose(Tag.VALUE)).isTrue();
    Scanner cut = scanner("<struct></struct", 1);
    assertThat(cut.tryOpen(Tag.STRUCT)).isTrue();
    assertThat(cut.tryClose(Tag.STRUCT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<valuf></value>",
        "<value ></value>",
        "<ex:value></ex:value>",
        "value></value>",
        "</value>"
      })
  void anyOtherStartTagIsLeft(String document) {
    Scanner scanner = scanner(document + "12345678", 1);
    assertThat(scanner.tryOpen(Tag.VALUE)).isFalse();
    assertThat(scanner.offset()).isZero();
    assertThat(scanner.depth()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"</valuf>", "</value >", "</ex:value>", "<value>", "</values>"})
  void anyOtherEndTagIsLeft(String end) {
    Scanner scanner = scanner("<value>" + end + "12345678", 1);
    assertThat(scanner.tryOpen(Tag.VALUE)).isTrue();
    assertThat(scanner.tryClose(Tag.VALUE)).isFalse();
    assertThat(scanner.offset()).isEqualTo(7);
    assertThat(scanner.depth()).isEqualTo(1);
  }

  @Test
  void soManyElementsAreOpenedAndNotOneMore() {
    Scanner scanner = scanner("<value>".repeat(100), 3);
    for (int i = 0; i < 3 * 4 + 16; i++) {
      assertThat(scanner.tryOpen(Tag.VALUE)).isTrue();
    }
    assertThat(scanner.tryOpen(Tag.VALUE)).isFalse();
    assertThat(scanner.depth()).isEqualTo(28);
  }

  /** Nothing stands inside an element that its own start tag closed, whatever follows it. */
  @Test
  void whatFollowsAnEmptyElementIsNotItsContent() {
    assertRefused("<boolean/>1</boolean>", 18, "\"\" is no boolean");
    assertRefused("<double/>1.5</double>", 17, "\"\" is no number");
    assertRefused(
        "<struct><member><name/>a</name><value/></member></struct>",
        31,
        "text where <value> should stand");
    assertRefused(
        "<struct><member/><name>a</name><value/></member></struct>",
        25,
        "the end of <member> without <name>");
    for (String element : new String[] {"<int/>5</int>", "<base64/>eW91</base64>"}) {
      assertThat(Wire.refusal("<value>" + element + "</value>", Wire.ALL))
          .isInstanceOf(NotWellFormedException.class)
          .hasMessageEndingWith("does not close <value> of line 2");
    }
  }

  @Test
  void aRunOfPlainCharactersEndsWhereOneNeedsALook() {
    for (String special : new String[] {"<", "&", "]", "\r", "\u0001", "\u001f", "\0", "é", "😀"}) {
      for (int before = 0; before < 20; before++) {
        for (int behind = 0; behind < 20; behind++) {
          String text = "~".repeat(before) + special + "x".repeat(behind);
          assertThat(CharacterData.plainRun(cursor(text), 0)).as(text).isEqualTo(before);
        }
      }
    }
  }

  @Test
  void aRunOfPlainCharactersMayLastToTheEnd() {
    String plain = "\t\n !\"'/;=>@AZ[\\^_`az{|}~\u007f";
    for (int from = 0; from < plain.length(); from++) {
      String text = plain.substring(from) + plain.substring(0, from);
      assertThat(CharacterData.plainRun(cursor(text), 0)).isEqualTo(text.length());
      assertThat(CharacterData.plainRun(cursor(text), from)).isEqualTo(text.length());
    }
  }

  @Test
  void aWordMarksTheFirstByteThatNeedsALookWhateverStandsBehindIt() {
    for (int first = 0; first < 256; first++) {
      for (int second = 0; second < 256; second++) {
        assertMarks(first, 0, second, 1);
        assertMarks(first, 2, second, 7);
        assertMarks(first, 6, second, 7);
      }
    }
  }

  private static void assertMarks(int first, int at, int second, int behind) {
    byte[] word = Wire.utf8("aaaaaaaa");
    word[at] = (byte) first;
    word[behind] = (byte) second;
    long marks = Words.special(Words.at(word, 0));
    if (needsLook(first)) {
      assertThat(Words.first(marks)).isEqualTo(at);
    } else if (needsLook(second)) {
      assertThat(Words.first(marks)).isEqualTo(behind);
    } else {
      assertThat(marks).isZero();
    }
  }

  private static boolean needsLook(int b) {
    return "<&]".indexOf(b) >= 0 || b >= 128 || b < ' ';
  }

  @Test
  void aPlainByteIsOneThatEndsNoRun() {
    for (int b = 0; b < 256; b++) {
      assertThat(XmlChars.isPlain((byte) b)).isEqualTo(!needsLook(b) || b == '\t' || b == '\n');
    }
  }

  @Test
  void aRunGoesOnBehindLineFeedsAndTabs() {
    for (String blank : List.of("\n", "\t", "\n\t", "\t\t\t\t\n\n\n\n")) {
      for (int before = 0; before < 10; before++) {
        for (int behind = 0; behind < 10; behind++) {
          String run = "a".repeat(before) + blank + "b".repeat(behind);
          assertThat(CharacterData.plainRun(cursor(run + "<ccccccc"), 0)).isEqualTo(run.length());
          assertThat(CharacterData.plainRun(cursor(run + "\u001f"), 0)).isEqualTo(run.length());
        }
      }
    }
  }

  @Test
  void aWordHoldsTheFirstEightCharactersOfAText() {
    assertThat(Words.of("")).isZero();
    assertThat(Words.of("ab")).isEqualTo(0x6261);
    assertThat(Words.of("abcdefgh")).isEqualTo(0x6867666564636261L);
    assertThat(Words.of("abcdefghi")).isEqualTo(Words.of("abcdefgh"));
    assertThat(Words.mask(0)).isZero();
    assertThat(Words.mask(1)).isEqualTo(0xFF);
    assertThat(Words.mask(7)).isEqualTo(0xFFFFFFFFFFFFFFL);
    assertThat(Words.mask(8)).isEqualTo(-1);
    assertThat(Words.mask(9)).isEqualTo(-1);
  }

  @Test
  void anyCharacterBeyondAsciiIsDecodedIfAllOfItIsThere() {
    for (int c = 0x80; c <= Character.MAX_CODE_POINT; c += c < 0x1000 ? 1 : 13) {
      if (c < 0xD800 || c > 0xDFFF) {
        byte[] bytes = Wire.utf8(Character.toString(c));
        int length = bytes.length;
        assertThat(Utf8.decode(bytes, 0, length)).isEqualTo(c);
        assertThat(Utf8.decode(bytes, 0, length - 1)).isEqualTo(-1);
        assertThat(Utf8.length(c)).isEqualTo(length);
      }
    }
  }

  @Test
  void fourBytesBeginWithTheCharacterThatTheyDoByThemselves() {
    List<String> others = new ArrayList<>();
    for (int bytes = 0x80; bytes < 0x1000000; bytes += (bytes & 0xFF) == 0xFF ? 0x81 : 1) {
      byte[] document = {(byte) bytes, (byte) (bytes >> 8), (byte) (bytes >> 16), 'a'};
      int c = Utf8.decode(document, 0, 3);
      int expected = XmlChars.isChar(c) ? c : -1;
      if (Utf8.decode(bytes | 'a' << 24) != expected) {
        others.add(Integer.toHexString(bytes));
      }
    }
    assertThat(others).isEmpty();
  }

  private static void assertRefused(String element, int column, String problem) {
    assertThat(Wire.refusal("<value>" + element + "</value>", Wire.ALL))
        .hasMessage("not XML-RPC at line 2, column %d (byte %d): %s", column, 53 + column, problem);
  }

  private static Scanner scanner(String document, int maxDepth) {
    return new Scanner(cursor(document), Limits.DEFAULT.withMaxDepth(maxDepth));
  }

  private static Source source(String document) {
    byte[] bytes = Wire.utf8(document);
    return Source.of(bytes, 0, bytes.length, null);
  }

  private static Cursor cursor(String document) {
    return new Cursor(source(document));
  }

  /** What is made of the content before an end tag, to the beginning of which the cursor moves. */
  private static Object taken(String content, Function<Cursor, ?> reading) {
    assertThat(left(content, reading, "<")).isEqualTo(left(content, reading, ""));
    Cursor in = cursorBehindStartTag(content + "</");
    Object result = reading.apply(in);
    assertThat(in.pos).isEqualTo(START_TAG.length() + content.length());
    return result;
  }

  /** What is made of the content before an end tag, of which nothing is consumed. */
  private static Object left(String content, Function<Cursor, ?> reading) {
    return left(content, reading, "</");
  }

  private static Object left(String content, Function<Cursor, ?> reading, String behind) {
    Cursor in = cursorBehindStartTag(content + behind);
    Object result = reading.apply(in);
    assertThat(in.pos).isEqualTo(START_TAG.length());
    return result;
  }

  private static Cursor cursorBehindStartTag(String document) {
    Cursor in = cursor(START_TAG + document);
    in.pos = START_TAG.length();
    return in;
  }
}
