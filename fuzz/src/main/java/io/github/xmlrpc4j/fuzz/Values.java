package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arbitrary values, those that cannot be written among them. */
final class Values {
  private static final int DEEPEST = 6;
  private static final int LONGEST_NAME = 40;
  private static final int MOST_DIGITS = 100;
  private static final long[] EDGES = {
    0, 1, -1, 9, 10, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53
  };
  private static final double[] REALS = {
    0.0,
    -0.0,
    1.0,
    0.1,
    1e15,
    1e16,
    1e22,
    2e-3,
    Double.MAX_VALUE,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    9007199254740992.0,
    2.225073858507201e-308
  };

  private final Choices choices;

  Values(Choices choices) {
    this.choices = choices;
  }

  /** Some values, as many as the choices last for. */
  List<Value> several(int most) {
    List<Value> values = new ArrayList<>();
    while (values.size() < most && choices.left() > 0) {
      values.add(next());
    }
    return values;
  }

  Value next() {
    return next(0);
  }

  private Value next(int depth) {
    return switch (choices.below(depth < DEEPEST ? 12 : 9)) {
      case 0 -> Value.of(choices.truth() ? choices.number() : choices.octet() - 128);
      case 1 -> Value.of(choices.truth() ? choices.wide() : EDGES[choices.below(EDGES.length)]);
      case 2 -> Value.of(choices.truth());
      case 3 -> Value.of(real());
      case 4 -> decimal();
      case 5 -> Value.of(text());
      case 6 -> time();
      case 7 -> Value.Bytes.of(choices.bytes(choices.below(80)));
      case 8 -> Value.nil();
      case 9, 10 -> array(depth);
      default -> struct(depth);
    };
  }

  private double real() {
    return switch (choices.below(4)) {
      case 0 -> choices.number() / 1000.0;
      case 1 -> choices.number() * Math.pow(10, choices.below(40) - 20);
      case 2 -> REALS[choices.below(REALS.length)];
      default -> Double.longBitsToDouble(choices.wide());
    };
  }

  private Value decimal() {
    BigInteger digits = new BigInteger(1, choices.bytes(choices.below(MOST_DIGITS) / 3));
    BigInteger signed = choices.truth() ? digits.negate() : digits;
    return new Value.Decimal(new BigDecimal(signed, choices.below(1800) - 900));
  }

  private Value time() {
    LocalDateTime local =
        LocalDateTime.of(2000, 1, 1, 0, 0)
            .plusYears(choices.truth() ? choices.below(20_100) - 10_050 : 0)
            .plusSeconds(choices.number())
            .plusNanos(nanos());
    return new Value.Time(local, choices.truth() ? null : offset());
  }

  private int nanos() {
    return switch (choices.below(3)) {
      case 0 -> 0;
      case 1 -> choices.below(1000) * 1_000_000;
      default -> (choices.number() >>> 1) % 1_000_000_000;
    };
  }

  private ZoneOffset offset() {
    int seconds = choices.below(4) == 0 ? choices.below(60) : 0;
    return ZoneOffset.ofTotalSeconds((choices.below(2 * 1079) - 1079) * 60 + seconds);
  }

  private Value array(int depth) {
    List<Value> values = new ArrayList<>();
    for (int i = choices.below(5); i > 0; i--) {
      values.add(next(depth + 1));
    }
    return new Value.Array(values);
  }

  private Value struct(int depth) {
    return new Value.Struct(members(depth));
  }

  /** Values by name, the names mostly plain. */
  Map<String, Value> members(int depth) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = choices.below(5); i > 0; i--) {
      members.put(name(), next(depth + 1));
    }
    return members;
  }

  String name() {
    if (choices.below(4) > 0) {
      return "n" + choices.below(256);
    }
    String text = text();
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
  }

  /** Any units of UTF-16, mostly ASCII, in whatever order. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = choices.below(64); i > 0; i--) {
      switch (choices.below(16)) {
        case 0 -> text.append(choices.unit());
        case 1 -> text.append((char) choices.octet());
        case 2 -> text.appendCodePoint(0x10000 + (choices.number() >>> 1) % 0x100000);
        case 3 -> text.append("]]>");
        case 4 -> text.append('\r');
        case 5 -> text.append("<&>\"'".charAt(choices.below(5)));
        default -> text.append((char) (' ' + choices.below(95)));
      }
    }
    return text.toString();
  }
}
