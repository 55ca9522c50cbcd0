package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64 as peers send it: in lines, and now and then without its padding. */
final class Base64Text {
  static final String BEHIND_PADDING = "base64 goes on behind its padding";
  static final String NO_DIGIT = "a character that is none of base64's";
  static final String CUT_SHORT = "base64 is cut short or padded wrongly";

  private final byte[] digits;
  private final boolean whiteSpace;
  private final @Nullable String problem;

  private Base64Text(byte[] digits, boolean whiteSpace, @Nullable String problem) {
    this.digits = digits;
    this.whiteSpace = whiteSpace;
    this.problem = problem;
  }

  static Base64Text of(String text) {
    byte[] digits = text.getBytes(StandardCharsets.UTF_8);
    int count = 0;
    int padding = 0;
    for (byte b : digits) {
      if (Texts.isBlank((char) b)) {
        continue;
      }
      if (b == '=') {
        padding++;
      } else if (padding > 0 || !isDigit(b)) {
        return failed(padding > 0 ? BEHIND_PADDING : NO_DIGIT);
      }
      digits[count++] = b;
    }
    int rest = (count - padding) % 4;
    if (rest == 1 || (padding > 0 && count % 4 != 0) || padding > 2) {
      return failed(CUT_SHORT);
    }
    return new Base64Text(Arrays.copyOf(digits, count), count != digits.length, null);
  }

  /** The number of characters that may take up so many bytes, with a line end after each 60. */
  static int maxLength(int bytes) {
    return (int) Math.min(Integer.MAX_VALUE - 8L, bytes * 3L / 2 + 64);
  }

  private static Base64Text failed(String problem) {
    return new Base64Text(new byte[0], false, problem);
  }

  /** Whether a character may stand in base64: a digit, padding, or a blank. */
  static boolean isContent(byte b) {
    return isDigit(b) || b == '=' || Texts.isBlank((char) b);
  }

  private static boolean isDigit(byte b) {
    return (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || (b >= '0' && b <= '9')
        || b == '+'
        || b == '/';
  }

  /** What is wrong, or null if the text is base64. */
  @Nullable String problem() {
    return problem;
  }

  boolean hasWhiteSpace() {
    return whiteSpace;
  }

  boolean isUnpadded() {
    return digits.length % 4 != 0;
  }

  byte[] decode() {
    return Base64.getDecoder().decode(digits);
  }
}
