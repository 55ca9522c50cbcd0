package io.github.xmlrpc4j.conformance;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Messages and values as JSON that keeps types and the order of members, in ASCII and in one
 * spelling only, so that equal values are equal texts.
 */
final class Json {
  private Json() {}

  static String of(MethodCall call) {
    return "{\"methodName\":"
        + quoted(call.methodName())
        + ",\"params\":"
        + of(call.params())
        + "}";
  }

  static String of(MethodResponse response) {
    if (response instanceof MethodResponse.Success success) {
      return "{\"result\":" + of(success.value()) + "}";
    }
    return of(((MethodResponse.Failure) response).fault());
  }

  static String of(Fault fault) {
    return "{\"fault\":{\"code\":"
        + fault.code()
        + ",\"text\":"
        + quoted(fault.text())
        + ",\"members\":"
        + members(fault.members())
        + "}}";
  }

  static String of(List<Value> values) {
    return values.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
  }

  static String of(Value value) {
    if (value instanceof Value.Int number) {
      return typed("int", Integer.toString(number.value()));
    } else if (value instanceof Value.Long number) {
      return typed("i8", Long.toString(number.value()));
    } else if (value instanceof Value.Bool truth) {
      return typed("boolean", Boolean.toString(truth.value()));
    } else if (value instanceof Value.Real real) {
      return typed("double", number(real.value()));
    } else if (value instanceof Value.Decimal decimal) {
      return typed("decimal", quoted(decimal.value().toString()));
    } else if (value instanceof Value.Str text) {
      return typed("string", quoted(text.value()));
    } else if (value instanceof Value.Time time) {
      return typed("dateTime", quoted(spelt(time)));
    } else if (value instanceof Value.Bytes bytes) {
      return typed("base64", quoted(Base64.getEncoder().encodeToString(bytes.value())));
    } else if (value instanceof Value.Array array) {
      return typed("array", of(array.values()));
    } else if (value instanceof Value.Struct struct) {
      return typed("struct", members(struct));
    }
    return typed("nil", "null");
  }

  private static String typed(String type, String content) {
    return "{\"" + type + "\":" + content + "}";
  }

  private static String members(Value.Struct struct) {
    return struct.members().entrySet().stream()
        .map(Json::member)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String member(Map.Entry<String, Value> member) {
    return "[" + quoted(member.getKey()) + "," + of(member.getValue()) + "]";
  }

  private static String spelt(Value.Time time) {
    String local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.local());
    return time.offset() == null ? local : local + time.offset();
  }

  /** The fewest digits that stand for the number, as Python writes them. */
  private static String number(double real) {
    if (!Double.isFinite(real)) {
      return quoted(Double.toString(real));
    }
    if (real == 0) {
      return Double.toString(real);
    }
    BigDecimal digits = shortest(real);
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      return digits.scale() > 0 ? digits.toPlainString() : digits.toPlainString() + ".0";
    }
    String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa + String.format(Locale.ROOT, "e%+03d", exponent);
  }

  /** Java writes more digits than are needed before version 19. */
  private static BigDecimal shortest(double real) {
    BigDecimal digits = new BigDecimal(Double.toString(real)).stripTrailingZeros();
    for (int precision = 1; precision < digits.precision(); precision++) {
      BigDecimal shorter = digits.round(new MathContext(precision));
      if (shorter.doubleValue() == real) {
        return shorter.stripTrailingZeros();
      }
    }
    return digits;
  }

  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? escaped(c) : ascii(c));
      }
    }
    return json.append('"').toString();
  }

  /** JSON with escapes for all characters beyond ASCII, which a case file may hold as they are. */
  static String ascii(String json) {
    return json.chars().mapToObj(c -> ascii((char) c)).collect(Collectors.joining());
  }

  private static String ascii(char c) {
    return c > '~' ? escaped(c) : String.valueOf(c);
  }

  private static String escaped(char c) {
    return String.format("\\u%04x", (int) c);
  }
}
