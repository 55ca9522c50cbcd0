package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

/** A call as a program in Java, with the client of this project. */
final class JavaCode {
  /** Java takes constants and methods up to 64 KiB. */
  private static final int LARGEST = 40_000;

  private final Set<String> imports =
      new TreeSet<>(Set.of("io.github.xmlrpc4j.client.ServerProxy"));
  private boolean extended;

  private JavaCode() {}

  static String of(MethodCall call, String url) {
    return new JavaCode().program(call, url);
  }

  private String program(MethodCall call, String url) {
    StringBuilder arguments = new StringBuilder(JavaText.literal(call.methodName()));
    call.params().forEach(param -> arguments.append(", ").append(argument(param)));
    if (arguments.length() > LARGEST) {
      throw new UsageException("the call is too large for a method of Java; --as curl can take it");
    }
    String proxy = "ServerProxy.to(" + JavaText.literal(url) + ")";
    if (extended) {
      imports.add("io.github.xmlrpc4j.wire.Dialect");
      proxy =
          "ServerProxy.builder("
              + JavaText.literal(url)
              + ")\n            .dialect(Dialect.EXTENDED)"
              + "\n            .build()";
    }
    StringBuilder program = new StringBuilder();
    imports.forEach(type -> program.append("import ").append(type).append(";\n"));
    return program
        .append("\npublic final class Call {\n  public static void main(String[] args) {\n")
        .append("    try (ServerProxy proxy = ")
        .append(proxy)
        .append(") {\n      System.out.println(proxy.call(")
        .append(arguments)
        .append("));\n    }\n  }\n}\n")
        .toString();
  }

  /** An argument: a literal where there is one that means just the value. */
  private String argument(Value value) {
    String wrapped = expression(value);
    boolean literal =
        value instanceof Value.Int
            || value instanceof Value.Bool
            || value instanceof Value.Real
            || value instanceof Value.Str;
    if (literal) {
      return wrapped.substring("Value.of(".length(), wrapped.length() - 1);
    }
    imports.add("io.github.xmlrpc4j.wire.Value");
    return wrapped;
  }

  private String expression(Value value) {
    if (value instanceof Value.Int number) {
      return "Value.of(" + number.value() + ")";
    } else if (value instanceof Value.Long number) {
      extended = true;
      return "Value.of(" + number.value() + "L)";
    } else if (value instanceof Value.Real real) {
      return "Value.of(" + real(real.value()) + ")";
    } else if (value instanceof Value.Bool truth) {
      return "Value.of(" + truth.value() + ")";
    } else if (value instanceof Value.Str text) {
      return "Value.of(" + JavaText.literal(text.value()) + ")";
    } else if (value instanceof Value.Decimal number) {
      extended = true;
      imports.add("java.math.BigDecimal");
      return "new Value.Decimal(new BigDecimal(\"" + number.value() + "\"))";
    } else if (value instanceof Value.Time time) {
      String type = time.offset() == null ? "LocalDateTime" : "OffsetDateTime";
      extended = true;
      imports.add("java.time." + type);
      return "Value.Time.of(" + type + ".parse(\"" + TypedText.of(time) + "\"))";
    } else if (value instanceof Value.Bytes bytes) {
      imports.add("java.util.Base64");
      return "Value.Bytes.of(Base64.getDecoder().decode(\""
          + Base64.getEncoder().encodeToString(bytes.value())
          + "\"))";
    } else if (value instanceof Value.Array array) {
      return "Value.Array.of("
          + String.join(", ", array.values().stream().map(this::expression).toList())
          + ")";
    } else if (value instanceof Value.Struct struct) {
      StringBuilder members = new StringBuilder("Value.Struct.empty()");
      struct
          .members()
          .forEach(
              (name, member) ->
                  members
                      .append(".with(")
                      .append(JavaText.literal(name))
                      .append(", ")
                      .append(expression(member))
                      .append(')'));
      return members.toString();
    }
    extended = true;
    return "Value.nil()";
  }

  private String real(double number) {
    extended |= !Double.isFinite(number);
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return Double.toString(number);
  }
}
