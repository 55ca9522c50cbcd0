package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structs that are like the ones before them, or nearly. */
class MembersInTurnTest {
  private static final List<String> NAMES =
      List.of(
          "a",
          "ab",
          "abc",
          "b",
          "b&#99;",
          "",
          "x".repeat(80),
          "x".repeat(81),
          "é",
          "sixteen.letters.");

  private static final List<String> GAPS = List.of("", "\n", "\n", "\r\n", "  ", "<!-- <name> -->");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void structsThatResembleEachOtherAreReadAsTheyAre(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    List<Value> expected = new ArrayList<>();
    List<String> names = List.of("a", "ab");
    String gap = "";
    for (int row = 0; row < 2_000; row++) {
      if (random.nextInt(4) == 0) {
        names =
            random
                .ints(random.nextInt(5), 0, NAMES.size())
                .distinct()
                .mapToObj(NAMES::get)
                .toList();
      }
      if (random.nextInt(6) == 0) {
        gap = GAPS.get(random.nextInt(GAPS.size()));
      }
      Map<String, Value> members = new LinkedHashMap<>();
      text.append("<value><struct>");
      for (String name : names) {
        int number = random.nextInt(1_000);
        text.append(gap).append("<member>").append(gap);
        text.append("<name>").append(name).append("</name>").append(gap);
        text.append("<value><int>").append(number).append("</int></value></member>");
        members.put(name.replace("&#99;", "c"), Value.of(number));
      }
      text.append("</struct></value>");
      expected.add(new Value.Struct(members));
    }
    String rows = "<value><array><data>" + text + "</data></array></value>";
    assertThat(Wire.read(rows, Dialect.LENIENT)).isEqualTo(new Value.Array(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"</int>", "</value>", "</member>", "</name>", "</struct>"})
  void endTagsWithBlanksCloseWhatWasKnown(String end) {
    String row =
        "<value><struct><member><name>a</name><value><int>1</int></value></member></struct></value>"
            .replace(end, end.replace(">", " \n>"));
    String rows = "<value><array><data>" + row.repeat(5) + "</data></array></value>";
    Value one = new Value.Struct(Map.of("a", Value.of(1)));
    assertThat(Wire.read(rows, Dialect.LENIENT))
        .isEqualTo(new Value.Array(Collections.nCopies(5, one)));
  }

  private static final List<String> SCALARS =
      List.of(
          "<value><int>7</int></value>",
          "<value><int> 7</int></value>",
          "<value><i4>-12</i4></value>",
          "<value><i8>5000000000</i8></value>",
          "<value><string>text</string></value>",
          "<value><string>a &amp; é</string ></value>",
          "<value>untyped</value>",
          "<value/>",
          "<value><string/></value>",
          "<value><nil/></value>",
          "<value><double>1.5</double></value>",
          "<value><boolean>1</boolean></value >",
          "<value><array><data><value><int>1</int></value></data></array></value>",
          "<value><struct><member><name>a</name><value><int>2</int></value></member></struct></value>");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void valuesOfOtherTypesThanBeforeAreReadAsTheyAre(int seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    String[] values = {SCALARS.get(0), SCALARS.get(4), SCALARS.get(10)};
    String[] gaps = {"\n", "\n", "\n", "\n"};
    for (int row = 0; row < 1_000; row++) {
      if (random.nextInt(3) == 0) {
        values[random.nextInt(values.length)] = SCALARS.get(random.nextInt(SCALARS.size()));
      }
      if (random.nextInt(8) == 0) {
        gaps[random.nextInt(gaps.length)] = GAPS.get(random.nextInt(GAPS.size()));
      }
      StringBuilder members = new StringBuilder();
      for (int i = 0; i < values.length; i++) {
        String name = random.nextInt(20) == 0 ? "a" : "abc".substring(i, i + 1);
        members.append(gaps[0]).append("<member>").append(gaps[1]);
        members.append("<name>").append(name).append("</name>").append(gaps[2]);
        members.append(values[i]).append(gaps[3]).append("</member>");
      }
      rows.add("<value><struct>" + members + "</struct></value>");
    }
    List<Value> alone = rows.stream().map(row -> Wire.read(row, Wire.ALL)).toList();
    String all = "<value><array><data>" + String.join("", rows) + "</data></array></value>";
    assertThat(Wire.read(all, Wire.ALL)).isEqualTo(new Value.Array(alone));
  }

  @ParameterizedTest
  @ValueSource(strings = {"b", "a"})
  void aMemberThatComesTwiceIsMetWhereItsValueBegins(String second) {
    String member = "<member><name>%s</name>\n<value><int>1</int></value></member>";
    String row =
        "<value><struct>"
            + member.formatted("a")
            + member.formatted(second)
            + "</struct></value>\n";
    byte[] call = Wire.call("<value><array><data>\n" + row.repeat(5) + "</data></array></value>");
    List<String> places = new ArrayList<>();
    for (int line = 5; second.equals("a") && line < 20; line += 3) {
      int at =
          Wire.HEAD.length() + "<value><array><data>\n".length() + (line - 3) / 3 * row.length();
      int offset = at + row.lastIndexOf("<value>");
      places.add("DUPLICATE_MEMBER at line " + line + ", column 1 (byte " + offset + ")");
    }
    assertThat(Wire.sightings(call, Dialect.LENIENT)).isEqualTo(places);
  }

  @Test
  void aMemberThatDoesNotEndIsRefusedHoweverOftenOthersDid() {
    String member = "<member><name>%s</name><value><int>1</int></value></member>";
    String row = "<struct>" + member.formatted("a") + member.formatted("b") + "</struct>";
    String open = row.replace("</member></struct>", member.formatted("a") + "</member></struct>");
    String rows = ("<value>" + row + "</value>").repeat(5) + "\n<value>" + open + "</value>";
    assertThat(Wire.refusal("<value><array><data>" + rows + "</data></array></value>", Wire.ALL))
        .hasMessageContaining("not XML-RPC at line 3, column " + (8 + open.lastIndexOf("<member>")))
        .hasMessageEndingWith(": <member> where </member> should stand");
  }

  /**
   * Rows of some forms, and among them such as lack a tag or have one twice or at another place.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatComesBehindManyStructsIsReadOrRefusedAsIfItWereAlone(int seed) {
    Random random = new Random(seed);
    int refused = 0;
    for (int table = 0; table < 1_500; table++) {
      List<String> before = new ArrayList<>();
      for (int row = random.nextInt(8); row >= 0; row--) {
        before.addAll(Collections.nCopies(random.nextInt(4), String.join("", row(random))));
      }
      List<String> last = row(random);
      for (int change = random.nextInt(3); change > 0; change--) {
        change(last, random);
      }
      String alone = verdict(List.of(), String.join("", last));
      assertThat(verdict(before, String.join("", last)))
          .as("%s%n%s", before, last)
          .isEqualTo(alone);
      refused += alone.startsWith("Struct") ? 0 : 1;
    }
    assertThat(refused).isBetween(300, 1_300);
  }

  private static List<String> row(Random random) {
    String gap = random.nextBoolean() ? "" : "\n";
    List<String> parts = new ArrayList<>(List.of("<struct>"));
    for (String name : List.of("a", "b").subList(random.nextInt(2), 2)) {
      List<String> value = List.of(gap, "<value>", "<int>", "1", "</int>", "</value>");
      boolean late = random.nextInt(4) == 0;
      parts.addAll(List.of(gap, "<member>"));
      parts.addAll(late ? value : List.of());
      parts.addAll(List.of(gap, "<name>", name, "</name>"));
      parts.addAll(late ? List.of() : value);
      parts.addAll(List.of(gap, "</member>"));
    }
    parts.addAll(List.of(gap, "</struct>"));
    return parts;
  }

  private static void change(List<String> parts, Random random) {
    int at = random.nextInt(parts.size());
    int from = random.nextInt(parts.size());
    int to = Math.min(parts.size(), from + 1 + random.nextInt(4));
    List<String> some = List.copyOf(parts.subList(from, to));
    switch (random.nextInt(3)) {
      case 0 -> parts.remove(at);
      case 1 -> parts.addAll(at, some);
      default -> parts.set(at, some.get(0));
    }
  }

  /** The last of some rows, or why the document is refused but for the place. */
  private static String verdict(List<String> before, String last) {
    StringBuilder rows = new StringBuilder("<value><array><data>");
    before.forEach(row -> rows.append("<value>").append(row).append("</value>"));
    rows.append("<value>").append(last).append("</value></data></array></value>");
    try {
      List<Value> read = ((Value.Array) Wire.read(rows.toString(), Wire.ALL)).values();
      return read.get(read.size() - 1).toString();
    } catch (WireException e) {
      return String.valueOf(e.getMessage())
          .replaceAll("line [0-9]+(, column [0-9]+ \\(byte [0-9]+\\))?", "");
    }
  }

  @Test
  void aNameBehindItsValueIsLearntByNoOther() {
    String value = "<value><int>1</int></value>";
    String b = "<member><name>b</name>" + value + "</member></struct></value>";
    String late = "<value><struct><member>" + value + "<name>a</name></member>" + b;
    String usual = "<value><struct><member><name>a</name>" + value + "</member>" + b;
    String twice = "<value><struct><member><name>a</name>" + value + "<name>a</name></member>" + b;
    String rows = late.repeat(4) + usual.repeat(2);
    Value one = Value.Struct.empty().with("a", Value.of(1)).with("b", Value.of(1));
    assertThat(Wire.read("<value><array><data>" + rows + "</data></array></value>", Wire.ALL))
        .isEqualTo(new Value.Array(Collections.nCopies(6, one)));
    assertThat(
            Wire.refusal(
                "<value><array><data>" + rows + twice + "</data></array></value>", Wire.ALL))
        .hasMessageEndingWith(": <name> where </member> should stand");
  }

  @Test
  void theLimitOfValuesHoldsForThemToo() {
    String row =
        "<value><struct><member><name>a</name><value><int>1</int></value></member></struct></value>";
    byte[] call = Wire.call("<value><array><data>" + row.repeat(5) + "</data></array></value>");
    Limits limits = Limits.DEFAULT.withMaxValues(11);
    assertThat(MethodCall.read(call, Dialect.LENIENT, limits).params()).hasSize(1);
    int at = Wire.HEAD.length() + "<value><array><data>".length() + 4 * row.length();
    int offset = at + row.indexOf("1</int>");
    assertThatThrownBy(
            () -> MethodCall.read(call, Dialect.LENIENT, Limits.DEFAULT.withMaxValues(10)))
        .hasMessage(
            "a document of more than 10 values exceeds the limit of 10 (Limits.maxValues) at line 2,"
                + " column "
                + (offset - Wire.HEAD.length() + 1)
                + " (byte "
                + offset
                + ")");
  }

  @Test
  void nothingBehindTheDocumentCounts() {
    String row =
        "<value><struct><member><name>abc</name><value>1</value></member></struct></value>";
    String rows = "<value><array><data>" + row.repeat(4) + "</data></array></value>";
    byte[] call = Wire.call(rows);
    for (int end = 1; end < call.length; end++) {
      ByteBuffer slice = ByteBuffer.wrap(call, 0, end);
      byte[] copy = Arrays.copyOf(call, end);
      assertThatThrownBy(
              () ->
                  MethodCall.read(DocumentReader.of(slice, null, Dialect.LENIENT, Limits.DEFAULT)))
          .isInstanceOf(NotWellFormedException.class)
          .hasToString(Wire.refusal(copy, Dialect.LENIENT).toString());
    }
  }
}
