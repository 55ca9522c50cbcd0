package io.github.xmlrpc4j.server.functions;

import io.github.xmlrpc4j.server.functions.Operand.Whole;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.util.List;

/** The roots of a quadratic equation: what one document calls so, and what mathematics does. */
final class Quadratic {
  private Quadratic() {}

  /**
   * The documented results, {@code (-b ± sqrt(b*b - 4.0*a*c)) / 2.0 * a}: the minus root first, two
   * equal ones as one. As {@code * a} stands outside the divisor these are roots only where a is 1
   * or -1.
   */
  static Value documented(List<Value> params) {
    Operand a = Operand.of(params.get(0), 0);
    Operand b = Operand.of(params.get(1), 1);
    Operand c = Operand.of(params.get(2), 2);
    double discriminant = square(b) - 4.0 * a.toDouble() * c.toDouble();
    if (discriminant < 0) {
      throw new FaultException(
          FaultCodes.APPLICATION_ERROR, "b*b - 4*a*c is negative: there is no real root");
    }
    double root = Math.sqrt(discriminant);
    double minusB = negative(b);
    double first = (minusB - root) / 2.0 * a.toDouble();
    double second = (minusB + root) / 2.0 * a.toDouble();
    return first == second
        ? Value.Array.of(Value.of(first))
        : Value.Array.of(Value.of(first), Value.of(second));
  }

  /** The square, which of an integer is exact until it becomes a double. */
  private static double square(Operand b) {
    return b instanceof Whole whole
        ? new Whole(whole.value().multiply(whole.value())).toDouble()
        : b.toDouble() * b.toDouble();
  }

  /** The negative, which of the integer 0 is 0 and not -0.0. */
  private static double negative(Operand b) {
    return b instanceof Whole whole ? new Whole(whole.value().negate()).toDouble() : -b.toDouble();
  }

  /**
   * The real roots of {@code a*x*x + b*x + c = 0}, ascending and each once; none is an empty array.
   * With a = 0 the equation is linear.
   */
  static Value roots(List<Value> params) {
    Equation equation = new Equation(exact(params, 0), exact(params, 1), exact(params, 2));
    // Adding 0.0 makes 0.0 of a -0.0, to which a tiny negative root is rounded.
    return new Value.Array(
        equation.roots().map(root -> root + 0.0).sorted().distinct().mapToObj(Value::of).toList());
  }

  private static BigDecimal exact(List<Value> params, int index) {
    Operand number = Operand.of(params.get(index), index);
    if (number instanceof Whole whole) {
      return new BigDecimal(whole.value());
    }
    double real = number.toDouble();
    if (!Double.isFinite(real)) {
      throw new FaultException(
          FaultCodes.INVALID_PARAMS,
          "params[" + index + "]: expected a finite number, found " + real);
    }
    return new BigDecimal(real);
  }
}
