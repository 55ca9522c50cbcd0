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
