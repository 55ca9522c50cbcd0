package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.Value;
import java.util.Arrays;
import java.util.List;

/** The methods of the payloads, by values. */
final class ValueMethods {
  static final List<MethodDefinition> ALL =
      Arrays.stream(Payload.values()).map(ValueMethods::method).toList();

  private ValueMethods() {}

  private static MethodDefinition method(Payload payload) {
    return MethodDefinition.of(
        payload.method(), (params, context) -> answer(payload.method(), params));
  }

  /** What a method answers with. */
  static Value answer(String method, List<Value> params) {
    return method.equals(SmallCall.METHOD)
        ? Value.of(params.stream().mapToInt(param -> ((Value.Int) param).value()).sum())
        : params.get(0);
  }
}
