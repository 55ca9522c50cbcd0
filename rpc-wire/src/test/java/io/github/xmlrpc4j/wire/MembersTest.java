package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The members of a struct, few or many, as a map. */
class MembersTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 8, 9, 10, 100})
  void membersAreAMapInTheirOrder(int count) {
    Map<String, Value> expected = expected(count);
    Map<String, Value> members =
        ((Value.Struct) Wire.read(document(count), Dialect.LENIENT)).members();
    assertThat(members).isEqualTo(expected).hasSameHashCodeAs(expected).hasSize(count);
    assertThat(expected).isEqualTo(members);
    assertThat(new ArrayList<>(members.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
    assertThat(new ArrayList<>(members.values())).isEqualTo(new ArrayList<>(expected.values()));
    List<String> visited = new ArrayList<>();
    members.forEach((name, value) -> visited.add(name + value));
    assertThat(visited).hasSize(count).doesNotHaveDuplicates();
    expected.forEach((name, value) -> assertThat(members.get(name)).isEqualTo(value));
    assertThat(members.containsKey("m" + count)).isFalse();
    assertThat(members.get("m" + count)).isNull();
    assertThat(members.containsKey(null)).isFalse();
    assertThat(new Value.Struct(expected).members()).isEqualTo(members);
    assertThat(new Value.Struct(new HashMap<>(expected))).isEqualTo(new Value.Struct(members));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9})
  void nobodyChangesThem(int count) {
    Map<String, Value> members =
        ((Value.Struct) Wire.read(document(count), Dialect.LENIENT)).members();
    Value value = Value.of(1);
    assertThatThrownBy(() -> members.put("m0", value))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> members.remove("m0"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(members::clear).isInstanceOf(UnsupportedOperationException.class);
    Iterator<Map.Entry<String, Value>> entries = members.entrySet().iterator();
    Map.Entry<String, Value> first = entries.next();
    assertThatThrownBy(() -> first.setValue(value))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(entries::remove).isInstanceOf(UnsupportedOperationException.class);
    for (int i = 1; i < count; i++) {
      assertThat(entries.next().getKey()).isEqualTo("m" + i);
    }
    assertThat(entries.hasNext()).isFalse();
    assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aChangedMapChangesNoStruct() {
    Map<String, Value> map = expected(3);
    Value.Struct struct = new Value.Struct(map);
    map.put("m0", Value.of("other"));
    assertThat(struct.get("m0")).isEqualTo(Value.of(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 9, 12})
  void theLastOfOneNameCountsInThePlaceOfTheFirst(int count) {
    String twice = document(count).replace("</struct>", member("m0", 77) + "</struct>");
    Map<String, Value> expected = expected(count);
    expected.put("m0", Value.of(77));
    Map<String, Value> members = ((Value.Struct) Wire.read(twice, Dialect.LENIENT)).members();
    assertThat(members).isEqualTo(expected);
    assertThat(members.keySet().iterator().next()).isEqualTo("m0");
  }

  @Test
  void aStructIsItselfWhateverTheOneBeforeWas() {
    List<String> shapes =
        List.of(
            "a b c",
            "a b c",
            "a b",
            "a b c d",
            "b a c",
            "",
            "a b c",
            "a b x",
            "c",
            "a b c a",
            "b b",
            "a b c b",
            "a b c d e f g h",
            "a b c d e f g h",
            "a b c d e f g h i",
            "a b c d e f g h",
            "a b c d e f g x",
            "a b c d e f g h a");
    for (String before : shapes) {
      for (String after : shapes) {
        String both = struct(before, 0) + struct(after, 100);
        Value read =
            Wire.read("<value><array><data>" + both + "</data></array></value>", Dialect.LENIENT);
        assertThat(read)
            .as("%s, then %s", before, after)
            .isEqualTo(Value.Array.of(expected(before, 0), expected(after, 100)));
        Value.Struct last = (Value.Struct) ((Value.Array) read).values().get(1);
        assertThat(new ArrayList<>(last.members().keySet()))
            .isEqualTo(new ArrayList<>(expected(after, 100).members().keySet()));
      }
    }
  }

  private static String struct(String names, int first) {
    StringBuilder struct = new StringBuilder("<value><struct>");
    int number = first;
    for (String name : names.split(" ", 0)) {
      struct.append(name.isEmpty() ? "" : member(name, number++));
    }
    return struct.append("</struct></value>").toString();
  }

  private static Value.Struct expected(String names, int first) {
    Map<String, Value> members = new LinkedHashMap<>();
    int number = first;
    for (String name : names.split(" ", 0)) {
      if (!name.isEmpty()) {
        members.put(name, Value.of(number++));
      }
    }
    return new Value.Struct(members);
  }

  private static Map<String, Value> expected(int count) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      members.put("m" + i, Value.of(i));
    }
    return members;
  }

  private static String document(int count) {
    StringBuilder struct = new StringBuilder("<value><struct>");
    for (int i = 0; i < count; i++) {
      struct.append(member("m" + i, i));
    }
    return struct.append("</struct></value>").toString();
  }

  private static String member(String name, int value) {
    return "<member><name>" + name + "</name><value><int>" + value + "</int></value></member>";
  }

  @Test
  @SuppressWarnings({"IdentityHashMapUsage", "StringOperationCanBeSimplified"})
  void aMapThatTellsEqualNamesApartGivesOneMemberOfThem() {
    Map<String, Value> members = new IdentityHashMap<>();
    members.put("a", Value.of(1));
    members.put(new String("a"), Value.of(1));
    assertThat(new Value.Struct(members)).isEqualTo(Value.Struct.empty().with("a", Value.of(1)));
  }
}
