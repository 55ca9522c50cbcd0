package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * Values whose type is said: {@code i8:5} on a command line, {@code {"$i8": "5"}} in JSON. Both
 * have the same types and the same spellings.
 */
final class TypedText {
  /** The types that can be said. */
  static final Set<String> TYPES =
      Set.of("int", "i8", "double", "string", "bool", "date", "base64", "decimal", "nil");

  private TypedText() {}

  /**
   * The value that a text spells as a type.
   *
   * @throws UsageException if it spells none
   */
  static Value of(String type, String text) {
    try {
      return switch (type) {
        case "int" -> Value.of(Integer.parseInt(text));
        case "i8" -> Value.of(Long.parseLong(text));
        case "double" -> Value.of(real(text));
        case "string" -> Value.of(text);
        case "bool" -> Value.of(bool(text));
        case "date" -> time(text);
        case "base64" -> Value.Bytes.of(Base64.getDecoder().decode(text));
        case "decimal" -> new Value.Decimal(new BigDecimal(text));
        case "nil" -> nil(text);
        default -> throw new IllegalArgumentException("there is no type " + type);
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UsageException(
          type + ":" + text + " is none (expected: " + expected(type) + ")", e);
    }
  }

  private static String expected(String type) {
    return switch (type) {
      case "int" -> "-2147483648 to 2147483647";
      case "i8" -> "-9223372036854775808 to 9223372036854775807";
      case "double" -> "a number, nan, inf or -inf";
      case "bool" -> "true or false, 1 or 0";
      case "date" -> "2026-12-31T23:59:59 or 20261231T23:59:59, with fraction and zone if need be";
      case "base64" -> "base64, or @ and the name of a file";
      case "nil" -> "nothing behind the colon";
      default -> "a number";
    };
  }

  private static double real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> finite(text);
    };
  }

  /**
   * The double nearest to a decimal number.
   *
   * @throws NumberFormatException if the text is no number, or beyond all doubles
   */
  static double finite(String text) {
    BigDecimal number = new BigDecimal(text);
    double real = Double.parseDouble(text);
    if (Double.isInfinite(real) || (real == 0 && number.signum() != 0)) {
      throw new NumberFormatException(text);
    }
    return real;
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Value nil(String text) {
    if (!text.isEmpty()) {
      throw new IllegalArgumentException(text);
    }
    return Value.nil();
  }

  private static Value time(String text) {
    String dashed = text.replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)", "$1-$2-$3");
    if (dashed.length() == 10) {
      return Value.Time.of(LocalDate.parse(dashed).atStartOfDay());
    }
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            dashed.replaceFirst("^(.{10}) ", "$1T"), OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime offset
        ? Value.Time.of(offset)
        : Value.Time.of((LocalDateTime) time);
  }

  /** A date as ISO 8601 has it, which {@code date:} reads. */
  static String of(Value.Time time) {
    String local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.local());
    return time.offset() == null ? local : local + time.offset().getId();
  }
}
