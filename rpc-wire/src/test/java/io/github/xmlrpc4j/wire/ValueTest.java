package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void valuesAreEqualByKindAndContent() {
    assertThat(Value.of(5)).isEqualTo(Value.of(5)).isNotEqualTo(Value.of(5L));
    assertThat(Value.of(0.0)).isNotEqualTo(Value.of(-0.0)).isNotEqualTo(Value.of(0));
    assertThat(Value.of(Double.NaN)).isEqualTo(Value.of(Double.NaN));
    assertThat(Value.of("1")).isNotEqualTo(Value.of(true));
    assertThat(Value.Bytes.of((byte) 1))
        .isEqualTo(Value.Bytes.of((byte) 1))
        .hasSameHashCodeAs(Value.Bytes.of((byte) 1))
        .isNotEqualTo(Value.Bytes.of((byte) 2))
        .isNotEqualTo(Value.of("AQ=="));
    assertThat(Value.nil()).isSameAs(Value.Nil.NIL);
  }

  @Test
  void structsAreEqualInWhateverOrder() {
    Value.Struct ab = Value.Struct.empty().with("a", Value.of(1)).with("b", Value.of(2));
    Value.Struct ba = Value.Struct.empty().with("b", Value.of(2)).with("a", Value.of(1));
    assertThat(ab).isEqualTo(ba).hasSameHashCodeAs(ba);
    assertThat(ab.members().keySet()).containsExactly("a", "b");
    assertThat(ab.with("a", Value.of(3)).members().keySet()).containsExactly("a", "b");
    assertThat(ab.with("a", Value.of(3)).get("a")).isEqualTo(Value.of(3));
    assertThat(ab.get("c")).isNull();
  }

  @Test
  void valuesDoNotChangeWithWhatTheyWereMadeOf() {
    byte[] bytes = {1, 2};
    Value.Bytes value = Value.Bytes.of(bytes);
    bytes[0] = 9;
    value.value()[1] = 9;
    assertThat(value).isEqualTo(Value.Bytes.of((byte) 1, (byte) 2));
    assertThat(value.size()).isEqualTo(2);
    List<Value> list = new ArrayList<>(List.of(Value.of(1)));
    Value.Array array = new Value.Array(list);
    list.add(Value.of(2));
    assertThat(array).containsExactly(Value.of(1));
    Map<String, Value> map = new LinkedHashMap<>(Map.of("a", Value.of(1)));
    Value.Struct struct = new Value.Struct(map);
    map.clear();
    assertThat(struct.members()).containsOnlyKeys("a");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> struct.members().put("b", Value.of(1)));
  }

  @Test
  void readBytesDoNotChangeWithTheDocument() {
    byte[] call = Wire.call("<value><base64>AQI=</base64></value>");
    Value value = Wire.read(call, Dialect.STRICT);
    Arrays.fill(call, (byte) 'x');
    assertThat(value).isEqualTo(Value.Bytes.of((byte) 1, (byte) 2));
  }

  @Test
  void thereIsNoNullInAValue() {
    Map<String, Value> map = new HashMap<>();
    map.put("a", null);
    assertThatNullPointerException()
        .isThrownBy(() -> new Value.Struct(map))
        .withMessage("member value");
    assertThatNullPointerException().isThrownBy(() -> Value.of((String) null)).withMessage("value");
    assertThatNullPointerException()
        .isThrownBy(() -> new MethodResponse.Success(null))
        .withMessage("value");
    assertThatNullPointerException().isThrownBy(() -> WireReader.of(null)).withMessage("value");
    assertThatNullPointerException()
        .isThrownBy(() -> new MethodCall(null, List.of()))
        .withMessage("methodName");
    assertThatNullPointerException()
        .isThrownBy(() -> new WireWriter(null, Limits.DEFAULT))
        .withMessage("dialect");
    assertThatNullPointerException()
        .isThrownBy(() -> new WireWriter(Dialect.STRICT, null))
        .withMessage("limits");
    assertThatNullPointerException()
        .isThrownBy(() -> DocumentReader.of(new byte[1], null, Limits.DEFAULT))
        .withMessage("dialect");
    assertThatNullPointerException()
        .isThrownBy(() -> DocumentReader.of(new byte[1], Dialect.STRICT, null))
        .withMessage("limits");
  }

  @Test
  void bytesAreShownByTheirBase64OrTheirNumber() {
    assertThat(Value.Bytes.of(new byte[32])).hasToString("Bytes[" + "A".repeat(43) + "=]");
    assertThat(Value.Bytes.of(new byte[33])).hasToString("Bytes[33 bytes]");
  }

  @Test
  void aKindHasTheNameOfItsElement() {
    assertThat(Arrays.stream(Kind.values()).map(Kind::typeName))
        .containsExactly(
            "int",
            "i8",
            "boolean",
            "double",
            "bigdecimal",
            "string",
            "dateTime.iso8601",
            "base64",
            "array",
            "struct",
            "nil");
  }
}
