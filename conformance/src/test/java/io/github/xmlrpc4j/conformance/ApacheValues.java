package io.github.xmlrpc4j.conformance;

import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Values as the objects that Apache's API has for them, and back. */
final class ApacheValues {
  private ApacheValues() {}

  static Value value(@Nullable Object object) {
    if (object == null) {
      return Value.nil();
    } else if (object instanceof Byte || object instanceof Short || object instanceof Integer) {
      return Value.of(((Number) object).intValue());
    } else if (object instanceof Long number) {
      return Value.of(number);
    } else if (object instanceof Boolean truth) {
      return Value.of(truth);
    } else if (object instanceof Float || object instanceof Double) {
      return Value.of(Double.parseDouble(object.toString()));
    } else if (object instanceof BigInteger number) {
      return Value.of(number);
    } else if (object instanceof BigDecimal number) {
      return new Value.Decimal(number);
    } else if (object instanceof byte[] bytes) {
      return Value.Bytes.of(bytes);
    } else if (object instanceof Date || object instanceof Calendar) {
      return time(object);
    } else if (object instanceof Object[] array) {
      return new Value.Array(Arrays.stream(array).map(ApacheValues::value).toList());
    } else if (object instanceof Map<?, ?> map) {
      Map<String, Value> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put(String.valueOf(name), value(member)));
      return new Value.Struct(members);
    }
    return Value.of(object instanceof String text ? text : object.getClass().getSimpleName());
  }

  private static Value time(Object object) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    if (object instanceof Calendar other) {
      calendar = other;
    } else {
      calendar.setTime((Date) object);
    }
    LocalDateTime local =
        LocalDateTime.of(
            calendar.get(Calendar.YEAR),
            calendar.get(Calendar.MONTH) + 1,
            calendar.get(Calendar.DAY_OF_MONTH),
            calendar.get(Calendar.HOUR_OF_DAY),
            calendar.get(Calendar.MINUTE),
            calendar.get(Calendar.SECOND),
            calendar.get(Calendar.MILLISECOND) * 1_000_000);
    int millis = calendar.get(Calendar.ZONE_OFFSET) + calendar.get(Calendar.DST_OFFSET);
    return object instanceof Date
        ? Value.Time.of(local)
        : Value.Time.of(local.atOffset(ZoneOffset.ofTotalSeconds(millis / 1_000)));
  }

  /** The object that a program would give Apache's client. */
  static @Nullable Object object(Value value) {
    if (value instanceof Value.Array array) {
      return array.values().stream().map(ApacheValues::object).toArray();
    } else if (value instanceof Value.Struct struct) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      struct.members().forEach((name, member) -> map.put(name, object(member)));
      return map;
    } else if (value instanceof Value.Int number) {
      return number.value();
    } else if (value instanceof Value.Long number) {
      return number.value();
    } else if (value instanceof Value.Bool truth) {
      return truth.value();
    } else if (value instanceof Value.Real number) {
      return number.value();
    } else if (value instanceof Value.Decimal number) {
      return number.value().scale() == 0 ? number.value().unscaledValue() : number.value();
    } else if (value instanceof Value.Bytes bytes) {
      return bytes.value();
    } else if (value instanceof Value.Time time) {
      return date(time);
    }
    return value instanceof Value.Str text ? text.value() : null;
  }

  private static Object date(Value.Time time) {
    return time.offset() == null
        ? Date.from(time.local().toInstant(ZoneOffset.UTC))
        : GregorianCalendar.from(time.local().atOffset(time.offset()).toZonedDateTime());
  }
}
