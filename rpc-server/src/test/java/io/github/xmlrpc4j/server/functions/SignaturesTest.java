package io.github.xmlrpc4j.server.functions;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code system.methodSignature} tells is so, and what it does not tell is not. */
final class SignaturesTest {
  private static final Map<String, Kind> KINDS =
      Stream.of(Kind.values()).collect(toMap(Kind::typeName, identity()));

  private final Functions functions = Functions.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "addtogether",
        "addTogether",
        "quadratic",
        "quadratic.roots",
        "add",
        "subtract",
        "multiply",
        "divide"
      })
  void whatIsAdvertisedIsAnsweredByTheKindThatIsTold(String name) {
    List<List<Kind>> signatures = signatures(name);

    assertThat(signatures).doesNotHaveDuplicates().isNotEmpty();
    assertThat(signatures)
        .allSatisfy(
            signature -> {
              Value[] params = samples(name, signature.subList(1, signature.size()));
              assertThat(functions.call(name, params).kind()).isEqualTo(signature.get(0));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "addtogether, 1",
    "addtogether, 2",
    "quadratic, 3",
    "quadratic.roots, 3",
    "add, 2",
    "subtract, 2",
    "multiply, 2",
    "divide, 2"
  })
  void whatIsNotAdvertisedIsAFaultOfItsParameters(String name, int count) {
    Set<List<Kind>> advertised =
        signatures(name).stream()
            .map(signature -> signature.subList(1, signature.size()))
            .collect(Collectors.toSet());
    List<List<Kind>> others = combinations(count);
    others.removeAll(advertised);

    for (List<Kind> kinds : others) {
      assertThat(functions.fault(name, samples(name, kinds)).code())
          .as("%s", kinds)
          .isEqualTo(-32602);
    }
    assertThat(advertised).hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void theHelpOfQuadraticSaysThatItIsNotTheTextbooksAndWhichOneIs() {
    assertThat(functions.call("system.methodHelp", Value.of("quadratic")))
        .isEqualTo(
            Value.of(
                "Returns (-b - sqrt(b*b - 4*a*c)) / 2 * a and (-b + sqrt(b*b - 4*a*c)) / 2 * a, in"
                    + " this order; two equal results come as one. This is not the textbook"
                    + " formula, which divides by (2 * a): see quadratic.roots."));
    assertThat(functions.call("system.methodHelp", Value.of("quadratic.roots")))
        .isEqualTo(
            Value.of(
                "Returns the real roots of a*x*x + b*x + c = 0, in ascending order and each once."
                    + " An equation without real roots gives an empty array; one that every number"
                    + " solves is a fault."));
  }

  @Test
  void everyOtherFunctionHasHelpToo() {
    assertThat(functions.call("system.methodHelp", Value.of("addTogether")))
        .isEqualTo(functions.call("system.methodHelp", Value.of("addtogether")))
        .isEqualTo(
            Value.of(
                "Adds its arguments from left to right, as many as there are: numbers, strings or"
                    + " arrays, but no mixture of these. A double among integers makes the sum a"
                    + " double, and booleans count as 0 and 1. One argument of any type comes back"
                    + " as it is. The signatures are those of one and of two arguments."));
    assertThat(functions.call("system.methodHelp", Value.of("add")))
        .isEqualTo(
            Value.of(
                "Returns x + y of two numbers, or of two strings or two arrays, which it joins."));
    assertThat(functions.call("system.methodHelp", Value.of("subtract")))
        .isEqualTo(Value.of("Returns x - y of two numbers."));
    assertThat(functions.call("system.methodHelp", Value.of("multiply")))
        .isEqualTo(
            Value.of(
                "Returns x * y of two numbers. A string or an array times an integer is repeated"
                    + " so many times."));
    assertThat(functions.call("system.methodHelp", Value.of("divide")))
        .isEqualTo(
            Value.of(
                "Returns x / y of two numbers, rounded down to a whole number: -7 by 2 is -4."));
  }

  private List<List<Kind>> signatures(String name) {
    MethodResponse answer = functions.answer("system.methodSignature", Value.of(name));
    return ((Value.Array) answer.orElseThrow())
        .values().stream()
            .map(
                signature ->
                    ((Value.Array) signature)
                        .values().stream()
                            .map(type -> KINDS.get(((Value.Str) type).value()))
                            .toList())
            .toList();
  }

  /** Values of the kinds; those of an equation are such that it has real roots. */
  private static Value[] samples(String name, List<Kind> kinds) {
    Value[] values = kinds.stream().map(Samples.ALL::get).toArray(Value[]::new);
    if (name.startsWith("quadratic")) {
      switch (kinds.get(2)) {
        case INT -> values[2] = Value.of(-1);
        case DOUBLE -> values[2] = Value.of(-0.5);
        case BOOLEAN -> values[2] = Value.of(false);
        default -> {}
      }
    }
    return values;
  }

  private static List<List<Kind>> combinations(int count) {
    List<List<Kind>> all = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < count; i++) {
      List<List<Kind>> longer = new ArrayList<>();
      for (List<Kind> kinds : all) {
        for (Kind kind : Samples.ALL.keySet()) {
          List<Kind> more = new ArrayList<>(kinds);
          more.add(kind);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }
}
