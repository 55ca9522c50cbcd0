package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codec of {@link Value}, or of one of its kinds, which is as it is. */
final class ValueCodec<V extends Value> implements Codec<V> {
  private static final Map<Type, Codec<?>> ALL =
      Map.ofEntries(
          Map.entry(Value.class, new ValueCodec<>(Value.class, null)),
          Map.entry(Value.Int.class, new ValueCodec<>(Value.Int.class, Kind.INT)),
          Map.entry(Value.Long.class, new ValueCodec<>(Value.Long.class, Kind.LONG)),
          Map.entry(Value.Bool.class, new ValueCodec<>(Value.Bool.class, Kind.BOOLEAN)),
          Map.entry(Value.Real.class, new ValueCodec<>(Value.Real.class, Kind.DOUBLE)),
          Map.entry(Value.Decimal.class, new ValueCodec<>(Value.Decimal.class, Kind.DECIMAL)),
          Map.entry(Value.Str.class, new ValueCodec<>(Value.Str.class, Kind.STRING)),
          Map.entry(Value.Time.class, new ValueCodec<>(Value.Time.class, Kind.TIME)),
          Map.entry(Value.Bytes.class, new ValueCodec<>(Value.Bytes.class, Kind.BYTES)),
          Map.entry(Value.Array.class, new ValueCodec<>(Value.Array.class, Kind.ARRAY)),
          Map.entry(Value.Struct.class, new ValueCodec<>(Value.Struct.class, Kind.STRUCT)),
          Map.entry(Value.Nil.class, new ValueCodec<>(Value.Nil.class, Kind.NIL)));

  private final Class<V> type;
  private final @Nullable Kind kind;

  private ValueCodec(Class<V> type, @Nullable Kind kind) {
    this.type = type;
    this.kind = kind;
  }

  static @Nullable Codec<?> create(Type type, Lookup lookup) {
    return ALL.get(type);
  }

  @Override
  public @Nullable Kind kind() {
    return kind;
  }

  @Override
  public V read(WireReader in) {
    if (kind == Kind.DECIMAL) {
      return type.cast(readDecimal(in));
    }
    Value value = in.readValue();
    if (!type.isInstance(value)) {
      throw in.mismatch(kind == null ? "a value" : kind.typeName(), value.kind().typeName());
    }
    return type.cast(value);
  }

  /** Keeps the kind, where {@link WireReader#readValue()} makes a small integer an int. */
  private static Value.Decimal readDecimal(WireReader in) {
    if (in.peek() != Kind.DECIMAL) {
      throw in.mismatch(Kind.DECIMAL.typeName());
    }
    return new Value.Decimal(in.readDecimal());
  }

  @Override
  public void write(WireWriter out, V value) {
    out.writeValue(value);
  }
}
