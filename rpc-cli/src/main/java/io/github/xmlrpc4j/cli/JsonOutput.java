package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.io.NumberOutput;

/**
 * XML-RPC values as JSON. What JSON lacks is a string: a date as {@code "2026-12-31T23:59:59"},
 * bytes as base64, a double that is not finite as {@code "NaN"}. With types they are what {@link
 * JsonInput} reads back as the same value.
 *
 * @param typed whether values that JSON lacks say their type
 * @param indented whether it takes several lines
 * @param coloured whether it has a terminal's colours
 */
record JsonOutput(boolean typed, boolean indented, boolean coloured) {
  static final JsonOutput PLAIN = new JsonOutput(false, false, false);

  private static final String NAME = "34;1";
  private static final String STRING = "32";
  private static final String NUMBER = "36";
  private static final String WORD = "33";

  /** The value's JSON, without a line end. */
  String of(Value value) {
    StringBuilder out = new StringBuilder();
    write(out, value, 0);
    return out.toString();
  }

  private void write(StringBuilder out, Value value, int depth) {
    if (value instanceof Value.Array array) {
      int rest = array.values().size();
      out.append('[');
      for (Value element : array) {
        line(out, depth + 1);
        write(out, element, depth + 1);
        comma(out, --rest);
      }
      close(out, ']', array.values().isEmpty(), depth);
    } else if (value instanceof Value.Struct struct) {
      boolean misleading = typed && JsonInput.typeSaid(struct) != null;
      out.append(misleading ? "{" + paint(NAME, "\"$struct\"") + ":" : "");
      writeMembers(out, struct.members(), depth);
      out.append(misleading ? "}" : "");
    } else {
      out.append(scalar(value));
    }
  }

  private void writeMembers(StringBuilder out, Map<String, Value> members, int depth) {
    int rest = members.size();
    out.append('{');
    for (Map.Entry<String, Value> member : members.entrySet()) {
      line(out, depth + 1);
      out.append(paint(NAME, quoted(member.getKey()))).append(indented ? ": " : ":");
      write(out, member.getValue(), depth + 1);
      comma(out, --rest);
    }
    close(out, '}', members.isEmpty(), depth);
  }

  private static void comma(StringBuilder out, int rest) {
    if (rest > 0) {
      out.append(',');
    }
  }

  private void close(StringBuilder out, char bracket, boolean empty, int depth) {
    if (!empty) {
      line(out, depth);
    }
    out.append(bracket);
  }

  private void line(StringBuilder out, int depth) {
    if (indented) {
      out.append('\n').append("  ".repeat(depth));
    }
  }

  private String scalar(Value value) {
    if (value instanceof Value.Str text) {
      return paint(STRING, quoted(text.value()));
    } else if (value instanceof Value.Int number) {
      return paint(NUMBER, Integer.toString(number.value()));
    } else if (value instanceof Value.Long number) {
      String digits = Long.toString(number.value());
      return typed ? said("i8", digits) : paint(NUMBER, digits);
    } else if (value instanceof Value.Decimal number) {
      String digits = number.value().toString();
      return typed ? said("decimal", digits) : paint(NUMBER, digits);
    } else if (value instanceof Value.Bool truth) {
      return paint(WORD, Boolean.toString(truth.value()));
    } else if (value instanceof Value.Real real) {
      return Double.isFinite(real.value())
          ? paint(NUMBER, digits(real.value()))
          : said("double", Double.toString(real.value()));
    } else if (value instanceof Value.Time time) {
      return said("date", TypedText.of(time));
    } else if (value instanceof Value.Bytes bytes) {
      return said("base64", Base64.getEncoder().encodeToString(bytes.value()));
    }
    return typed ? said("nil", "") : paint(WORD, "null");
  }

  private String said(String type, String text) {
    String string = paint(STRING, quoted(text));
    return typed ? "{" + paint(NAME, "\"$" + type + "\"") + ":" + string + "}" : string;
  }

  /** The fewest digits that read back as the same double, always with a point. */
  private static String digits(double real) {
    String shortest = NumberOutput.toString(real, true);
    double size = Math.abs(real);
    if (shortest.indexOf('E') < 0 || size >= 1e16 || size < 1e-5) {
      return shortest;
    }
    String plain = new BigDecimal(shortest).toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  private String quoted(String text) {
    String safe = new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    return '"' + Printable.line(safe) + '"';
  }

  private String paint(String colour, String text) {
    return coloured ? Terminal.coloured(colour, text) : text;
  }
}
