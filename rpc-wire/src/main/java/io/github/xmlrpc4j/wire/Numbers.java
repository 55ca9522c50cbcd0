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

  /** The characters of the longest int. */
  static final int INT_LENGTH = 11;

  /** The characters of the longest int with a point and six decimals. */
  static final int DECIMAL_LENGTH = INT_LENGTH + 7;

  /**
   * The number up to which a double's digits are looked for by trying, up to six decimals. With
   * those it has 15 digits, so that no other number of so many is the same double, and that a
   * division by a power of ten is that double.
   */
  static final double QUICK_WHOLE = 1e9;

  /**
   * The three digits of each number below a thousand, and how many are left without zeros behind.
   */
  private static final int[] TRIPLETS = new int[1_000];

  static {
    for (int i = 0; i < TRIPLETS.length; i++) {
      int decimals = i % 10 > 0 ? 3 : i % 100 > 0 ? 2 : 1;
      TRIPLETS[i] =
          ('0' + i / 100) | ('0' + i / 10 % 10) << 8 | ('0' + i % 10) << 16 | decimals << 24;
    }
  }

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

  /** What there is to know of the digits of a number below a thousand. */
  static int triplet(int number) {
    return TRIPLETS[number];
  }

  /** A triplet's three digits, the first one lowest. */
  static long characters(int triplet) {
    return triplet & 0xFFFFFF;
  }

  /** How many of a triplet's digits say something behind a point, of which one remains. */
  static int decimals(int triplet) {
    return triplet >>> 24;
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
