package io.github.xmlrpc4j.apache;

import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireWriter;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/**
 * Dates as {@code java.util} reckons them. Before October 1582, and where a zone once kept the time
 * of its sun, {@code java.time} means other moments than the programs that use {@code Date}.
 */
final class Dates {
  private static final int MINUTE = 60_000;

  private Dates() {}

  /** The moment that was sent, in the offset that was sent with it or else in a zone. */
  static GregorianCalendar read(Value.Time time, TimeZone zone) {
    LocalDateTime local = time.local();
    ZoneOffset offset = time.offset();
    GregorianCalendar calendar =
        new GregorianCalendar(offset == null ? zone : TimeZone.getTimeZone(offset));
    calendar.set(
        local.getYear(),
        local.getMonthValue() - 1,
        local.getDayOfMonth(),
        local.getHour(),
        local.getMinute(),
        local.getSecond());
    calendar.set(Calendar.MILLISECOND, (int) TimeUnit.NANOSECONDS.toMillis(local.getNano()));
    return calendar;
  }

  /** What clocks in a zone show at a moment, to the second, as Apache's own writer sends it. */
  static Value.Time local(WireWriter out, long millis, TimeZone zone) {
    return Value.Time.of(fields(out, calendar(millis, zone)).withNano(0));
  }

  /** A moment with the offset of its calendar, in whole minutes, as XML Schema spells it. */
  static String withOffset(WireWriter out, Calendar calendar) {
    int minutes = calendar.getTimeZone().getOffset(calendar.getTimeInMillis()) / MINUTE;
    TimeZone zone = new SimpleTimeZone(minutes * MINUTE, "offset");
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        fields(out, calendar(calendar.getTimeInMillis(), zone))
            .atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)));
  }

  private static GregorianCalendar calendar(long millis, TimeZone zone) {
    GregorianCalendar calendar = new GregorianCalendar(zone);
    calendar.setTimeInMillis(millis);
    return calendar;
  }

  private static LocalDateTime fields(WireWriter out, GregorianCalendar calendar) {
    int year = calendar.get(Calendar.YEAR);
    boolean before = calendar.get(Calendar.ERA) == GregorianCalendar.BC;
    try {
      return LocalDateTime.of(
          before ? 1 - year : year,
          calendar.get(Calendar.MONTH) + 1,
          calendar.get(Calendar.DAY_OF_MONTH),
          calendar.get(Calendar.HOUR_OF_DAY),
          calendar.get(Calendar.MINUTE),
          calendar.get(Calendar.SECOND),
          (int) TimeUnit.MILLISECONDS.toNanos(calendar.get(Calendar.MILLISECOND)));
    } catch (DateTimeException e) {
      throw out.unwritable("a day that only the Julian calendar has: " + e.getMessage());
    }
  }
}
