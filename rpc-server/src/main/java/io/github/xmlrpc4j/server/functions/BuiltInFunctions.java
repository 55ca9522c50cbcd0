package io.github.xmlrpc4j.server.functions;

import static io.github.xmlrpc4j.wire.Kind.ARRAY;
import static io.github.xmlrpc4j.wire.Kind.BOOLEAN;
import static io.github.xmlrpc4j.wire.Kind.BYTES;
import static io.github.xmlrpc4j.wire.Kind.DOUBLE;
import static io.github.xmlrpc4j.wire.Kind.INT;
import static io.github.xmlrpc4j.wire.Kind.STRING;
import static io.github.xmlrpc4j.wire.Kind.STRUCT;
import static io.github.xmlrpc4j.wire.Kind.TIME;

import io.github.xmlrpc4j.contract.Signature;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The functions of the built-in server, which answer as the Python of the documents that they come
 * from does: {@code addtogether}, {@code quadratic}, {@code add}, {@code subtract}, {@code
 * multiply}, {@code divide}, and {@code quadratic.roots}, which is the right one.
 *
 * <p>An integer result that does not fit 32 bits is a fault unless the dialect writes {@code i8}; a
 * result that is not finite is one unless the dialect writes those.
 */
public final class BuiltInFunctions {
  private static final List<Kind> NUMBERS = List.of(INT, DOUBLE, BOOLEAN);

  private BuiltInFunctions() {}

  /**
   * The functions.
   *
   * @param limits the bounds that results are held to before they are made
   */
  public static List<MethodDefinition> all(Limits limits) {
    Arithmetic arithmetic = new Arithmetic(limits);
    return List.of(
        MethodDefinition.of("addtogether", (things, context) -> arithmetic.sum(things))
            .withAlias("addTogether")
            .asNonBlocking()
            .withSignatures(sums())
            .withHelp(
                "Adds its arguments from left to right, as many as there are: numbers, strings or"
                    + " arrays, but no mixture of these. A double among integers makes the sum a"
                    + " double, and booleans count as 0 and 1. One argument of any type comes back"
                    + " as it is. The signatures are those of one and of two arguments."),
        MethodDefinition.of("quadratic", 3, (params, context) -> Quadratic.documented(params))
            .asNonBlocking()
            .withSignatures(quadratics())
            .withHelp(
                "Returns (-b - sqrt(b*b - 4*a*c)) / 2 * a and (-b + sqrt(b*b - 4*a*c)) / 2 * a, in"
                    + " this order; two equal results come as one. This is not the textbook"
                    + " formula, which divides by (2 * a): see quadratic.roots."),
        MethodDefinition.of("quadratic.roots", 3, (params, context) -> Quadratic.roots(params))
            .asNonBlocking()
            .withSignatures(quadratics())
            .withHelp(
                "Returns the real roots of a*x*x + b*x + c = 0, in ascending order and each once."
                    + " An equation without real roots gives an empty array; one that every number"
                    + " solves is a fault."),
        operation("add", (x, y) -> arithmetic.sum(List.of(x, y)))
            .withSignatures(and(numeric(), of(STRING, STRING, STRING), of(ARRAY, ARRAY, ARRAY)))
            .withHelp(
                "Returns x + y of two numbers, or of two strings or two arrays, which it joins."),
        operation("subtract", arithmetic::difference)
            .withSignatures(numeric())
            .withHelp("Returns x - y of two numbers."),
        operation("multiply", arithmetic::product)
            .withSignatures(and(numeric(), repetitions()))
            .withHelp(
                "Returns x * y of two numbers. A string or an array times an integer is repeated"
                    + " so many times."),
        operation("divide", arithmetic::floorQuotient)
            .withSignatures(numeric())
            .withHelp(
                "Returns x / y of two numbers, rounded down to a whole number: -7 by 2 is -4."));
  }

  /** What a function of two values does. */
  @FunctionalInterface
  private interface Operation {
    Value of(Value x, Value y);
  }

  private static MethodDefinition operation(String name, Operation operation) {
    return MethodDefinition.of(
        name, 2, (params, context) -> operation.of(params.get(0), params.get(1)));
  }

  private static Signature of(Kind result, Kind... params) {
    return Signature.of(result, params);
  }

  /** Two numbers of all kinds: a double where one is a double, else an integer. */
  private static List<Signature> numeric() {
    List<Signature> all = new ArrayList<>();
    for (Kind x : NUMBERS) {
      for (Kind y : NUMBERS) {
        all.add(of(x == DOUBLE || y == DOUBLE ? DOUBLE : INT, x, y));
      }
    }
    return all;
  }

  private static List<Signature> sums() {
    List<Signature> all = new ArrayList<>();
    for (Kind kind : List.of(INT, DOUBLE, BOOLEAN, STRING, TIME, BYTES, ARRAY, STRUCT)) {
      all.add(of(kind, kind));
    }
    return and(and(all, numeric()), of(STRING, STRING, STRING), of(ARRAY, ARRAY, ARRAY));
  }

  private static List<Signature> quadratics() {
    List<Signature> all = new ArrayList<>();
    for (Kind a : NUMBERS) {
      for (Kind b : NUMBERS) {
        for (Kind c : NUMBERS) {
          all.add(of(ARRAY, a, b, c));
        }
      }
    }
    return all;
  }

  private static List<Signature> repetitions() {
    List<Signature> all = new ArrayList<>();
    for (Kind repeated : List.of(STRING, ARRAY)) {
      for (Kind times : List.of(INT, BOOLEAN)) {
        all.add(of(repeated, repeated, times));
        all.add(of(repeated, times, repeated));
      }
    }
    return all;
  }

  private static List<Signature> and(List<Signature> some, Signature... more) {
    return and(some, List.of(more));
  }

  private static List<Signature> and(List<Signature> some, List<Signature> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
