package io.github.xmlrpc4j.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;

/** The built-in functions behind an endpoint, called by bytes as a peer would. */
final class Functions {
  private static final Dialect PEERS = Dialect.EXTENDED;

  private final Endpoint endpoint;

  private Functions(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  static Functions standard() {
    return of(Dialect.LENIENT, Limits.DEFAULT);
  }

  static Functions of(Dialect dialect, Limits limits) {
    return new Functions(
        Endpoint.builder()
            .methods(BuiltInFunctions.all(limits))
            .dialect(dialect)
            .limits(limits)
            .build());
  }

  Value call(String name, Value... params) {
    return answer(name, params).orElseThrow();
  }

  Fault fault(String name, Value... params) {
    MethodResponse response = answer(name, params);
    assertThat(response).isInstanceOf(MethodResponse.Failure.class);
    return ((MethodResponse.Failure) response).fault();
  }

  MethodResponse answer(String name, Value... params) {
    return MethodResponse.read(
        endpoint.handle(MethodCall.of(name, params).write(PEERS, Limits.DEFAULT)));
  }
}
