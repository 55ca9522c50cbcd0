package io.github.xmlrpc4j.server.conformance;

import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;

/** Values as the kind that they have to be, or else a fault that says where they are not. */
final class Checked {
  private Checked() {}

  static Value.Struct struct(Value value, String where) {
    if (value instanceof Value.Struct struct) {
      return struct;
    }
    throw unlike(where, Kind.STRUCT.typeName(), value);
  }

  static Value.Array array(Value value, String where) {
    if (value instanceof Value.Array array) {
      return array;
    }
    throw unlike(where, Kind.ARRAY.typeName(), value);
  }

  static String string(Value value, String where) {
    if (value instanceof Value.Str text) {
      return text.value();
    }
    throw unlike(where, Kind.STRING.typeName(), value);
  }

  static int integer(Value value, String where) {
    if (value instanceof Value.Int number) {
      return number.value();
    }
    throw unlike(where, Kind.INT.typeName(), value);
  }

  static Value member(Value struct, String name, String where) {
    Value member = struct(struct, where).get(name);
    if (member == null) {
      throw new FaultException(FaultCodes.INVALID_PARAMS, where + ": there is no member " + name);
    }
    return member;
  }

  /** A sum as an int. */
  static Value sum(long sum) {
    if (sum != (int) sum) {
      throw new FaultException(FaultCodes.APPLICATION_ERROR, sum + " does not fit an int");
    }
    return Value.of((int) sum);
  }

  /** The value, which is of a kind. */
  static Value of(Kind kind, Value value, String where) {
    if (value.kind() != kind) {
      throw unlike(where, kind.typeName(), value);
    }
    return value;
  }

  private static FaultException unlike(String where, String expected, Value found) {
    return new FaultException(
        FaultCodes.INVALID_PARAMS,
        where + ": expected " + expected + ", found " + found.kind().typeName());
  }
}
