package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What has to come back of a value that is written in a dialect and read again. */
final class Survivor {
  /** That a value cannot be written, with the way to the part of it that is to blame. */
  static final class Unwritable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;

    private Unwritable(String path) {
      super(path);
      this.path = path;
    }

    /** Whether a refusal names the place, be it by the quoted name of a member. */
    boolean isAt(String refusedPath) {
      int quote = path.indexOf('"');
      return quote < 0
          ? path.equals(refusedPath)
          : refusedPath.startsWith(path.substring(0, quote));
    }
  }

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final Pattern METHOD_NAME =
      Pattern.compile("[^ \\t\\n\\r](.*[^ \\t\\n\\r])?", Pattern.DOTALL);

  private final Dialect dialect;

  Survivor(Dialect dialect) {
    this.dialect = dialect;
  }

  List<Value> of(List<Value> values, String path) throws Unwritable {
    List<Value> expected = new ArrayList<>();
    for (Value value : values) {
      expected.add(of(value, path + "[" + expected.size() + "]"));
    }
    return expected;
  }

  Value of(Value value, String path) throws Unwritable {
    if (value instanceof Value.Long number) {
      return integer(number, path);
    }
    if (value instanceof Value.Real number) {
      require(dialect.writes(Extension.DOUBLE_NOT_FINITE) || isFinite(number), path);
    } else if (value instanceof Value.Decimal number) {
      return decimal(number.value(), path);
    } else if (value instanceof Value.Str text) {
      checkText(text.value(), path);
    } else if (value instanceof Value.Time time) {
      checkTime(time, path);
    } else if (value == Value.nil()) {
      require(dialect.writes(Extension.NIL), path);
    } else if (value instanceof Value.Array array) {
      return new Value.Array(of(array.values(), path));
    } else if (value instanceof Value.Struct struct) {
      return struct(struct, path);
    }
    return value;
  }

  private static boolean isFinite(Value.Real number) {
    return Double.isFinite(number.value());
  }

  private Value integer(Value.Long number, String path) throws Unwritable {
    if (dialect.writes(Extension.I8)) {
      return number;
    }
    require(number.value() == (int) number.value(), path);
    return Value.of((int) number.value());
  }

  /** Where it is a bigdecimal, it comes back as the smallest kind; where it is a double, as one. */
  private Value decimal(BigDecimal number, String path) throws Unwritable {
    if (dialect.writes(Extension.BIGDECIMAL)) {
      return number.scale() == 0 ? Value.of(number.unscaledValue()) : new Value.Decimal(number);
    }
    double real = number.doubleValue();
    require(Double.isFinite(real) && shortest(real).compareTo(number) == 0, path);
    return Value.of(real);
  }

  /** The fewest digits that are read as a double. */
  private static BigDecimal shortest(double real) {
    BigDecimal exact = new BigDecimal(real);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == real) {
        return rounded;
      }
    }
    return exact.round(new MathContext(17));
  }

  private void checkTime(Value.Time time, String path) throws Unwritable {
    int year = time.local().getYear();
    require(year >= 0 && year <= 9999, path);
    require(
        time.local().equals(time.local().truncatedTo(ChronoUnit.SECONDS))
            || dialect.writes(Extension.DATE_FRACTION),
        path);
    if (time.offset() != null) {
      require(dialect.writes(Extension.DATE_ZONE), path);
      require(time.offset().getTotalSeconds() % 60 == 0, path);
    }
  }

  private Value struct(Value.Struct struct, String path) throws Unwritable {
    Map<String, Value> expected = new LinkedHashMap<>();
    for (Map.Entry<String, Value> member : struct.members().entrySet()) {
      String name = member.getKey();
      boolean plain = PLAIN_NAME.matcher(name).matches();
      String way = path + (plain ? "." + name : "[\"" + name + "\"]");
      checkText(name, way);
      expected.put(name, of(member.getValue(), way));
    }
    return new Value.Struct(expected);
  }

  /** A reader drops blanks around a method's name, so that they do not come back. */
  static void checkMethodName(String name) throws Unwritable {
    require(METHOD_NAME.matcher(name).matches(), "methodName");
    checkText(name, "methodName");
  }

  private static void checkText(String text, String path) throws Unwritable {
    require(text.codePoints().allMatch(Survivor::isChar), path);
  }

  /** Production [2] of XML 1.0; half a surrogate pair is a code point of its own here. */
  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static void require(boolean writable, String path) throws Unwritable {
    if (!writable) {
      throw new Unwritable(path);
    }
  }
}
