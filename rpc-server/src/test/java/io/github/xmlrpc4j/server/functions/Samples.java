package io.github.xmlrpc4j.server.functions;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;

/** A value of each kind that the specification has, with which every function can do something. */
final class Samples {
  static final Map<Kind, Value> ALL = new EnumMap<>(Kind.class);

  static {
    ALL.put(Kind.INT, Value.of(3));
    ALL.put(Kind.BOOLEAN, Value.of(true));
    ALL.put(Kind.DOUBLE, Value.of(2.5));
    ALL.put(Kind.STRING, Value.of("ab"));
    ALL.put(Kind.TIME, Value.Time.of(LocalDateTime.of(1998, 7, 17, 14, 8, 55)));
    ALL.put(Kind.BYTES, Value.Bytes.of((byte) 0, (byte) 255));
    ALL.put(Kind.ARRAY, Value.Array.of(Value.of(1), Value.of("x")));
    ALL.put(Kind.STRUCT, Value.Struct.empty().with("name", Value.of(1)));
  }

  private Samples() {}
}
