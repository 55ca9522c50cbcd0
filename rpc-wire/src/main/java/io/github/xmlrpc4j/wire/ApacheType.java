package io.github.xmlrpc4j.wire;

/**
 * The scalars of Apache XML-RPC that have no {@link Kind} of their own, because their content is
 * that of a kind which there is already.
 */
public enum ApacheType {
  /** {@code ex:i1}: an integer of 8 bits. */
  I1("i1"),
  /** {@code ex:i2}: an integer of 16 bits. */
  I2("i2"),
  /** {@code ex:float}: a number of single precision. */
  FLOAT("float"),
  /** {@code ex:biginteger}: an integer of any size. */
  BIGINTEGER("biginteger"),
  /** {@code ex:dateTime}: a date with a time as XML Schema spells it, mostly with an offset. */
  DATE_TIME("dateTime");

  /** The element's name, without a prefix. */
  final String element;

  ApacheType(String element) {
    this.element = element;
  }
}
