package io.github.xmlrpc4j.wire;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How dates are spelt on the wire: {@code 19980717T14:08:55} by the specification, and by peers
 * with dashes, without colons, with a blank for the T, with a fraction, with a zone, or without a
 * time.
 */
final class Times {
  private final String text;
  private final Set<Deviation> met;
  private int at;

  private Times(String text, Set<Deviation> met) {
    this.text = text;
    this.met = met;
  }

  /** The date that the text spells, or null; what is unusual about the spelling is added. */
  static Value.@Nullable Time parse(String text, Set<Deviation> met) {
    try {
      return new Times(text, met).time();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Value.Time time() {
    int year = number(4);
    boolean dashes = skip('-');
    int month = number(2);
    if (dashes) {
      require('-');
    }
    int day = number(2);
    if (dashes || at == text.length()) {
      met.add(Deviation.DATE_SPELLING);
    }
    if (at == text.length()) {
      return Value.Time.of(LocalDateTime.of(year, month, day, 0, 0));
    }
    if (!skip('T')) {
      require(' ');
      met.add(Deviation.DATE_SPELLING);
    }
    int hour = number(2);
    boolean colons = skip(':');
    if (!colons) {
      met.add(Deviation.DATE_SPELLING);
    }
    int minute = number(2);
    if (colons) {
      require(':');
    }
    int second = number(2);
    int nano = skip('.') ? fraction() : 0;
    LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second, nano);
    return at == text.length() ? Value.Time.of(local) : new Value.Time(local, zone());
  }

  private int fraction() {
    met.add(Deviation.DATE_FRACTION);
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start || at - start > 9) {
      throw new DateTimeException("a fraction has one to nine digits");
    }
    String digits = text.substring(start, at);
    return Integer.parseInt(digits + "0".repeat(9 - digits.length()));
  }

  private ZoneOffset zone() {
    met.add(Deviation.DATE_ZONE);
    if (skip('Z')) {
      requireEnd();
      return ZoneOffset.UTC;
    }
    int sign = -1;
    if (!skip('-')) {
      require('+');
      sign = 1;
    }
    int hours = number(2);
    int minutes = 0;
    if (at < text.length()) {
      skip(':');
      minutes = number(2);
    }
    requireEnd();
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private int number(int digits) {
    if (at + digits > text.length()) {
      throw new DateTimeException("digits are missing");
    }
    int number = 0;
    for (int i = 0; i < digits; i++) {
      char c = text.charAt(at++);
      if (!isDigit(c)) {
        throw new DateTimeException("not a digit");
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private boolean skip(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    if (there) {
      at++;
    }
    return there;
  }

  private void require(char c) {
    if (!skip(c)) {
      throw new DateTimeException("'" + c + "' is missing");
    }
  }

  private void requireEnd() {
    if (at != text.length()) {
      throw new DateTimeException("something follows the date");
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Why a date cannot be written without change in a dialect, or null where it can be. */
  static @Nullable String problem(Value.Time time, Dialect dialect) {
    LocalDateTime local = time.local();
    int year = local.getYear();
    if (year < 0 || year > 9999) {
      return "the year " + year + " does not have four digits";
    }
    boolean fraction = !local.truncatedTo(ChronoUnit.SECONDS).equals(local);
    if (fraction && !dialect.writes(Extension.DATE_FRACTION)) {
      return local
          + " has a fraction of a second; truncate it to seconds (Extension.DATE_FRACTION"
          + " allows it)";
    }
    ZoneOffset offset = time.offset();
    if (offset == null) {
      return null;
    }
    if (!dialect.writes(Extension.DATE_ZONE)) {
      return "the date has the offset "
          + offset
          + "; send it as a local date (Extension.DATE_ZONE allows it)";
    }
    return offset.getTotalSeconds() % 60 == 0 ? null : "the offset " + offset + " has seconds";
  }

  /** The specification's spelling, with fraction and offset where the value has them. */
  static String format(Value.Time time) {
    LocalDateTime t = time.local();
    StringBuilder text = new StringBuilder(24);
    digits(text, t.getYear(), 4);
    digits(text, t.getMonthValue(), 2);
    digits(text, t.getDayOfMonth(), 2);
    text.append('T');
    digits(text, t.getHour(), 2);
    text.append(':');
    digits(text, t.getMinute(), 2);
    text.append(':');
    digits(text, t.getSecond(), 2);
    int nano = t.getNano();
    if (nano != 0) {
      text.append('.');
      digits(text, nano, 9);
      while (text.charAt(text.length() - 1) == '0') {
        text.setLength(text.length() - 1);
      }
    }
    ZoneOffset offset = time.offset();
    return offset == null ? text.toString() : text.append(offset.getId()).toString();
  }

  private static void digits(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    text.append("0".repeat(width - digits.length())).append(digits);
  }
}
