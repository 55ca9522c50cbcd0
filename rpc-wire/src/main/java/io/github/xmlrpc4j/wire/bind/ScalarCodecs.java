package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codecs of numbers, truth values, text and bytes. */
final class ScalarCodecs {
  private static final Map<Type, Codec<?>> ALL = all();

  private ScalarCodecs() {}

  static @Nullable Codec<?> create(Type type, Codec.Lookup lookup) {
    return ALL.get(type);
  }

  private static Map<Type, Codec<?>> all() {
    Map<Type, Codec<?>> all = new HashMap<>();
    primitive(all, int.class, Integer.class, Kind.INT, WireReader::readInt, WireWriter::writeInt);
    primitive(all, long.class, Long.class, Kind.INT, WireReader::readLong, WireWriter::writeLong);
    primitive(
        all,
        short.class,
        Short.class,
        Kind.INT,
        in -> (short) ranged(in, Short.MIN_VALUE, Short.MAX_VALUE, "an integer of 16 bits"),
        (out, number) -> out.writeInt(number));
    primitive(
        all,
        byte.class,
        Byte.class,
        Kind.INT,
        in -> (byte) ranged(in, Byte.MIN_VALUE, Byte.MAX_VALUE, "an integer of 8 bits"),
        (out, number) -> out.writeInt(number));
    primitive(
        all,
        boolean.class,
        Boolean.class,
        Kind.BOOLEAN,
        WireReader::readBoolean,
        WireWriter::writeBoolean);
    primitive(
        all,
        double.class,
        Double.class,
        Kind.DOUBLE,
        WireReader::readDouble,
        WireWriter::writeDouble);
    primitive(
        all, float.class, Float.class, Kind.DOUBLE, ScalarCodecs::readFloat, ScalarCodecs::write);
    primitive(
        all,
        char.class,
        Character.class,
        Kind.STRING,
        ScalarCodecs::readChar,
        (out, character) -> out.writeString(character.toString()));
    reference(all, BigInteger.class, Kind.INT, ScalarCodecs::readBigInteger, ScalarCodecs::write);
    reference(
        all, BigDecimal.class, Kind.DOUBLE, WireReader::readDecimal, WireWriter::writeDecimal);
    reference(all, String.class, Kind.STRING, WireReader::readString, WireWriter::writeString);
    reference(
        all,
        CharSequence.class,
        Kind.STRING,
        WireReader::readString,
        (out, text) -> out.writeString(text.toString()));
    reference(
        all,
        URI.class,
        Kind.STRING,
        in -> parsed(in, "a URI", URI::create),
        (out, uri) -> out.writeString(uri.toString()));
    reference(
        all,
        UUID.class,
        Kind.STRING,
        in -> parsed(in, "a UUID", UUID::fromString),
        (out, uuid) -> out.writeString(uuid.toString()));
    reference(all, byte[].class, Kind.BYTES, WireReader::readBytes, WireWriter::writeBytes);
    Codec<Void> nothing = new VoidCodec();
    all.put(void.class, nothing);
    all.put(Void.class, nothing);
    return Map.copyOf(all);
  }

  private static <T> void primitive(
      Map<Type, Codec<?>> all,
      Class<T> primitive,
      Class<T> boxed,
      Kind kind,
      Function<WireReader, T> reading,
      BiConsumer<WireWriter, T> writing) {
    Codec<T> codec = new SimpleCodec<>(kind, reading, writing);
    all.put(primitive, codec);
    all.put(boxed, new NullableCodec<>(codec));
  }

  private static <T> void reference(
      Map<Type, Codec<?>> all,
      Class<T> type,
      Kind kind,
      Function<WireReader, T> reading,
      BiConsumer<WireWriter, T> writing) {
    all.put(type, new NullableCodec<>(new SimpleCodec<>(kind, reading, writing)));
  }

  private static int ranged(WireReader in, int least, int most, String expected) {
    int number = in.readInt();
    if (number < least || number > most) {
      throw in.mismatch(expected, Integer.toString(number));
    }
    return number;
  }

  private static float readFloat(WireReader in) {
    double number = in.readDouble();
    float nearest = (float) number;
    if (Float.isInfinite(nearest) && !Double.isInfinite(number)) {
      throw in.mismatch("a number of float's range", Double.toString(number));
    }
    return nearest;
  }

  /** Writes the shortest digits that read back as the float, not the double's many. */
  private static void write(WireWriter out, Float number) {
    out.writeDouble(Double.parseDouble(Float.toString(number)));
  }

  private static char readChar(WireReader in) {
    String text = in.readString();
    if (text.length() != 1) {
      throw in.mismatch("a string of one character", "one of " + text.length());
    }
    return text.charAt(0);
  }

  private static BigInteger readBigInteger(WireReader in) {
    Kind kind = in.peek();
    if (kind != Kind.INT && kind != Kind.LONG && kind != Kind.DECIMAL) {
      throw in.mismatch("an integer");
    }
    BigDecimal number = in.readDecimal();
    if (number.stripTrailingZeros().scale() > 0) {
      throw in.mismatch("an integer", number.toString());
    }
    return number.toBigInteger();
  }

  private static void write(WireWriter out, BigInteger number) {
    if (number.bitLength() < Long.SIZE) {
      out.writeLong(number.longValue());
    } else if (out.dialect().writes(Extension.BIGDECIMAL)) {
      out.writeDecimal(new BigDecimal(number));
    } else {
      throw out.unwritable(
          "an integer of "
              + (number.bitLength() + 1)
              + " bits does not fit <i8> (Extension.BIGDECIMAL allows <bigdecimal>)");
    }
  }

  private static <T> T parsed(WireReader in, String expected, Function<String, T> parse) {
    String text = in.readString();
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw in.mismatch(expected, "a string that is none");
    }
  }
}
