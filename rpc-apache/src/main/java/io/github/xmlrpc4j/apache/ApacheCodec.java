package io.github.xmlrpc4j.apache;

import io.github.xmlrpc4j.wire.ApacheType;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * The codec of the Java objects that Apache XML-RPC's programs use.
 *
 * <p>The middle column is what {@link io.github.xmlrpc4j.wire.Dialect#APACHE} writes, which the
 * bridge uses where extensions are enabled; the last one is what other dialects write. The column
 * read backwards is what is read, with extensions enabled or not.
 *
 * <table>
 *   <caption>How values map</caption>
 *   <tr><th>Java</th><th>with extensions</th><th>without</th></tr>
 *   <tr><td>{@code Integer}</td><td>int, i4</td><td>int</td></tr>
 *   <tr><td>{@code Boolean}</td><td>boolean</td><td>boolean</td></tr>
 *   <tr><td>{@code String}</td><td>string, or no type</td><td>string</td></tr>
 *   <tr><td>{@code Double}</td><td>double</td><td>double; not finite is refused</td></tr>
 *   <tr><td>{@code Date}</td><td>dateTime.iso8601 in the zone that is configured, to the second;
 *       on reading, an offset that was sent comes first</td><td>the same</td></tr>
 *   <tr><td>{@code byte[]}</td><td>base64</td><td>base64</td></tr>
 *   <tr><td>{@code Object[]}, {@code List} on writing</td><td>array</td><td>array</td></tr>
 *   <tr><td>{@code Map}, a {@code LinkedHashMap} on reading</td><td>struct; a key that is no string
 *       is refused</td><td>struct; a key that is no string is written as its text</td></tr>
 *   <tr><td>{@code null}</td><td>ex:nil</td><td>refused</td></tr>
 *   <tr><td>{@code Byte}</td><td>ex:i1</td><td>int</td></tr>
 *   <tr><td>{@code Short}</td><td>ex:i2</td><td>int</td></tr>
 *   <tr><td>{@code Long}</td><td>ex:i8; on reading, an int outside 32 bits too</td><td>int where it
 *       fits, else refused</td></tr>
 *   <tr><td>{@code BigInteger}</td><td>ex:biginteger</td><td>int where it fits, else
 *       refused</td></tr>
 *   <tr><td>{@code Float}</td><td>ex:float</td><td>double</td></tr>
 *   <tr><td>{@code BigDecimal}</td><td>ex:bigdecimal</td><td>double where one has just this value,
 *       else refused</td></tr>
 *   <tr><td>{@code Calendar}</td><td>ex:dateTime with its offset, to the millisecond</td><td>as a
 *       {@code Date}</td></tr>
 *   <tr><td>{@code org.w3c.dom.Node}, {@code Serializable}, any other class</td><td>refused, ex:dom
 *       and ex:serializable on reading too</td><td>refused</td></tr>
 * </table>
 *
 * <p>Dates are reckoned as {@code java.util} reckons them: days before October 1582 are those of
 * the Julian calendar, and of an hour that comes twice in autumn the second is meant.
 *
 * <p>What is refused is an exception that names the way to the value. Inside a {@code
 * system.multicall} the {@code ex:} types are read as the nearest class of the first column's upper
 * half.
 *
 * <p>The codec also serves programs that move on: {@code Codecs.builder().add(Object.class, new
 * ApacheCodec(zone))} has a {@code ServerProxy} give the objects that the old code expects.
 */
@SuppressWarnings("JavaUtilDate") // It is what the programs use that this serves.
public final class ApacheCodec implements Codec<@Nullable Object> {
  private final TimeZone zone;

  /** A codec that takes dates without an offset to be in a zone. */
  public ApacheCodec(TimeZone zone) {
    this.zone = (TimeZone) zone.clone();
  }

  @Override
  public @Nullable Kind kind() {
    return null;
  }

  // ---- reading

  @Override
  @SuppressWarnings("NullAway") // The codec's type is nullable, which NullAway cannot see here.
  public @Nullable Object read(WireReader in) {
    return switch (in.peek()) {
      case INT, LONG -> readInteger(in);
      case BOOLEAN -> in.readBoolean();
      case DOUBLE -> readReal(in);
      case DECIMAL -> readNumber(in);
      case STRING -> in.readString();
      case TIME -> readTime(in);
      case BYTES -> in.readBytes();
      case ARRAY -> readArray(in);
      case STRUCT -> readStruct(in);
      case NIL -> {
        in.readNil();
        yield null;
      }
    };
  }

  private static Object readInteger(WireReader in) {
    ApacheType type = in.apacheType();
    boolean wide = in.peek() == Kind.LONG;
    long number = in.readLong();
    if (type == ApacheType.I1) {
      return (byte) requireWithin(in, number, Byte.MAX_VALUE, "an integer of 8 bits");
    }
    if (type == ApacheType.I2) {
      return (short) requireWithin(in, number, Short.MAX_VALUE, "an integer of 16 bits");
    }
    if (wide || number != (int) number) {
      return number;
    }
    return (int) number;
  }

  private static long requireWithin(WireReader in, long number, long most, String expected) {
    if (number > most || number < -most - 1) {
      throw in.mismatch(expected, Long.toString(number));
    }
    return number;
  }

  private static Object readReal(WireReader in) {
    boolean single = in.apacheType() == ApacheType.FLOAT;
    double number = in.readDouble();
    if (single) {
      return (float) number;
    }
    return number;
  }

  private static Object readNumber(WireReader in) {
    boolean integer = in.apacheType() == ApacheType.BIGINTEGER;
    BigDecimal number = in.readDecimal();
    return integer ? number.toBigIntegerExact() : number;
  }

  private Object readTime(WireReader in) {
    boolean whole = in.apacheType() == ApacheType.DATE_TIME;
    GregorianCalendar moment = Dates.read(in.readTime(), zone);
    return whole ? moment : moment.getTime();
  }

  private @Nullable Object[] readArray(WireReader in) {
    List<@Nullable Object> values = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      values.add(read(in));
    }
    in.endArray();
    return values.toArray();
  }

  private Map<String, @Nullable Object> readStruct(WireReader in) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    in.beginStruct();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      if (members.containsKey(name)) {
        in.duplicateMember(name);
      }
      members.put(name, read(in));
    }
    in.endStruct();
    return members;
  }

  // ---- writing

  @Override
  public void write(WireWriter out, @Nullable Object value) {
    if (value == null) {
      out.writeNil();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof Number number) {
      writeNumber(out, number);
    } else if (value instanceof Date date) {
      writeDate(out, date.getTime());
    } else if (value instanceof Calendar calendar) {
      writeCalendar(out, calendar);
    } else if (value instanceof byte[] bytes) {
      out.writeBytes(bytes);
    } else if (value instanceof Object[] array) {
      writeArray(out, Arrays.asList(array));
    } else if (value instanceof List<?> list) {
      writeArray(out, list);
    } else if (value instanceof Map<?, ?> map) {
      writeStruct(out, map);
    } else {
      throw unknown(out, value);
    }
  }

  private static RuntimeException unknown(WireWriter out, Object value) {
    return out.unwritable(
        value.getClass().getTypeName()
            + " is no type of XML-RPC; send it as a Map, an Object[], a String or a byte[]");
  }

  private static void writeNumber(WireWriter out, Number number) {
    if (number instanceof Integer) {
      out.writeInt(number.intValue());
    } else if (number instanceof Double) {
      out.writeDouble(number.doubleValue());
    } else if (number instanceof BigDecimal decimal) {
      out.writeDecimal(decimal);
    } else if (number instanceof Long) {
      out.writeValue(Value.of(number.longValue()));
    } else if (number instanceof BigInteger integer) {
      writeInteger(out, integer);
    } else if (number instanceof Byte) {
      writeSmall(out, ApacheType.I1, number);
    } else if (number instanceof Short) {
      writeSmall(out, ApacheType.I2, number);
    } else if (number instanceof Float real) {
      writeFloat(out, real);
    } else {
      throw unknown(out, number);
    }
  }

  private static boolean hasExtensions(WireWriter out) {
    return out.dialect().writes(Extension.APACHE_TYPE);
  }

  private static void writeSmall(WireWriter out, ApacheType type, Number number) {
    if (hasExtensions(out)) {
      out.writeApache(type, number.toString());
    } else {
      out.writeInt(number.intValue());
    }
  }

  private static void writeInteger(WireWriter out, BigInteger number) {
    if (hasExtensions(out)) {
      out.writeApache(ApacheType.BIGINTEGER, number.toString());
    } else if (number.bitLength() < Long.SIZE) {
      out.writeLong(number.longValue());
    } else {
      throw out.unwritable("an integer of " + number.bitLength() + " bits does not fit <int>");
    }
  }

  private static void writeFloat(WireWriter out, float number) {
    if (hasExtensions(out) && Float.isFinite(number)) {
      out.writeApache(ApacheType.FLOAT, new BigDecimal(Float.toString(number)).toPlainString());
    } else if (hasExtensions(out)) {
      out.writeApache(ApacheType.FLOAT, Float.toString(number));
    } else {
      out.writeDouble(number);
    }
  }

  private void writeDate(WireWriter out, long millis) {
    out.writeTime(Dates.local(out, millis, zone));
  }

  private void writeCalendar(WireWriter out, Calendar calendar) {
    if (hasExtensions(out)) {
      out.writeApache(ApacheType.DATE_TIME, Dates.withOffset(out, calendar));
    } else {
      writeDate(out, calendar.getTimeInMillis());
    }
  }

  private void writeArray(WireWriter out, List<?> values) {
    out.beginArray();
    for (Object value : values) {
      write(out, value);
    }
    out.endArray();
  }

  private void writeStruct(WireWriter out, Map<?, ?> members) {
    out.beginStruct();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.name(name(out, member.getKey()));
      write(out, member.getValue());
    }
    out.endStruct();
  }

  private static String name(WireWriter out, @Nullable Object key) {
    if (key instanceof String name) {
      return name;
    }
    if (key == null || hasExtensions(out)) {
      throw out.unwritable(
          "a member's name is a String, not "
              + (key == null ? "null" : key.getClass().getTypeName()));
    }
    return key.toString();
  }
}
