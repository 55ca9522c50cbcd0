package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Limits and dialects as values. */
class OptionsTest {
  private record Knob(
      String name, IntFunction<Limits> with, ToIntFunction<Limits> value, int standard) {}

  private static final List<Knob> KNOBS =
      List.of(
          new Knob(
              "maxDocumentBytes",
              Limits.DEFAULT::withMaxDocumentBytes,
              Limits::maxDocumentBytes,
              33_554_432),
          new Knob(
              "maxExpansionRatio",
              Limits.DEFAULT::withMaxExpansionRatio,
              Limits::maxExpansionRatio,
              100),
          new Knob("maxDepth", Limits.DEFAULT::withMaxDepth, Limits::maxDepth, 64),
          new Knob("maxValues", Limits.DEFAULT::withMaxValues, Limits::maxValues, 2_000_000),
          new Knob(
              "maxStringLength",
              Limits.DEFAULT::withMaxStringLength,
              Limits::maxStringLength,
              16_777_216),
          new Knob(
              "maxNameLength", Limits.DEFAULT::withMaxNameLength, Limits::maxNameLength, 1_024),
          new Knob(
              "maxNumberLength",
              Limits.DEFAULT::withMaxNumberLength,
              Limits::maxNumberLength,
              1_000),
          new Knob("maxCalls", Limits.DEFAULT::withMaxCalls, Limits::maxCalls, 1_000));

  @Test
  void eachLimitIsSetByItself() {
    for (Knob knob : KNOBS) {
      assertThat(knob.value.applyAsInt(Limits.DEFAULT)).as(knob.name).isEqualTo(knob.standard);
      Limits changed = knob.with.apply(7);
      for (Knob other : KNOBS) {
        assertThat(other.value.applyAsInt(changed))
            .as("%s after %s", other.name, knob.name)
            .isEqualTo(other.name.equals(knob.name) ? 7 : other.standard);
      }
    }
  }

  @Test
  void aLimitCannotBeSwitchedOff() {
    for (Knob knob : KNOBS) {
      for (int none : new int[] {0, -1, Integer.MIN_VALUE}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> knob.with.apply(none))
            .withMessage(knob.name + ": " + none + " (expected: > 0)");
      }
    }
  }

  @Test
  void theDepthIsOneThatAStackCanHold() {
    assertThat(Limits.DEFAULT.withMaxDepth(500).maxDepth()).isEqualTo(500);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.DEFAULT.withMaxDepth(501))
        .withMessage("maxDepth: 501 (expected: <= 500)");
  }

  @Test
  void aDialectIsMadeFromAnother() {
    Dialect dialect =
        Dialect.STRICT
            .named("ours")
            .accepting(Deviation.NIL, Deviation.I8)
            .accepting(Deviation.ATTRIBUTE)
            .refusing(Deviation.I8)
            .writing(Extension.NIL)
            .writing(Extension.I8)
            .laidOut(Layout.COMPACT);
    assertThat(dialect)
        .isEqualTo(
            new Dialect(
                "ours",
                Set.of(Deviation.NIL, Deviation.ATTRIBUTE),
                Set.of(Extension.NIL, Extension.I8),
                Layout.COMPACT));
    assertThat(dialect.accepts(Deviation.NIL)).isTrue();
    assertThat(dialect.accepts(Deviation.I8)).isFalse();
    assertThat(dialect.writes(Extension.I8)).isTrue();
    assertThat(dialect.writes(Extension.BIGDECIMAL)).isFalse();
    assertThat(Dialect.STRICT).isEqualTo(new Dialect("strict", Set.of(), Set.of(), Layout.LINES));
    assertThat(Dialect.LENIENT.name()).isEqualTo("lenient");
    assertThat(Dialect.LENIENT.writes()).isEmpty();
  }
}
