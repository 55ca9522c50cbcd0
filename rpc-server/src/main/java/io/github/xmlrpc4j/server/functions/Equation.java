package io.github.xmlrpc4j.server.functions;

import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.DoubleStream;

/**
 * The equation {@code a*x*x + b*x + c = 0}, which with a = 0 is linear.
 *
 * @param a the coefficient of the square
 * @param b the coefficient of x
 * @param c the constant
 */
record Equation(BigDecimal a, BigDecimal b, BigDecimal c) {
  /** Digits enough that the rounding to a double is the only one that shows. */
  private static final MathContext PRECISE = new MathContext(60, RoundingMode.HALF_EVEN);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal FOUR = BigDecimal.valueOf(4);

  /** Half of the smallest double. */
  private static final BigDecimal SMALLEST_HALF = new BigDecimal(Double.MIN_VALUE).divide(TWO);

  /** How far a whole number of halves can seem from being one, with {@link #PRECISE} digits. */
  private static final BigDecimal NEAR = new BigDecimal("1e-40");

  /** The real roots, rounded once each; in no order, and a double one twice. */
  DoubleStream roots() {
    if (a.signum() == 0) {
      return linearRoot();
    }
    BigDecimal discriminant = b.multiply(b).subtract(FOUR.multiply(a).multiply(c));
    if (discriminant.signum() < 0) {
      return DoubleStream.empty();
    }
    BigDecimal root = discriminant.round(PRECISE).sqrt(PRECISE);
    BigDecimal sum = b.signum() < 0 ? b.subtract(root) : b.add(root);
    if (sum.signum() == 0) {
      return DoubleStream.of(0.0);
    }
    BigDecimal q = sum.negate().divide(TWO, PRECISE);
    return DoubleStream.of(nearest(q.divide(a, PRECISE)), nearest(c.divide(q, PRECISE)));
  }

  private DoubleStream linearRoot() {
    if (b.signum() != 0) {
      return DoubleStream.of(nearest(c.negate().divide(b, PRECISE)));
    }
    if (c.signum() != 0) {
      return DoubleStream.empty();
    }
    throw new FaultException(
        FaultCodes.APPLICATION_ERROR, "a, b and c are 0: every number is a root");
  }

  /**
   * The double nearest to a root. Subnormal doubles lie so far apart that a root can be half-way
   * between two, or beside that place by less than rounded digits tell: there the equation itself
   * says on which side it is.
   */
  private double nearest(BigDecimal root) {
    double nearest = root.doubleValue();
    if (Math.abs(nearest) > Double.MIN_NORMAL) {
      return nearest;
    }
    BigDecimal halves = root.divide(SMALLEST_HALF, PRECISE);
    BigDecimal whole = halves.setScale(0, RoundingMode.HALF_EVEN);
    if (halves.subtract(whole).abs().compareTo(NEAR) > 0) {
      return nearest;
    }
    BigDecimal there = whole.multiply(SMALLEST_HALF);
    BigDecimal height = a.multiply(there).add(b).multiply(there).add(c);
    BigDecimal slope = TWO.multiply(a).multiply(there).add(b);
    BigDecimal aside = SMALLEST_HALF.movePointLeft(1);
    return switch (height.signum() * slope.signum()) {
      case -1 -> there.add(aside).doubleValue();
      case 1 -> there.subtract(aside).doubleValue();
      default -> there.doubleValue();
    };
  }
}
