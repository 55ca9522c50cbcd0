package io.github.xmlrpc4j.wire;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Values as {@link RandomValues} has them, with {@link AnyTexts} for their strings and names, and
 * with numbers and dates from the edges. The same for the same seed.
 */
public final class AnyValues {
  private final long seed;
  private final RandomValues shapes;
  private final AnyTexts texts;
  private final Random random;

  public AnyValues(long seed) {
    this.seed = seed;
    this.shapes = new RandomValues(seed, false);
    this.texts = new AnyTexts(seed);
    this.random = new Random(seed);
  }

  public Samples<Value> take(int count) {
    return new Samples<>(seed, Stream.generate(this::next).limit(count).toList());
  }

  private Value next() {
    return mapped(shapes.next(), this::redrawn, name -> texts.next());
  }

  /** The value with others for its leaves and its names; of two equal names the last counts. */
  public static Value mapped(Value value, UnaryOperator<Value> leaf, UnaryOperator<String> name) {
    if (value instanceof Value.Array array) {
      return new Value.Array(array.values().stream().map(v -> mapped(v, leaf, name)).toList());
    }
    if (value instanceof Value.Struct struct) {
      Map<String, Value> members = new LinkedHashMap<>();
      struct.members().forEach((n, v) -> members.put(name.apply(n), mapped(v, leaf, name)));
      return new Value.Struct(members);
    }
    return leaf.apply(value);
  }

  /** The value as a parser has it that was sent carriage returns as they are (XML 1.0, 2.11). */
  public static Value withLineEndsOfXml(Value value) {
    return mapped(
        value,
        leaf -> leaf instanceof Value.Str text ? Value.of(lineEnds(text.value())) : leaf,
        AnyValues::lineEnds);
  }

  private static String lineEnds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The value with ints for those longs that an int holds. */
  public static Value withoutSmallLongs(Value value) {
    return mapped(
        value,
        leaf ->
            leaf instanceof Value.Long number && number.value() == (int) number.value()
                ? Value.of((int) number.value())
                : leaf,
        name -> name);
  }

  public static boolean hasFraction(Value.Time time) {
    return !time.local().truncatedTo(ChronoUnit.SECONDS).equals(time.local());
  }

  private Value redrawn(Value leaf) {
    if (leaf instanceof Value.Str) {
      return Value.of(texts.next());
    }
    if (random.nextInt(4) != 0) {
      return leaf;
    }
    if (leaf instanceof Value.Real) {
      return Value.of(
          switch (random.nextInt(4)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            default -> Math.scalb(random.nextDouble(), -1000 - random.nextInt(80));
          });
    }
    if (leaf instanceof Value.Int) {
      return Value.of(random.nextBoolean() ? Integer.MIN_VALUE : Integer.MAX_VALUE);
    }
    if (leaf instanceof Value.Long) {
      return Value.of(random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
    if (leaf instanceof Value.Decimal number) {
      return new Value.Decimal(number.value().movePointRight(random.nextInt(40) - 20));
    }
    return leaf instanceof Value.Time time
        ? new Value.Time(time.local().minusYears(1000), time.offset())
        : leaf;
  }
}
