package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as XML-RPC values. Integers that fit 32 bits are {@code int}, numbers with a point or an
 * exponent {@code double}. What XML-RPC has beyond JSON is said by an object of one member: {@code
 * {"$date": "2026-12-31T23:59:59"}}; see {@link TypedText}. An object that only looks like one of
 * these is the one member of {@code {"$struct": ...}}.
 *
 * @param longs whether integers outside 32 bits may become {@code i8}
 * @param nils whether null may become {@code nil}
 */
record JsonInput(boolean longs, boolean nils) {
  private static final int MOST_DIGITS = 9;

  /** Apart, since it takes time to load, and a call of numbers and words does without it. */
  private static final class Parser {
    static final JsonFactory JSON =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  }

  /**
   * The value that a text of JSON stands for.
   *
   * @throws NotJsonException if the text is no JSON, or more than one value
   * @throws UsageException if XML-RPC has no such value
   */
  Value read(String text) {
    return isShortInteger(text) ? Value.of(Integer.parseInt(text)) : resolved(parsed(text));
  }

  private static boolean isShortInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - start;
    boolean isNumber = digits == 1 || (digits > 1 && text.charAt(start) != '0');
    for (int i = start; i < text.length(); i++) {
      isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return isNumber && digits <= MOST_DIGITS;
  }

  private Value parsed(String text) {
    try (JsonParser in = Parser.JSON.createParser(ObjectReadContext.empty(), text)) {
      in.nextToken();
      Value value = value(in);
      if (in.nextToken() != null) {
        throw new NotJsonException("something follows the value");
      }
      return value;
    } catch (JacksonException e) {
      throw new NotJsonException(String.valueOf(e.getOriginalMessage()), e);
    }
  }

  private Value value(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new NotJsonException("it is empty");
    }
    return switch (token) {
      case VALUE_STRING -> Value.of(in.getString());
      case VALUE_NUMBER_INT -> integer(in.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> real(in.getString());
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> nil();
      case START_ARRAY -> array(in);
      case START_OBJECT -> struct(in);
      default -> throw new IllegalStateException("" + token);
    };
  }

  private Value integer(BigInteger number) {
    if (number.bitLength() > 63) {
      throw new UsageException(
          number + " does not fit 64 bits; write it as decimal:" + number + " or as a string");
    }
    if (number.bitLength() > 31 && !longs) {
      throw new UsageException(
          number
              + " does not fit the 32 bits of an int; i8:"
              + number
              + " or --i8 makes it an i8, which not every server reads");
    }
    return Value.of(number);
  }

  private static Value real(String text) {
    try {
      return Value.of(TypedText.finite(text));
    } catch (NumberFormatException e) {
      throw new UsageException(text + " is beyond what a double holds", e);
    }
  }

  private Value nil() {
    if (!nils) {
      throw new UsageException(
          "null has no place in XML-RPC proper; nil: or --nil makes it a nil, which not every"
              + " server reads");
    }
    return Value.nil();
  }

  private Value array(JsonParser in) {
    List<Value> values = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(in));
    }
    return new Value.Array(values);
  }

  private Value struct(JsonParser in) {
    Map<String, Value> members = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      members.put(name, value(in));
    }
    return new Value.Struct(members);
  }

  private static Value resolved(Value value) {
    if (value instanceof Value.Array array) {
      return new Value.Array(array.values().stream().map(JsonInput::resolved).toList());
    }
    if (!(value instanceof Value.Struct struct)) {
      return value;
    }
    String type = typeSaid(struct);
    if (type == null) {
      return withMembersResolved(struct);
    }
    Value said = struct.members().values().iterator().next();
    return said instanceof Value.Str text
        ? TypedText.of(type, text.value())
        : withMembersResolved((Value.Struct) said);
  }

  private static Value withMembersResolved(Value.Struct struct) {
    Map<String, Value> members = new LinkedHashMap<>();
    struct.members().forEach((name, member) -> members.put(name, resolved(member)));
    return new Value.Struct(members);
  }

  /** The type that a struct says its one member to be of; null if it is a struct like others. */
  static @Nullable String typeSaid(Value.Struct struct) {
    if (struct.members().size() != 1) {
      return null;
    }
    Map.Entry<String, Value> only = struct.members().entrySet().iterator().next();
    if (!only.getKey().startsWith("$")) {
      return null;
    }
    String type = only.getKey().substring(1);
    boolean says =
        type.equals("struct")
            ? only.getValue() instanceof Value.Struct
            : TypedText.TYPES.contains(type) && only.getValue() instanceof Value.Str;
    return says ? type : null;
  }
}
