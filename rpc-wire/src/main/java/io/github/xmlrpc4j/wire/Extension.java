package io.github.xmlrpc4j.wire;

/**
 * Something beyond the specification that a writer may use when its {@link Dialect} names it.
 * Without it, the value that needs it is refused with {@link UnwritableValueException}.
 */
public enum Extension {
  /** {@code <nil/>} for no value. */
  NIL,
  /** {@code <i8>} for integers outside 32 bits. */
  I8,
  /** {@code NaN}, {@code Infinity} and {@code -Infinity} as doubles. */
  DOUBLE_NOT_FINITE,
  /** Fractions of a second in dates, as {@code 19980717T14:08:55.25}. */
  DATE_FRACTION,
  /** Offsets in dates, as {@code 19980717T14:08:55+02:00} and {@code 19980717T14:08:55Z}. */
  DATE_ZONE,
  /** {@code <bigdecimal>} for decimal numbers and integers outside 64 bits. */
  BIGDECIMAL,
  /**
   * The types of {@link ApacheType}, and the prefix {@code ex:} for these and for the other
   * extensions, bound to a namespace: Apache XML-RPC reads them under no other names.
   */
  APACHE_TYPE
}
