package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a server that could not do what it was called for.
 *
 * @param code the number; {@link FaultCodes} has those that mean the same everywhere
 * @param text the reason in words
 * @param members what else the peer sent, beyond the specification; mostly empty
 */
public record Fault(int code, String text, Value.Struct members) {
  private static final String CODE = "faultCode";
  private static final String STRING = "faultString";

  /** Checks that there is a text, and that no further member takes the place of the two. */
  public Fault {
    requireNonNull(text, "text");
    if (members.members().containsKey(CODE) || members.members().containsKey(STRING)) {
      throw new IllegalArgumentException(
          "members: " + members.members().keySet() + " (expected: no faultCode, no faultString)");
    }
  }

  /** A fault of a code and a text. */
  public Fault(int code, String text) {
    this(code, text, Value.Struct.empty());
  }

  /** The struct that stands for the fault on the wire. */
  public Value.Struct toValue() {
    Map<String, Value> all = new LinkedHashMap<>();
    all.put(CODE, Value.of(code));
    all.put(STRING, Value.of(text));
    all.putAll(members.members());
    return new Value.Struct(all);
  }

  /** Whether a value looks like a fault: a struct of just a code and a text. */
  public static boolean isFault(Value value) {
    return value instanceof Value.Struct struct
        && struct.members().size() == 2
        && struct.members().containsKey(CODE)
        && struct.members().containsKey(STRING);
  }

  /**
   * Reads a fault's struct. A code that is a string and no number is kept as the beginning of the
   * text, and the code is 0.
   *
   * @throws TypeMismatchException if the value is no struct, or has no code that is a number
   */
  public static Fault read(WireReader in) {
    int place = in.place();
    Value value = in.readValue();
    if (!(value instanceof Value.Struct struct)) {
      throw in.mismatch("a struct with faultCode and faultString", value.kind().typeName());
    }
    Map<String, Value> more = new LinkedHashMap<>(struct.members());
    Value code = more.remove(CODE);
    Value text = more.remove(STRING);
    if (text == null) {
      in.deviation(Deviation.FAULT_WITHOUT_STRING, place);
    } else if (!(text instanceof Value.Str)) {
      throw in.mismatch("a string as faultString", text.kind().typeName());
    }
    if (!more.isEmpty()) {
      in.deviation(Deviation.FAULT_MEMBERS, place);
    }
    String reason = text instanceof Value.Str str ? str.value() : "";
    Value.Struct members = new Value.Struct(more);
    Integer number = number(in, code, place);
    return number != null
        ? new Fault(number, reason, members)
        : new Fault(0, ((Value.Str) requireNonNull(code)).value() + ": " + reason, members);
  }

  /** The number that a code is, or null for a string that is none, which Odoo sends. */
  private static @Nullable Integer number(WireReader in, @Nullable Value code, int place) {
    if (code instanceof Value.Int number) {
      return number.value();
    }
    if (code instanceof Value.Long number && number.value() == (int) number.value()) {
      in.deviation(Deviation.FAULT_CODE_TYPE, place);
      return (int) number.value();
    }
    if (code instanceof Value.Str text) {
      in.deviation(Deviation.FAULT_CODE_TYPE, place);
      return number(Texts.trimmed(text.value()));
    }
    throw in.mismatch(
        "an int as faultCode", code == null ? "no faultCode" : code.kind().typeName());
  }

  private static @Nullable Integer number(String text) {
    try {
      return Numbers.isInteger(text) ? Integer.valueOf(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
