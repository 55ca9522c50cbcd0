package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to call a method, as its server tells it.
 *
 * @param result the type of the result
 * @param params the types of the parameters, in order
 */
record SignatureNote(TypeNote result, List<TypeNote> params) {
  SignatureNote {
    params = List.copyOf(params);
  }

  /**
   * What an answer of {@code system.methodSignature} says: arrays of the types' names in an array;
   * one array of them (Supervisor); examples in their place (WordPress); or something else that
   * says nothing ({@code undef} of xmlrpc-c, {@code signatures not supported} of Python).
   */
  static List<SignatureNote> allOf(Value answer) {
    if (!(answer instanceof Value.Array told) || told.values().isEmpty()) {
      return List.of();
    }
    List<SignatureNote> all = new ArrayList<>();
    for (Value element : told) {
      if (!(element instanceof Value.Array one) || one.values().isEmpty()) {
        return List.of(of(told.values()));
      }
      all.add(of(one.values()));
    }
    return all;
  }

  private static SignatureNote of(List<Value> types) {
    boolean names = types.stream().allMatch(Value.Str.class::isInstance);
    List<TypeNote> notes =
        types.stream()
            .map(
                type ->
                    names ? TypeNote.of(((Value.Str) type).value()) : TypeNote.ofExample("", type))
            .toList();
    return new SignatureNote(notes.get(0), notes.subList(1, notes.size()));
  }

  /** The signature of a method of the name, as {@code add(int, int) -> int}. */
  String of(String methodName) {
    return methodName
        + "("
        + String.join(", ", params.stream().map(TypeNote::toString).toList())
        + ") -> "
        + result;
  }
}
