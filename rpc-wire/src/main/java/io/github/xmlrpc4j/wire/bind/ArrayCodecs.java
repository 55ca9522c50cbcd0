package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs of Java's arrays; those of numbers hold no boxes. */
final class ArrayCodecs {
  private static final Codec<?> INTS =
      new NullableCodec<>(
          new SimpleCodec<>(Kind.ARRAY, ArrayCodecs::readInts, ArrayCodecs::writeInts));
  private static final Codec<?> LONGS =
      new NullableCodec<>(
          new SimpleCodec<>(Kind.ARRAY, ArrayCodecs::readLongs, ArrayCodecs::writeLongs));
  private static final Codec<?> DOUBLES =
      new NullableCodec<>(
          new SimpleCodec<>(Kind.ARRAY, ArrayCodecs::readDoubles, ArrayCodecs::writeDoubles));

  private ArrayCodecs() {}

  static @Nullable Codec<?> create(Type type, Codec.Lookup lookup) {
    Class<?> raw = Types.raw(type);
    if (raw == null || !raw.isArray()) {
      return null;
    }
    if (raw == int[].class) {
      return INTS;
    }
    if (raw == long[].class) {
      return LONGS;
    }
    if (raw == double[].class) {
      return DOUBLES;
    }
    @SuppressWarnings("unchecked")
    Codec<Object> element = (Codec<Object>) lookup.codec(Types.component(type));
    return new NullableCodec<>(new Elements(raw.getComponentType(), element));
  }

  private static int[] readInts(WireReader in) {
    int[] numbers = new int[16];
    int count = 0;
    in.beginArray();
    while (in.hasNext()) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
      }
      numbers[count++] = in.readInt();
    }
    in.endArray();
    return Arrays.copyOf(numbers, count);
  }

  private static void writeInts(WireWriter out, int[] numbers) {
    out.beginArray();
    for (int number : numbers) {
      out.writeInt(number);
    }
    out.endArray();
  }

  private static long[] readLongs(WireReader in) {
    long[] numbers = new long[16];
    int count = 0;
    in.beginArray();
    while (in.hasNext()) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
      }
      numbers[count++] = in.readLong();
    }
    in.endArray();
    return Arrays.copyOf(numbers, count);
  }

  private static void writeLongs(WireWriter out, long[] numbers) {
    out.beginArray();
    for (long number : numbers) {
      out.writeLong(number);
    }
    out.endArray();
  }

  private static double[] readDoubles(WireReader in) {
    double[] numbers = new double[16];
    int count = 0;
    in.beginArray();
    while (in.hasNext()) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
      }
      numbers[count++] = in.readDouble();
    }
    in.endArray();
    return Arrays.copyOf(numbers, count);
  }

  private static void writeDoubles(WireWriter out, double[] numbers) {
    out.beginArray();
    for (double number : numbers) {
      out.writeDouble(number);
    }
    out.endArray();
  }

  /** The codec of an array of any other type. */
  private record Elements(Class<?> componentType, Codec<Object> element) implements Codec<Object> {
    @Override
    public Kind kind() {
      return Kind.ARRAY;
    }

    @Override
    public Object read(WireReader in) {
      List<Object> values = new ArrayList<>();
      in.beginArray();
      while (in.hasNext()) {
        values.add(element.read(in));
      }
      in.endArray();
      Object array = Array.newInstance(componentType, values.size());
      for (int i = 0; i < values.size(); i++) {
        Array.set(array, i, values.get(i));
      }
      return array;
    }

    @Override
    public void write(WireWriter out, Object array) {
      out.beginArray();
      int length = Array.getLength(array);
      for (int i = 0; i < length; i++) {
        element.write(out, Array.get(array, i));
      }
      out.endArray();
    }
  }
}
