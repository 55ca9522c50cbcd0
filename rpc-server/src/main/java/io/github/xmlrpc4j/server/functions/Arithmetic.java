package io.github.xmlrpc4j.server.functions;

import io.github.xmlrpc4j.server.functions.Operand.Real;
import io.github.xmlrpc4j.server.functions.Operand.Whole;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's {@code + - * //} over values: integers stay exact, a double makes the result a double,
 * truth values count as 0 and 1, strings and arrays can be joined and repeated.
 */
final class Arithmetic {
  private final Limits limits;

  /**
   * Creates the operations.
   *
   * @param limits the bounds that a repeated string or array is held to before it is made
   */
  Arithmetic(Limits limits) {
    this.limits = limits;
  }

  /** All the values, joined by {@code +} from the left. One value comes back as it is. */
  Value sum(List<Value> things) {
    if (things.isEmpty()) {
      throw new FaultException(
          FaultCodes.INVALID_PARAMS, "addtogether takes at least 1 parameter, not none");
    }
    Value first = things.get(0);
    if (things.size() == 1) {
      return first;
    }
    if (first instanceof Value.Str) {
      return joined(things);
    }
    if (first instanceof Value.Array) {
      return chained(things);
    }
    Operand sum = Operand.of(first);
    if (sum == null) {
      throw unmixable("added", first, things.get(1), 1);
    }
    for (int i = 1; i < things.size(); i++) {
      Operand next = Operand.of(things.get(i));
      if (next == null) {
        throw unmixable("added", first, things.get(i), i);
      }
      sum = add(sum, next);
    }
    return sum.toValue();
  }

  private Value joined(List<Value> things) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < things.size(); i++) {
      if (!(things.get(i) instanceof Value.Str part)) {
        throw unmixable("added", things.get(0), things.get(i), i);
      }
      long length = (long) text.length() + part.value().length();
      if (length > limits.maxStringLength()) {
        throw tooLarge(length + " characters or more", "maxStringLength", limits.maxStringLength());
      }
      text.append(part.value());
    }
    return Value.of(text.toString());
  }

  private static Value chained(List<Value> things) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < things.size(); i++) {
      if (!(things.get(i) instanceof Value.Array part)) {
        throw unmixable("added", things.get(0), things.get(i), i);
      }
      values.addAll(part.values());
    }
    return new Value.Array(values);
  }

  private static Operand add(Operand x, Operand y) {
    return x instanceof Whole a && y instanceof Whole b
        ? new Whole(a.value().add(b.value()))
        : new Real(x.toDouble() + y.toDouble());
  }

  /** The difference of two numbers. */
  Value difference(Value x, Value y) {
    Operand from = Operand.of(x, 0);
    Operand take = Operand.of(y, 1);
    return from instanceof Whole a && take instanceof Whole b
        ? new Whole(a.value().subtract(b.value())).toValue()
        : Value.of(from.toDouble() - take.toDouble());
  }

  /** The product of two numbers, or a string or an array repeated. */
  Value product(Value x, Value y) {
    Operand a = Operand.of(x);
    Operand b = Operand.of(y);
    if (a != null && b != null) {
      return a instanceof Whole m && b instanceof Whole n
          ? new Whole(m.value().multiply(n.value())).toValue()
          : Value.of(a.toDouble() * b.toDouble());
    }
    Value repeated = a instanceof Whole times ? repeated(y, times) : null;
    if (repeated == null && b instanceof Whole times) {
      repeated = repeated(x, times);
    }
    if (repeated == null) {
      throw unmixable("multiplied", x, y, 1);
    }
    return repeated;
  }

  /** A string or an array so many times, or null if the value is neither. */
  private @Nullable Value repeated(Value value, Whole times) {
    if (value instanceof Value.Str text) {
      String part = text.value();
      checkLength(times, part.length());
      return Value.of(part.repeat(count(times, part.length())));
    }
    if (value instanceof Value.Array array) {
      List<Value> part = array.values();
      checkValues(times, array);
      int count = count(times, part.size());
      List<Value> all = new ArrayList<>(part.size() * count);
      for (int i = 0; i < count; i++) {
        all.addAll(part);
      }
      return new Value.Array(all);
    }
    return null;
  }

  private void checkLength(Whole times, int length) {
    BigInteger all = times.value().multiply(BigInteger.valueOf(length));
    if (all.compareTo(BigInteger.valueOf(limits.maxStringLength())) > 0) {
      throw tooLarge(all + " characters", "maxStringLength", limits.maxStringLength());
    }
  }

  /** Counts as a reader does: the values at all depths, and the array itself. */
  private void checkValues(Whole times, Value.Array array) {
    BigInteger all =
        times.value().multiply(BigInteger.valueOf(valuesOf(array) - 1)).add(BigInteger.ONE);
    if (all.compareTo(BigInteger.valueOf(limits.maxValues())) > 0) {
      throw tooLarge(all + " values", "maxValues", limits.maxValues());
    }
  }

  private static long valuesOf(Value value) {
    if (value instanceof Value.Array array) {
      return 1 + array.values().stream().mapToLong(Arithmetic::valuesOf).sum();
    }
    return value instanceof Value.Struct struct
        ? 1 + struct.members().values().stream().mapToLong(Arithmetic::valuesOf).sum()
        : 1;
  }

  /** How often something of a size is repeated, which is within the limits. */
  private static int count(Whole times, int size) {
    return size == 0 || times.value().signum() <= 0 ? 0 : times.value().intValueExact();
  }

  private static FaultException tooLarge(String result, String knob, int limit) {
    return new FaultException(
        new LimitExceededException("a result of " + result, knob, limit, "result").toFault());
  }

  /** The quotient of two numbers, rounded down: Python's {@code //}. */
  Value floorQuotient(Value x, Value y) {
    Operand dividend = Operand.of(x, 0);
    Operand divisor = Operand.of(y, 1);
    if (dividend instanceof Whole a && divisor instanceof Whole b) {
      return new Whole(floor(a.value(), b.value())).toValue();
    }
    return Value.of(floor(dividend.toDouble(), divisor.toDouble()));
  }

  private static BigInteger floor(BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      throw divisionByZero();
    }
    BigInteger[] parts = a.divideAndRemainder(b);
    boolean below = parts[1].signum() != 0 && parts[1].signum() != b.signum();
    return below ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /**
   * The floor of a quotient that is rounded only once: from the exact remainder, as CPython has it
   * in {@code float_floor_div}, since the floor of the rounded quotient can be one too large.
   */
  private static double floor(double a, double b) {
    if (b == 0) {
      throw divisionByZero();
    }
    double remainder = a % b;
    double quotient = (a - remainder) / b;
    if (remainder != 0 && (b < 0) != (remainder < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static FaultException divisionByZero() {
    return new FaultException(FaultCodes.APPLICATION_ERROR, "division by zero");
  }

  private static FaultException unmixable(String how, Value x, Value y, int index) {
    return new FaultException(
        FaultCodes.INVALID_PARAMS,
        "params["
            + index
            + "]: "
            + x.kind().typeName()
            + " and "
            + y.kind().typeName()
            + " cannot be "
            + how);
  }
}
