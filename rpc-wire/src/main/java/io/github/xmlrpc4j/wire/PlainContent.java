package io.github.xmlrpc4j.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Content of an element in the form that nearly all have: no blanks, references or comments, and
 * the end tag right behind. It is read without text being made of it; where it has another form,
 * nothing is consumed.
 */
final class PlainContent {
  /** What {@link #integer} returns where no plain integer stands. */
  static final long NO_INTEGER = Long.MIN_VALUE;

  private static final int MOST_INTEGER_DIGITS = 18;
  private static final int MOST_EXACT_DIGITS = 15;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
  };

  private PlainContent() {}

  /** Consumes an integer that is certain to fit 64 bits. */
  static long integer(Cursor in) {
    byte[] buf = in.buf;
    int at = in.pos;
    boolean negative = at < in.end && buf[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    long number = 0;
    while (at < in.end && isDigit(buf[at])) {
      number = number * 10 + (buf[at] - '0');
      at++;
    }
    if (at == first || at - first > MOST_INTEGER_DIGITS || !isEndTag(in, at)) {
      return NO_INTEGER;
    }
    in.pos = at;
    return negative ? -number : number;
  }

  /**
   * Consumes a decimal number whose digits, and the power of ten that they are divided by, are
   * exact as doubles, so that the one division rounds correctly.
   *
   * @return the number, or NaN
   */
  static double decimal(Cursor in) {
    byte[] buf = in.buf;
    int at = in.pos;
    boolean negative = at < in.end && buf[at] == '-';
    if (negative) {
      at++;
    }
    int first = at;
    int point = -1;
    long digits = 0;
    while (at < in.end && (isDigit(buf[at]) || (buf[at] == '.' && point < 0 && at > first))) {
      if (buf[at] == '.') {
        point = at;
      } else {
        digits = digits * 10 + (buf[at] - '0');
      }
      at++;
    }
    int count = at - first - (point < 0 ? 0 : 1);
    if (count == 0 || count > MOST_EXACT_DIGITS || point == at - 1 || !isEndTag(in, at)) {
      return Double.NaN;
    }
    in.pos = at;
    double number = point < 0 ? digits : digits / POWERS_OF_TEN[at - 1 - point];
    return negative ? -number : number;
  }

  /** Consumes base64 of at most so many bytes, or returns null. */
  static byte @Nullable [] base64(Cursor in, int maxBytes) {
    int at = CharacterData.plainRun(in, in.pos);
    int length = at - in.pos;
    if (!isEndTag(in, at) || length % 4 != 0 || length / 4 * 3L > maxBytes + 2L) {
      return null;
    }
    try {
      ByteBuffer bytes = Base64.getDecoder().decode(ByteBuffer.wrap(in.buf, in.pos, length));
      if (bytes.remaining() > maxBytes) {
        return null;
      }
      in.pos = at;
      return bytes.remaining() == bytes.array().length
          ? bytes.array()
          : Arrays.copyOf(bytes.array(), bytes.remaining());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Consumes a name of at most so many characters, or returns null. */
  static @Nullable String name(Cursor in, NameCache names, int maxLength) {
    int at = CharacterData.plainRun(in, in.pos);
    if (!isEndTag(in, at) || at - in.pos > maxLength) {
      return null;
    }
    String name = names.get(in.buf, in.pos, at);
    in.pos = at;
    return name;
  }

  private static boolean isEndTag(Cursor in, int at) {
    return at + 1 < in.end && in.buf[at] == '<' && in.buf[at + 1] == '/';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
