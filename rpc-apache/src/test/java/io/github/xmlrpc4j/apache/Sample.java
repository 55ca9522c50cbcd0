package io.github.xmlrpc4j.apache;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * A value that is sent, and what it is to its receiver.
 *
 * @param sent the value
 * @param received what {@link Shown} says of it on the other side
 */
record Sample(Object sent, String received) {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** The values of the specification, which mean the same with extensions and without. */
  static Stream<Sample> core() {
    return Stream.of(
        same(0),
        same(-7),
        same(Integer.MIN_VALUE),
        same(Integer.MAX_VALUE),
        same(true),
        same(false),
        same(""),
        same(" text & <markup> ]]> 'é' \n\t "),
        same(1.5),
        same(-0.1),
        same(1e10),
        same(-1e-7),
        same(Double.MAX_VALUE),
        same(new byte[0]),
        same(new byte[] {0, 1, -1, 127, -128, 60, 38}),
        same(date("1998-07-17T14:08:55")),
        same(date("2026-01-01T00:00:00")),
        // Days that other calendars reckon otherwise: their empty dates, and one before 1582.
        same(date(1, 1, 1)),
        same(date(1582, 10, 4)),
        same(date(1850, 7, 1)),
        same(date(1899, 12, 30)),
        // The hour that comes twice: the second one is meant, by both programs.
        same(Date.from(ZonedDateTime.parse("2026-10-25T02:30:00+01:00").toInstant())),
        same(new Object[0]),
        same(new Object[] {1, "two", new Object[] {3.0, new Object[] {true}}}),
        new Sample(List.of(1, "two"), "[Integer 1, String two]"),
        same(Map.of()),
        same(Map.of("name", "Zoë", "tags", new Object[] {"a"}, "", Map.of("x <y>", 1))));
  }

  /** The values that Apache sends with extensions alone. */
  static Stream<Sample> extended() {
    return Stream.of(
        same(null),
        same((byte) -128),
        same((short) 32_767),
        same(5L),
        same(Long.MIN_VALUE),
        same(new BigInteger("-1267650600228229401496703205376")),
        same(BigInteger.TWO),
        same(new BigDecimal("3.1400")),
        same(new BigDecimal("12345678901234567890.5")),
        same(0.1f),
        same(-3.4028235e38f),
        same(Double.NaN),
        same(Double.NEGATIVE_INFINITY),
        same(GregorianCalendar.from(ZonedDateTime.parse("1998-07-17T14:08:55.123+02:00"))),
        same(GregorianCalendar.from(ZonedDateTime.parse("2026-01-01T00:00:00Z"))),
        same(calendar(1850, 7, 1)),
        same(Arrays.asList(null, 1L).toArray()),
        same(Collections.singletonMap("nothing", null)));
  }

  /** What the values of {@link #extended} become without extensions, where they can. */
  static Stream<Sample> narrowed() {
    return Stream.of(
        new Sample((byte) -128, "Integer -128"),
        new Sample((short) 32_767, "Integer 32767"),
        new Sample(5L, "Integer 5"),
        new Sample(BigInteger.TWO, "Integer 2"),
        new Sample(new BigDecimal("2.5"), "Double 2.5"),
        new Sample(1.5f, "Double 1.5"),
        new Sample(
            GregorianCalendar.from(ZonedDateTime.parse("1998-07-17T14:08:55.123+02:00")),
            "Date 1998-07-17T12:08:55Z"),
        new Sample(Date.from(Instant.ofEpochMilli(1_000_000_999L)), "Date 1970-01-12T13:46:40Z"),
        new Sample(Map.of(5, "five"), "{5=String five}"));
  }

  private static Sample same(Object value) {
    return new Sample(value, Shown.of(value));
  }

  private static Date date(String local) {
    return Date.from(LocalDateTime.parse(local).atZone(BERLIN).toInstant());
  }

  private static Date date(int year, int month, int day) {
    return calendar(year, month, day).getTime();
  }

  private static Calendar calendar(int year, int month, int day) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(BERLIN));
    calendar.set(year, month - 1, day, 12, 0, 0);
    calendar.set(Calendar.MILLISECOND, 0);
    return calendar;
  }

  @Override
  public String toString() {
    return received;
  }
}
