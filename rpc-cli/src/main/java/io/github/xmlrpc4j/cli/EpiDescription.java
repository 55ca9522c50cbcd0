package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code system.describeMethods} of xmlrpc-epi (PHP) returns: all methods at once, with names
 * of the parameters and the members of structs.
 */
final class EpiDescription {
  /** Nested deeper than that, a description is one that nobody wrote. */
  private static final int DEEPEST = 16;

  private EpiDescription() {}

  /** The methods that are described, by name; what makes no sense is left out. */
  static Map<String, MethodNote> read(@Nullable Value description) {
    Map<String, MethodNote> notes = new LinkedHashMap<>();
    for (Value method : list(description, "methodList")) {
      String name = text(method, "name");
      List<SignatureNote> signatures = new ArrayList<>();
      for (Value signature : list(method, "signatures")) {
        List<TypeNote> results = types(list(signature, "returns"), 0);
        signatures.add(
            new SignatureNote(
                results.isEmpty() ? TypeNote.of("void") : results.get(0),
                types(list(signature, "params"), 0)));
      }
      if (!name.isEmpty()) {
        notes.put(name, new MethodNote(name, signatures, text(method, "purpose").strip()));
      }
    }
    return notes;
  }

  private static List<TypeNote> types(List<Value> described, int depth) {
    return described.stream()
        .map(
            type ->
                new TypeNote(
                    text(type, "name"),
                    TypeNote.of(text(type, "type")).type(),
                    depth == DEEPEST ? List.of() : types(list(type, "member"), depth + 1)))
        .toList();
  }

  private static String text(Value struct, String member) {
    return member(struct, member) instanceof Value.Str text ? text.value() : "";
  }

  private static List<Value> list(@Nullable Value struct, String member) {
    return member(struct, member) instanceof Value.Array array ? array.values() : List.of();
  }

  private static @Nullable Value member(@Nullable Value value, String name) {
    return value instanceof Value.Struct struct ? struct.get(name) : null;
  }
}
