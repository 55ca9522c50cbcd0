package io.github.xmlrpc4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An endpoint for each dialect, with every method that the cases call. */
final class OurServer {
  private final Map<String, Endpoint> endpoints = new HashMap<>();

  /** What the methods were given since the last look. */
  private final List<String> seen = new ArrayList<>();

  OurServer(List<ConformanceCase> cases) {
    Set<String> names = new TreeSet<>();
    cases.stream()
        .filter(one -> one.isCall() && one.json() != null)
        .forEach(one -> names.add(OurReaders.call(one).methodName()));
    OurReaders.DIALECTS.forEach(dialect -> endpoints.put(dialect.name(), of(names, dialect)));
  }

  private Endpoint of(Set<String> methodNames, Dialect dialect) {
    Endpoint.Builder builder = Endpoint.builder().dialect(dialect);
    for (String name : methodNames) {
      builder.method(
          name,
          (params, context) -> {
            seen.add(Json.of(new MethodCall(context.methodName(), params)));
            return Value.of(true);
          });
    }
    return builder.build();
  }

  /** What a method is given, or the fault that the answer is. */
  Outcome answer(ConformanceCase one, Dialect dialect) {
    seen.clear();
    byte[] answer = endpoints.get(dialect.name()).handle(one.document());
    if (MethodResponse.read(answer) instanceof MethodResponse.Failure failure) {
      assertThat(seen).as("calls of a method, although the answer is a fault").isEmpty();
      return Outcome.refused(Problem.of(failure.fault().code(), failure.fault().text()));
    }
    assertThat(seen).as("calls of a method").hasSize(1);
    return Outcome.value(seen.get(0), List.of());
  }
}
