package io.github.xmlrpc4j.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectCodecTest {
  enum Color {
    RED {
      @Override
      public String toString() {
        return "the red one";
      }
    }
  }

  record Point(int x, int y) {}

  private static final LocalDateTime LOCAL = LocalDateTime.of(1998, 7, 17, 14, 8, 55);

  @ParameterizedTest
  @EnumSource(Origin.class)
  void anyValueIsReadAsTheNearestClass(Origin origin) {
    assertThat(origin.read(Object.class, Value.of(5))).isEqualTo(5);
    assertThat(origin.read(Object.class, Value.of(5L))).isEqualTo(5L);
    assertThat(origin.read(Object.class, Value.of(true))).isEqualTo(true);
    assertThat(origin.read(Object.class, Value.of(1.5))).isEqualTo(1.5);
    assertThat(origin.read(Object.class, new Value.Decimal(new BigDecimal("0.10"))))
        .isEqualTo(new BigDecimal("0.10"));
    assertThat(origin.read(Object.class, Value.of("x"))).isEqualTo("x");
    assertThat(origin.read(Object.class, Value.Time.of(LOCAL))).isEqualTo(LOCAL);
    assertThat(origin.read(Object.class, Value.Time.of(LOCAL.atOffset(ZoneOffset.UTC))))
        .isEqualTo(LOCAL.atOffset(ZoneOffset.UTC));
    assertThat(origin.read(Object.class, Value.Bytes.of((byte) 1))).isEqualTo(new byte[] {1});
    assertThat(origin.read(Object.class, Value.nil())).isNull();
    Value struct =
        Value.Struct.empty()
            .with("b", Value.Array.of(Value.of(1), Value.nil(), Value.Array.of()))
            .with("a", Value.Struct.empty());
    Map<?, ?> map = (Map<?, ?>) origin.read(Object.class, struct);
    assertThat(map.toString()).isEqualTo("{b=[1, null, []], a={}}");
    assertThat(map.get("b")).isEqualTo(Arrays.asList(1, null, List.of()));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
  }

  @Test
  void anyClassWithACodecIsWritten() {
    assertWritten(5, Value.of(5));
    assertWritten(5L, Value.of(5));
    assertWritten((short) 5, Value.of(5));
    assertWritten(BigInteger.TEN, Value.of(10));
    assertWritten(1.5f, Value.of(1.5));
    assertWritten('c', Value.of("c"));
    assertWritten(CharBuffer.wrap("x"), Value.of("x"));
    assertWritten(Color.RED, Value.of("RED"));
    assertWritten(LOCAL, Value.Time.of(LOCAL));
    assertWritten(new byte[] {1}, Value.Bytes.of((byte) 1));
    assertWritten(new int[] {1}, Value.Array.of(Value.of(1)));
    assertWritten(new Object[] {1, "x"}, Value.Array.of(Value.of(1), Value.of("x")));
    assertWritten(
        new Point(1, 2), Value.Struct.empty().with("x", Value.of(1)).with("y", Value.of(2)));
    assertWritten(Optional.of("x"), Value.of("x"));
    assertWritten(OptionalInt.of(1), Value.of(1));
    assertWritten(Value.of("x"), Value.of("x"));
    for (Object list :
        new Object[] {
          List.of(1, "x"),
          Arrays.asList(1, "x"),
          new CopyOnWriteArrayList<>(List.of(1, "x")),
          Collections.unmodifiableList(Arrays.asList(1, "x")),
          new ArrayDeque<>(List.of(1, "x"))
        }) {
      assertWritten(list, Value.Array.of(Value.of(1), Value.of("x")));
    }
    assertWritten(new TreeSet<>(List.of(2, 1)), Value.Array.of(Value.of(1), Value.of(2)));
    for (Map<String, Object> map :
        List.<Map<String, Object>>of(
            Map.of("a", 1), new TreeMap<>(Map.of("a", 1)), new HashMap<>(Map.of("a", 1)))) {
      assertWritten(map, Value.Struct.empty().with("a", Value.of(1)));
    }
    assertThat(Origin.written(Object.class, null, Origin.ALL)).isEqualTo(Value.nil());
  }

  @Test
  void whatHasNoCodecIsRefusedWithTheWayToIt() {
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(
            () -> Origin.written(Object.class, Map.of("a", List.of(1, Thread.currentThread()))))
        .withMessage(
            "params[0].a[1]: java.lang.Thread has no codec; use a record, or add one with"
                + " Codecs.builder().add(java.lang.Thread.class, codec)");
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(Object.class, Map.of(1, 2)))
        .withMessage("params[0]: a struct's names are strings, not java.lang.Integer");
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(Object.class, Arrays.asList(1, null)))
        .withMessage("params[0][1]: there is no value, and no nil without Extension.NIL");
  }

  @Test
  void anythingMayBeOfAnyKind() {
    assertThat(Codecs.standard().of(Object.class).kind()).isNull();
  }

  private static void assertWritten(Object object, Value value) {
    assertThat(Origin.written(Object.class, object)).isEqualTo(value);
  }
}
