package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is written is read as it was; what would not be is refused. */
class AnyValueTest {
  private static final Extension[] ALL = Extension.values();

  @ParameterizedTest
  @EnumSource(Layout.class)
  void anyValueIsReadAsItWasWrittenOrNotWrittenByAnySetOfExtensions(Layout layout) {
    AtomicInteger written = new AtomicInteger();
    for (int bits = 0; bits < 1 << ALL.length; bits++) {
      Dialect dialect = writing(bits).laidOut(layout);
      new AnyValues(bits)
          .take(250)
          .each(
              value -> {
                if (needs(value, dialect).isEmpty()) {
                  written.incrementAndGet();
                  assertThat(readAsWritten(value, dialect)).isEqualTo(canonical(value, dialect));
                } else {
                  assertRefused(value, dialect);
                }
              });
    }
    assertThat(written.get()).isBetween(16_000, 30_000);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void everyCharacterOfXmlIsReadAsItWasWritten(Layout layout) {
    Dialect dialect = Dialect.STRICT.laidOut(layout);
    int characters = 0;
    for (String text : AnyTexts.everyCharacter()) {
      Value value = Value.Struct.empty().with("text", Value.of(text)).with("more", Value.of(1));
      assertThat(readAsWritten(value, dialect)).isEqualTo(value);
      characters += text.codePointCount(0, text.length());
    }
    assertThat(characters).isEqualTo(0x110000 - 29 - 0x800 - 2);
  }

  @Test
  void aMembersNameMayBeAnyText() {
    new AnyTexts(6)
        .take(5_000)
        .each(
            name -> {
              Value value = Value.Struct.empty().with(name, Value.of(1));
              assertThat(readAsWritten(value, Dialect.STRICT)).isEqualTo(value);
            });
  }

  @Test
  void aFaultsTextMayBeAnyText() {
    new AnyTexts(7)
        .take(5_000)
        .each(
            text -> {
              MethodResponse fault = new MethodResponse.Failure(new Fault(7, text));
              byte[] document = fault.write(Dialect.STRICT, Limits.DEFAULT);
              assertThat(MethodResponse.read(document, Dialect.STRICT, Limits.DEFAULT))
                  .isEqualTo(fault);
            });
  }

  @Test
  void aReaderOverAValueGivesTheValue() {
    new AnyValues(8)
        .take(3_000)
        .each(
            value -> {
              assertThat(WireReader.of(value).readValue()).isSameAs(value);
              if (value instanceof Value.Array array) {
                assertThat(elements(WireReader.of(array))).isEqualTo(array.values());
              }
            });
  }

  private static List<Value> elements(WireReader in) {
    List<Value> elements = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      elements.add(in.readValue());
    }
    in.endArray();
    return elements;
  }

  private static Dialect writing(int bits) {
    Dialect dialect = Dialect.LENIENT;
    for (int i = 0; i < ALL.length; i++) {
      if ((bits & (1 << i)) != 0) {
        dialect = dialect.writing(ALL[i]);
      }
    }
    return dialect;
  }

  private static Value readAsWritten(Value value, Dialect dialect) {
    byte[] document = MethodCall.of("m", value).write(dialect, Limits.DEFAULT);
    return Wire.read(document, dialect);
  }

  private static void assertRefused(Value value, Dialect dialect) {
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> MethodCall.of("m", value).write(dialect, Limits.DEFAULT))
        .withMessageStartingWith("params[0]")
        .withMessageMatching("(?s).*(Extension\\.(" + names(needs(value, dialect)) + ")).*");
  }

  private static String names(Set<Extension> extensions) {
    return String.join("|", extensions.stream().map(Enum::name).toList());
  }

  /** The extensions that a value takes and the dialect does not have. */
  private static Set<Extension> needs(Value value, Dialect dialect) {
    Set<Extension> needs = EnumSet.noneOf(Extension.class);
    AnyValues.mapped(
        value,
        leaf -> {
          needs.addAll(needsOfLeaf(leaf, dialect));
          return leaf;
        },
        name -> name);
    needs.removeAll(dialect.writes());
    return needs;
  }

  private static List<Extension> needsOfLeaf(Value leaf, Dialect dialect) {
    if (leaf == Value.nil()) {
      return List.of(Extension.NIL);
    }
    if (leaf instanceof Value.Long number && number.value() != (int) number.value()) {
      return List.of(Extension.I8);
    }
    if (leaf instanceof Value.Real number && !Double.isFinite(number.value())) {
      return List.of(Extension.DOUBLE_NOT_FINITE);
    }
    if (leaf instanceof Value.Decimal && canonical(leaf, dialect) == leaf) {
      return List.of(Extension.BIGDECIMAL);
    }
    if (leaf instanceof Value.Time time) {
      Set<Extension> needs = EnumSet.noneOf(Extension.class);
      if (AnyValues.hasFraction(time)) {
        needs.add(Extension.DATE_FRACTION);
      }
      if (time.offset() != null) {
        needs.add(Extension.DATE_ZONE);
      }
      return List.copyOf(needs);
    }
    return List.of();
  }

  /** The value as the kind that its element is read as. */
  private static Value canonical(Value value, Dialect dialect) {
    return AnyValues.mapped(value, leaf -> canonicalLeaf(leaf, dialect), name -> name);
  }

  private static Value canonicalLeaf(Value leaf, Dialect dialect) {
    if (leaf instanceof Value.Long && !dialect.writes(Extension.I8)) {
      return AnyValues.withoutSmallLongs(leaf);
    }
    if (leaf instanceof Value.Decimal number) {
      if (dialect.writes(Extension.BIGDECIMAL)) {
        return number.value().scale() == 0 ? Value.of(number.value().unscaledValue()) : leaf;
      }
      double real = number.value().doubleValue();
      return Numbers.isWritten(real, number.value()) ? Value.of(real) : leaf;
    }
    return leaf;
  }
}
