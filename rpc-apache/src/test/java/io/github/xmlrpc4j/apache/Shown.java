package io.github.xmlrpc4j.apache;

import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as text with their classes, so that an Integer and a Long of one number differ. */
final class Shown {
  private Shown() {}

  @SuppressWarnings("JavaUtilDate")
  static String of(Object value) {
    if (value instanceof byte[] bytes) {
      return "bytes " + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(Shown::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> members = new TreeMap<>();
      map.forEach((name, member) -> members.put((String) name, of(member)));
      return members.toString();
    }
    if (value instanceof Date date) {
      return "Date " + Instant.ofEpochMilli(date.getTime());
    }
    if (value instanceof Calendar calendar) {
      return "Calendar " + calendar.toInstant() + " +" + calendar.get(Calendar.ZONE_OFFSET);
    }
    return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
  }
}
