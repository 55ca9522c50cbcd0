package io.github.xmlrpc4j.wire;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The content of the elements that hold text alone: numbers, truth values, dates, strings. */
final class ScalarReader {
  private final Scanner scanner;
  private final ElementReader elements;
  private final Limits limits;

  ScalarReader(Scanner scanner, ElementReader elements, Limits limits) {
    this.scanner = scanner;
    this.elements = elements;
    this.limits = limits;
  }

  String string() {
    return scanner.text(TextLimit.STRING);
  }

  /** Text without the blanks around it. */
  String trimmed(TextLimit limit) {
    int start = scanner.offset();
    String text = scanner.text(limit);
    String trimmed = Texts.trimmed(text);
    if (trimmed.length() != text.length() && !trimmed.isEmpty()) {
      elements.note(Deviation.WHITE_SPACE_IN_SCALAR, start);
    }
    return trimmed;
  }

  long integer() {
    long number = scanner.plainInteger();
    return number == PlainContent.NO_INTEGER ? unusualInteger() : number;
  }

  private long unusualInteger() {
    int start = scanner.offset();
    String text = trimmed(TextLimit.NUMBER);
    if (text.isEmpty()) {
      if (scanner.peek() == Scanner.Next.END) {
        elements.note(Deviation.EMPTY_INT, start);
      }
      return 0;
    }
    requireInteger(text, start);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw elements.notXmlRpc(Texts.printable(text) + " does not fit 64 bits", start);
    }
  }

  private void requireInteger(String text, int start) {
    if (!Numbers.isInteger(text)) {
      throw elements.notXmlRpc("\"" + Texts.printable(text) + "\" is no integer", start);
    }
  }

  boolean truth() {
    int start = scanner.offset();
    long plain = scanner.plainInteger();
    boolean oneDigit = scanner.offset() == start + 1;
    if (oneDigit && (plain == 0 || plain == 1)) {
      return plain == 1;
    }
    scanner.seek(start);
    String text = trimmed(TextLimit.NUMBER);
    return switch (text) {
      case "0" -> false;
      case "1" -> true;
      case "true", "false" -> {
        elements.note(Deviation.BOOLEAN_WORD, start);
        yield text.equals("true");
      }
      default -> throw elements.notXmlRpc("\"" + Texts.printable(text) + "\" is no boolean", start);
    };
  }

  double real() {
    double number = scanner.plainDecimal();
    return Double.isNaN(number) ? unusualReal() : number;
  }

  private double unusualReal() {
    int start = scanner.offset();
    String text = trimmed(TextLimit.NUMBER);
    Double word = Numbers.notFinite(text);
    if (word != null) {
      elements.note(Deviation.DOUBLE_NOT_FINITE, start);
      return word;
    }
    checkReal(text, start);
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw elements.notXmlRpc(Texts.printable(text) + " is too large for a double", start);
    }
    return number;
  }

  private void checkReal(String text, int start) {
    switch (Numbers.spelling(text)) {
      case PLAIN -> {}
      case BARE_POINT -> elements.note(Deviation.DOUBLE_BARE_POINT, start);
      case EXPONENT -> elements.note(Deviation.DOUBLE_EXPONENT, start);
      case BARE_POINT_EXPONENT -> {
        elements.note(Deviation.DOUBLE_BARE_POINT, start);
        elements.note(Deviation.DOUBLE_EXPONENT, start);
      }
      case NONE -> throw noNumber(text, start);
    }
  }

  private NotXmlRpcException noNumber(String text, int start) {
    return elements.notXmlRpc("\"" + Texts.printable(text) + "\" is no number", start);
  }

  /** The exact number that a double's digits spell, or null if it is not finite. */
  @Nullable BigDecimal exactReal() {
    int start = scanner.offset();
    String text = trimmed(TextLimit.NUMBER);
    if (Numbers.notFinite(text) != null) {
      elements.note(Deviation.DOUBLE_NOT_FINITE, start);
      return null;
    }
    checkReal(text, start);
    return decimal(text, start);
  }

  /** A number of any size, with an exponent or without. */
  BigDecimal bigDecimal() {
    int start = scanner.offset();
    String text = trimmed(TextLimit.NUMBER);
    if (Numbers.spelling(text) == Numbers.Spelling.NONE) {
      throw noNumber(text, start);
    }
    return decimal(text, start);
  }

  /** An integer of any size. */
  BigDecimal bigInteger() {
    int start = scanner.offset();
    String text = trimmed(TextLimit.NUMBER);
    requireInteger(text, start);
    return new BigDecimal(text);
  }

  /** The number, unless its exponent would make its digits more than a number may have. */
  private BigDecimal decimal(String text, int start) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) <= limits.maxNumberLength()) {
        return number;
      }
    } catch (NumberFormatException e) {
      // An exponent beyond the range of int is as far over the limit as one below it.
    }
    throw new LimitExceededException(
        "the exponent of " + Texts.printable(text),
        "maxNumberLength",
        limits.maxNumberLength(),
        scanner.position(start));
  }

  Value.Time time() {
    int start = scanner.offset();
    String text = trimmed(TextLimit.NUMBER);
    Set<Deviation> met = EnumSet.noneOf(Deviation.class);
    Value.Time time = Times.parse(text, met);
    if (time == null) {
      throw elements.notXmlRpc("\"" + Texts.printable(text) + "\" is no date with a time", start);
    }
    met.forEach(deviation -> elements.note(deviation, start));
    return time;
  }

  byte[] bytes() {
    byte[] bytes = scanner.plainBase64(limits.maxStringLength());
    return bytes == null ? unusualBytes() : bytes;
  }

  private byte[] unusualBytes() {
    int start = scanner.offset();
    Base64Text base64 = Base64Text.of(scanner.text(TextLimit.BASE64));
    String problem = base64.problem();
    if (problem != null) {
      throw elements.notXmlRpc(problem, start);
    }
    if (base64.hasWhiteSpace()) {
      elements.note(Deviation.BASE64_WHITE_SPACE, start);
    }
    if (base64.isUnpadded()) {
      elements.note(Deviation.BASE64_UNPADDED, start);
    }
    byte[] bytes = base64.decode();
    if (bytes.length > limits.maxStringLength()) {
      throw TextLimit.BASE64.exceeded(limits, scanner.position(start));
    }
    return bytes;
  }
}
