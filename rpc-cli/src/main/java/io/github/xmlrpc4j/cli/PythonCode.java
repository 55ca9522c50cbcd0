package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A call as a program in Python, with nothing but its own library. */
final class PythonCode {
  private static final Pattern ATTRIBUTES =
      Pattern.compile("[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)*", Pattern.UNICODE_CASE);

  /** The spelling of the specification, with a fraction where there is one. */
  private static final DateTimeFormatter SPELLING =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMdd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final Set<String> KEYWORDS =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private final Set<String> imports = new TreeSet<>(Set.of("ServerProxy"));
  private boolean nil;

  private PythonCode() {}

  static String of(MethodCall call, String url) {
    return new PythonCode().program(call, url);
  }

  private String program(MethodCall call, String url) {
    String arguments = String.join(", ", call.params().stream().map(this::expression).toList());
    String name = call.methodName();
    boolean attributes =
        ATTRIBUTES.matcher(name).matches()
            && List.of(name.split("\\.", -1)).stream().noneMatch(KEYWORDS::contains);
    return "from xmlrpc.client import "
        + String.join(", ", imports)
        + "\n\nproxy = ServerProxy("
        + literal(url)
        + (nil ? ", allow_none=True" : "")
        + ")\nprint(repr("
        + (attributes ? "proxy." + name : "getattr(proxy, " + literal(name) + ")")
        + "("
        + arguments
        + ")))\n";
  }

  private String expression(Value value) {
    if (value instanceof Value.Int number) {
      return Integer.toString(number.value());
    } else if (value instanceof Value.Real real) {
      return Double.isFinite(real.value())
          ? Double.toString(real.value())
          : "float('" + Double.toString(real.value()) + "')";
    } else if (value instanceof Value.Bool truth) {
      return truth.value() ? "True" : "False";
    } else if (value instanceof Value.Str text) {
      return literal(text.value());
    } else if (value instanceof Value.Time time) {
      imports.add("DateTime");
      return "DateTime('" + spelling(time) + "')";
    } else if (value instanceof Value.Bytes bytes) {
      imports.add("Binary");
      return "Binary(__import__('base64').b64decode('"
          + Base64.getEncoder().encodeToString(bytes.value())
          + "'))";
    } else if (value instanceof Value.Array array) {
      return "[" + String.join(", ", array.values().stream().map(this::expression).toList()) + "]";
    } else if (value instanceof Value.Struct struct) {
      return "{"
          + String.join(
              ", ",
              struct.members().entrySet().stream()
                  .map(member -> literal(member.getKey()) + ": " + expression(member.getValue()))
                  .toList())
          + "}";
    } else if (value instanceof Value.Nil) {
      nil = true;
      return "None";
    }
    throw new UsageException(
        "Python's xmlrpc.client cannot send " + value.kind().typeName() + "; --as curl can");
  }

  private static String spelling(Value.Time time) {
    String text = SPELLING.format(time.local());
    return time.offset() == null ? text : text + time.offset().getId();
  }

  private static String literal(String text) {
    if (text.indexOf('\r') >= 0) {
      throw new UsageException(
          "Python's xmlrpc.client loses carriage returns on their way; --as curl does not");
    }
    StringBuilder literal = new StringBuilder("'");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\'' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
              } else if (c >= ' ' && c < 127) {
                literal.appendCodePoint(c);
              } else {
                literal.append(String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
              }
            });
    return literal.append('\'').toString();
  }
}
