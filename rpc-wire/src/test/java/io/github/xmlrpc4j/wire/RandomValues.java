package io.github.xmlrpc4j.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values of all kinds and shapes, the same for the same seed. */
final class RandomValues {
  private static final String[] PIECES = {
    "a",
    "plain words",
    "<",
    ">",
    "&",
    "&amp;",
    "]]>",
    "\"",
    "'",
    "\n",
    "\t",
    " ",
    "é",
    "€",
    "😀",
    "\u007f",
    "\u0085",
    "\u2028",
    "\ufffd",
    "0123456789abcdef"
  };

  private final Random random;

  /** Whether there are only values that Python reads and writes. */
  private final boolean forPython;

  RandomValues(long seed, boolean forPython) {
    this.random = new Random(seed);
    this.forPython = forPython;
  }

  Value next() {
    return next(4);
  }

  private Value next(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 10)) {
      case 0 -> Value.of(random.nextInt());
      case 1 -> Value.of(random.nextInt(20) - 10);
      case 2 -> Value.of(random.nextBoolean());
      case 3, 4 -> Value.of(text());
      case 5 -> Value.of(real());
      case 6 -> Value.Time.of(local());
      case 7 -> bytes();
      case 8 -> Value.nil();
      case 9 -> forPython ? Value.of("") : extension();
      case 10 -> array(depth - 1);
      default -> struct(depth - 1);
    };
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.append(!forPython && random.nextInt(10) == 0 ? "\r\n\r" : "").toString();
  }

  double real() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(2000) / 8.0;
      case 1 -> random.nextDouble();
      case 2 -> random.nextGaussian() * 1e10;
      default -> {
        double any = Double.longBitsToDouble(random.nextLong());
        yield Double.isFinite(any) ? any : -0.0;
      }
    };
  }

  private LocalDateTime local() {
    return LocalDateTime.of(1000, 1, 1, 0, 0).plusSeconds((long) (random.nextDouble() * 2.8e11));
  }

  private Value bytes() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return Value.Bytes.of(bytes);
  }

  private Value extension() {
    return switch (random.nextInt(5)) {
      case 0 -> Value.of(random.nextLong());
      case 1 -> Value.of((long) random.nextInt());
      case 2 -> Value.of(new BigInteger(100, random).add(BigInteger.TWO.pow(64)));
      case 3 ->
          new Value.Decimal(new BigDecimal(new BigInteger(80, random), 1 + random.nextInt(9)));
      default ->
          new Value.Time(
              local().plusNanos(random.nextInt(1_000_000_000)),
              ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 1080) - 1080)));
    };
  }

  private Value array(int depth) {
    List<Value> values = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      values.add(next(depth));
    }
    return new Value.Array(values);
  }

  private Value struct(int depth) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      members.put(random.nextBoolean() ? "name" + i : text(), next(depth));
    }
    return new Value.Struct(members);
  }
}
