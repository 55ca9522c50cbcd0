package io.github.xmlrpc4j.server.functions;

import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A number as Python has them: an integer of any size, which truth values are too, or a double. */
sealed interface Operand {
  /**
   * An integer.
   *
   * @param value the number
   */
  record Whole(BigInteger value) implements Operand {
    @Override
    public double toDouble() {
      double nearest = value.doubleValue();
      if (Double.isInfinite(nearest)) {
        throw new FaultException(
            FaultCodes.APPLICATION_ERROR, "an integer of " + bits() + " bits is no double");
      }
      return nearest;
    }

    /** The number as a value; beyond 64 bits there is only a double, which is no integer. */
    @Override
    public Value toValue() {
      if (value.bitLength() >= Long.SIZE) {
        throw new FaultException(
            FaultCodes.INTERNAL_ERROR,
            "result: an integer of " + bits() + " bits does not fit <i8>, which has 64");
      }
      return Value.of(value);
    }

    private int bits() {
      return value.bitLength() + 1;
    }
  }

  /**
   * A double.
   *
   * @param value the number
   */
  record Real(double value) implements Operand {
    @Override
    public double toDouble() {
      return value;
    }

    @Override
    public Value toValue() {
      return Value.of(value);
    }
  }

  /**
   * The number, rounded where a double cannot hold it.
   *
   * @throws FaultException if it is beyond all doubles, since Python makes no infinity of an
   *     integer
   */
  double toDouble();

  /**
   * The number as a value of the smallest kind that holds it.
   *
   * @throws FaultException if no kind does
   */
  Value toValue();

  /** The number that a value is, or null if it is none. */
  static @Nullable Operand of(Value value) {
    if (value instanceof Value.Int number) {
      return new Whole(BigInteger.valueOf(number.value()));
    }
    if (value instanceof Value.Real number) {
      return new Real(number.value());
    }
    if (value instanceof Value.Bool truth) {
      return new Whole(truth.value() ? BigInteger.ONE : BigInteger.ZERO);
    }
    if (value instanceof Value.Long number) {
      return new Whole(BigInteger.valueOf(number.value()));
    }
    if (value instanceof Value.Decimal number && number.value().scale() == 0) {
      return new Whole(number.value().unscaledValue());
    }
    return null;
  }

  /**
   * The number that a parameter is.
   *
   * @throws FaultException if it is none
   */
  static Operand of(Value param, int index) {
    Operand number = of(param);
    if (number == null) {
      throw new FaultException(
          FaultCodes.INVALID_PARAMS,
          "params["
              + index
              + "]: expected int, double or boolean, found "
              + param.kind().typeName());
    }
    return number;
  }
}
