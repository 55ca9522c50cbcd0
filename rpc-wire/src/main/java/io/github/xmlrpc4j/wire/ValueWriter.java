package io.github.xmlrpc4j.wire;

import org.jspecify.annotations.Nullable;

/** Writes values that are trees already. */
final class ValueWriter {
  private ValueWriter() {}

  static void write(WireWriter out, @Nullable Value value) {
    if (value instanceof Value.Int number) {
      out.writeInt(number.value());
    } else if (value instanceof Value.Str text) {
      out.writeString(text.value());
    } else if (value instanceof Value.Bool truth) {
      out.writeBoolean(truth.value());
    } else if (value instanceof Value.Real number) {
      out.writeDouble(number.value());
    } else if (value instanceof Value.Struct struct) {
      writeStruct(out, struct);
    } else if (value instanceof Value.Array array) {
      writeArray(out, array);
    } else if (value instanceof Value.Time time) {
      out.writeTime(time);
    } else if (value instanceof Value.Bytes bytes) {
      out.writeBytes(bytes.shared());
    } else if (value instanceof Value.Long number) {
      writeLong(out, number.value());
    } else if (value instanceof Value.Decimal number) {
      out.writeDecimal(number.value());
    } else {
      out.writeNil();
    }
  }

  /** Keeps the kind of the number, where the dialect has it. */
  private static void writeLong(WireWriter out, long number) {
    if (out.dialect().writes(Extension.I8)) {
      out.writeI8(number);
    } else {
      out.writeLong(number);
    }
  }

  private static void writeArray(WireWriter out, Value.Array array) {
    out.beginArray();
    for (Value element : array.values()) {
      write(out, element);
    }
    out.endArray();
  }

  private static void writeStruct(WireWriter out, Value.Struct struct) {
    out.beginStruct();
    struct
        .members()
        .forEach(
            (name, member) -> {
              out.name(name);
              write(out, member);
            });
    out.endStruct();
  }
}
