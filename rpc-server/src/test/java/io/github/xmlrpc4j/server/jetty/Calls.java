package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;

/** Documents that the tests send, and what is in those that come back. */
final class Calls {
  static final String ADD_7_3 = call("add", Value.of(7), Value.of(3));
  static final Value TEN = Value.of(10);

  private Calls() {}

  /** A server with the built-in functions. */
  static RpcServer.Builder builtIn() {
    return RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT));
  }

  static String call(String method, Value... params) {
    return new String(MethodCall.of(method, params).write(), UTF_8);
  }

  /** The result in a response, which must come with the head that every response has. */
  static Value result(RawHttp.Answer answer) {
    return ((MethodResponse.Success) response(answer)).value();
  }

  /** The fault in a response, which must come with the head that every response has. */
  static Fault fault(RawHttp.Answer answer) {
    return ((MethodResponse.Failure) response(answer)).fault();
  }

  private static MethodResponse response(RawHttp.Answer answer) {
    assertThat(answer.line()).as(answer.body()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(answer.header("Content-Type")).isEqualTo("text/xml");
    return MethodResponse.read(answer.bytes());
  }

  /** Whether a server answers a call on a new connection, as it does if nothing has hurt it. */
  static void assertAnswers(RpcServer server) throws Exception {
    assertThat(result(RawHttp.exchange(server, RawHttp.post(ADD_7_3)))).isEqualTo(TEN);
  }
}
