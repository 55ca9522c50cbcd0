package io.github.xmlrpc4j.wire;

import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Values as the Python expressions that make them. */
final class PythonLiterals {
  private PythonLiterals() {}

  static String of(Value value) {
    if (value instanceof Value.Array array) {
      return array.values().stream()
          .map(PythonLiterals::of)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Value.Struct struct) {
      return struct.members().entrySet().stream()
          .map(member -> of(Value.of(member.getKey())) + ": " + of(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return ofLeaf(value);
  }

  private static String ofLeaf(Value value) {
    if (value instanceof Value.Int number) {
      return Integer.toString(number.value());
    }
    if (value instanceof Value.Long number) {
      return Long.toString(number.value());
    }
    if (value instanceof Value.Decimal number) {
      return "Decimal('" + number.value() + "')";
    }
    if (value instanceof Value.Real number) {
      return Double.isFinite(number.value())
          ? "float.fromhex('" + Double.toHexString(number.value()) + "')"
          : "float('" + number.value() + "')";
    }
    if (value instanceof Value.Bool truth) {
      return truth.value() ? "True" : "False";
    }
    if (value instanceof Value.Bytes bytes) {
      return "bytes.fromhex('" + HexFormat.of().formatHex(bytes.value()) + "')";
    }
    if (value instanceof Value.Time time) {
      LocalDateTime t = time.local();
      return "datetime.datetime(%d, %d, %d, %d, %d, %d)"
          .formatted(
              t.getYear(),
              t.getMonthValue(),
              t.getDayOfMonth(),
              t.getHour(),
              t.getMinute(),
              t.getSecond());
    }
    return value instanceof Value.Str text ? text(text.value()) : "None";
  }

  private static String text(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                c >= ' ' && c < 0x7F && c != '\'' && c != '\\'
                    ? Character.toString(c)
                    : String.format("\\U%08x", c))
        .collect(Collectors.joining("", "'", "'"));
  }
}
