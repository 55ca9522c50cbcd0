package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The contents of scalar elements, by patterns instead of by hand. */
final class Scalars {
  private static final Pattern BLANKS_AROUND = Pattern.compile("^[ \\t\\r\\n]+|[ \\t\\r\\n]+\\z");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:([0-9]+(?:\\.[0-9]+)?)|[0-9]+\\.|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?nan|([+-]?)inf(?:inity)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE =
      Pattern.compile(
          "([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})"
              + "(?:([T ])([0-9]{2})(:?)([0-9]{2})\\7([0-9]{2})(?:\\.([0-9]{1,9}))?"
              + "(Z|([+-][0-9]{2})(?::?([0-9]{2}))?)?)?");
  private static final Pattern BASE64 =
      Pattern.compile("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(==)?|[A-Za-z0-9+/]{3}(=)?)?");

  private final Set<Deviation> met;

  Scalars(Set<Deviation> met) {
    this.met = met;
  }

  /** Text without the white space around it. */
  static String trimmed(String text) {
    return BLANKS_AROUND.matcher(text).replaceAll("");
  }

  private String content(String text) {
    String trimmed = trimmed(text);
    if (!trimmed.isEmpty() && !trimmed.equals(text)) {
      met.add(Deviation.WHITE_SPACE_IN_SCALAR);
    }
    return trimmed;
  }

  String methodName(String text) throws Refused {
    String name = content(text);
    if (name.isEmpty()) {
      throw new Refused("no method's name");
    }
    if (!name.matches("[A-Za-z0-9_.:/]+")) {
      met.add(Deviation.METHOD_NAME_CHARACTERS);
    }
    return name;
  }

  Value integer(String text, boolean wide) throws Refused {
    String digits = content(text);
    if (digits.isEmpty()) {
      met.add(Deviation.EMPTY_INT);
      return wide ? Value.of(0L) : Value.of(0);
    }
    BigInteger number = bigInteger(digits);
    if (number.bitLength() > 63) {
      throw new Refused("over 64 bits");
    }
    if (wide) {
      return Value.of(number.longValue());
    }
    if (number.bitLength() > 31) {
      met.add(Deviation.INT_OVER_32_BITS);
    }
    return Value.of(number);
  }

  Value wholeNumber(String text) throws Refused {
    return Value.of(bigInteger(content(text)));
  }

  private static BigInteger bigInteger(String digits) throws Refused {
    if (!INTEGER.matcher(digits).matches()) {
      throw new Refused("no integer");
    }
    return new BigInteger(digits);
  }

  Value truth(String text) throws Refused {
    String word = content(text);
    return switch (word) {
      case "0", "1" -> Value.of(word.equals("1"));
      case "true", "false" -> {
        met.add(Deviation.BOOLEAN_WORD);
        yield Value.of(word.equals("true"));
      }
      default -> throw new Refused("no boolean");
    };
  }

  Value real(String text) throws Refused {
    String digits = content(text);
    Matcher word = NOT_FINITE.matcher(digits);
    if (word.matches()) {
      met.add(Deviation.DOUBLE_NOT_FINITE);
      return Value.of(notFinite(word.group(1)));
    }
    Matcher decimal = DECIMAL.matcher(digits);
    if (!decimal.matches()) {
      throw new Refused("no double");
    }
    if (decimal.group(2) != null) {
      met.add(Deviation.DOUBLE_EXPONENT);
    }
    if (decimal.group(1) == null) {
      met.add(Deviation.DOUBLE_BARE_POINT);
    }
    double number = Double.parseDouble(digits);
    if (Double.isInfinite(number)) {
      throw new Refused("too large");
    }
    return Value.of(number);
  }

  private static double notFinite(@Nullable String sign) {
    if (sign == null) {
      return Double.NaN;
    }
    return sign.toLowerCase(Locale.ROOT).equals("-")
        ? Double.NEGATIVE_INFINITY
        : Double.POSITIVE_INFINITY;
  }

  Value decimal(String text) throws Refused {
    String digits = content(text);
    if (!DECIMAL.matcher(digits).matches()) {
      throw new Refused("no number");
    }
    BigDecimal number = number(digits);
    return number.scale() == 0 ? Value.of(number.unscaledValue()) : new Value.Decimal(number);
  }

  private static BigDecimal number(String digits) throws Refused {
    try {
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      throw new Refused("an exponent of more than 32 bits");
    }
  }

  Value date(String text) throws Refused {
    Matcher date = DATE.matcher(content(text));
    if (!date.matches()) {
      throw new Refused("no date");
    }
    boolean dateAlone = date.group(5) == null;
    if (!date.group(2).isEmpty()
        || dateAlone
        || date.group(5).equals(" ")
        || date.group(7).isEmpty()) {
      met.add(Deviation.DATE_SPELLING);
    }
    try {
      return dateAlone ? Value.Time.of(local(date, 0, 0, 0, 0)) : time(date);
    } catch (DateTimeException e) {
      throw new Refused("no such date");
    }
  }

  private Value.Time time(Matcher date) {
    String fraction = date.group(10);
    if (fraction != null) {
      met.add(Deviation.DATE_FRACTION);
    }
    int nanos =
        fraction == null ? 0 : new BigDecimal("." + fraction).movePointRight(9).intValueExact();
    LocalDateTime local = local(date, number(date, 6), number(date, 8), number(date, 9), nanos);
    String zone = date.group(11);
    if (zone == null) {
      return Value.Time.of(local);
    }
    met.add(Deviation.DATE_ZONE);
    if (zone.equals("Z")) {
      return new Value.Time(local, ZoneOffset.UTC);
    }
    String minutes = date.group(13) == null ? "00" : date.group(13);
    return new Value.Time(local, ZoneOffset.of(date.group(12) + ":" + minutes));
  }

  private static LocalDateTime local(Matcher date, int hour, int minute, int second, int nanos) {
    return LocalDateTime.of(
        number(date, 1), number(date, 3), number(date, 4), hour, minute, second, nanos);
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  Value bytes(String text) throws Refused {
    String digits = text.replaceAll("[ \\t\\r\\n]", "");
    Matcher base64 = BASE64.matcher(digits);
    if (!base64.matches()) {
      throw new Refused("no base64");
    }
    if (digits.length() != text.length()) {
      met.add(Deviation.BASE64_WHITE_SPACE);
    }
    if (digits.length() % 4 != 0) {
      met.add(Deviation.BASE64_UNPADDED);
    }
    return Value.Bytes.of(Base64.getMimeDecoder().decode(digits));
  }
}
