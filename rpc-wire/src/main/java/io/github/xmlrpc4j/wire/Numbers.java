package io.github.xmlrpc4j.wire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers are spelt on the wire. */
final class Numbers {
  /** The ways in which peers spell a decimal number. */
  enum Spelling {
    PLAIN,
    BARE_POINT,
    EXPONENT,
    BARE_POINT_EXPONENT,
    NONE
  }

  /** The decimals up to which a double's digits are looked for by trying. */
  static final int QUICK_DECIMALS = 6;

  /**
   * The digits up to which they are: as exact as the powers of ten in a double, so that their
   * division is the double that they spell, and with a whole part that an int holds.
   */
  static final long QUICK_DIGITS = 1_000_000_000L;

  /** The two digits of each number below a hundred. */
  static final byte[] PAIRS = new byte[200];

  static {
    for (int i = 0; i < PAIRS.length; i += 2) {
      PAIRS[i] = (byte) ('0' + i / 20);
      PAIRS[i + 1] = (byte) ('0' + i / 2 % 10);
    }
  }

  private static final int[] POWERS_OF_TEN = {
    10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  /** The length up to which a double's text has at most 15 digits, which stand for it alone. */
  private static final int SURELY_SHORTEST = 16;

  private Numbers() {}

  /** Whether the text is a sign or none, followed by ASCII digits. */
  static boolean isInteger(String text) {
    int first = sign(text);
    return first < text.length() && digits(text, first) == text.length();
  }

  /** How the text spells a decimal number, if it is one. */
  static Spelling spelling(String text) {
    int start = sign(text);
    int point = digits(text, start);
    int end = point;
    boolean bare = false;
    if (point < text.length() && text.charAt(point) == '.') {
      end = digits(text, point + 1);
      bare = point == start || end == point + 1;
    }
    if (end == start || (bare && end - start == 1)) {
      return Spelling.NONE;
    }
    if (end == text.length()) {
      return bare ? Spelling.BARE_POINT : Spelling.PLAIN;
    }
    boolean exponent = text.charAt(end) == 'e' || text.charAt(end) == 'E';
    if (!exponent || !isInteger(text.substring(end + 1))) {
      return Spelling.NONE;
    }
    return bare ? Spelling.BARE_POINT_EXPONENT : Spelling.EXPONENT;
  }

  /** The infinity or the not-a-number that the text spells, or null if it spells none. */
  static @Nullable Double notFinite(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      // C's printf puts the sign bit of a not-a-number before it, and 0.0/0.0 has one on x86.
      case "nan", "+nan", "-nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  /**
   * A finite double in plain decimal digits with a point: the fewest that read back as the same
   * double, which are those that Python writes too.
   */
  static String plain(double number) {
    String text = Double.toString(number);
    if (text.length() <= SURELY_SHORTEST && text.indexOf('E') < 0) {
      return text;
    }
    String plain = shortened(new BigDecimal(text), number).toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /** Digits without those that are not needed, of which Java has some before version 19. */
  private static BigDecimal shortened(BigDecimal digits, double number) {
    BigDecimal shortest = digits.stripTrailingZeros();
    while (shortest.precision() > 1) {
      BigDecimal shorter = shortest.round(new MathContext(shortest.precision() - 1));
      if (shorter.doubleValue() != number) {
        return shortest;
      }
      shortest = shorter.stripTrailingZeros();
    }
    return shortest;
  }

  /** How many digits a number that is not negative has. */
  static int digits(int number) {
    int count = 1;
    for (int power : POWERS_OF_TEN) {
      if (number < power) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** Whether the digits that a double is written in are just the number. */
  static boolean isWritten(double real, BigDecimal number) {
    return Double.isFinite(real) && new BigDecimal(plain(real)).compareTo(number) == 0;
  }

  /** Whether a double is just the number, be it by its digits or by its bits. */
  static boolean isSame(double real, BigDecimal number) {
    return isWritten(real, number)
        || (Double.isFinite(real) && new BigDecimal(real).compareTo(number) == 0);
  }

  private static int sign(String text) {
    return !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
