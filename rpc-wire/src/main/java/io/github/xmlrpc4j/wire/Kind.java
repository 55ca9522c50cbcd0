package io.github.xmlrpc4j.wire;

/** The kinds of value that XML-RPC and its usual extensions have. */
public enum Kind {
  /** A 32-bit integer: {@code <int>}, {@code <i4>}, and {@code i1} and {@code i2} on reading. */
  INT("int"),
  /** A 64-bit integer, an extension: {@code <i8>}. */
  LONG("i8"),
  /** A truth value: {@code <boolean>}. */
  BOOLEAN("boolean"),
  /** A double-precision number: {@code <double>}, and {@code float} on reading. */
  DOUBLE("double"),
  /** A decimal number of any size, Apache's extension: {@code bigdecimal}, {@code biginteger}. */
  DECIMAL("bigdecimal"),
  /** Text: {@code <string>}, or a value without a type element. */
  STRING("string"),
  /** A date with a time: {@code <dateTime.iso8601>}. */
  TIME("dateTime.iso8601"),
  /** Bytes: {@code <base64>}. */
  BYTES("base64"),
  /** Values in order: {@code <array>}. */
  ARRAY("array"),
  /** Values by name: {@code <struct>}. */
  STRUCT("struct"),
  /** No value, an extension: {@code <nil/>}. */
  NIL("nil");

  private final String typeName;

  Kind(String typeName) {
    this.typeName = typeName;
  }

  /** The name that introspection gives to the kind, which is that of its element. */
  public String typeName() {
    return typeName;
  }
}
