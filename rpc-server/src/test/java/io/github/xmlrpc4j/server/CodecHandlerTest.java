package io.github.xmlrpc4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.bind.Codecs;
import org.junit.jupiter.api.Test;

final class CodecHandlerTest {
  private final Endpoint endpoint =
      Endpoint.builder()
          .method(
              MethodDefinition.of(
                  "join",
                  Codecs.standard().of(String.class),
                  (words, context) -> context.methodName() + ":" + String.join("-", words)))
          .build();

  private Value call(String method, Value... params) {
    return MethodResponse.read(endpoint.handle(MethodCall.of(method, params).write()))
        .orElseThrow();
  }

  @Test
  void itsParametersAndItsResultGoThroughTheOneCodec() {
    assertThat(call("join", Value.of("a"), Value.of("b"), Value.of("c")))
        .isEqualTo(Value.of("join:a-b-c"));
    assertThat(call("join")).isEqualTo(Value.of("join:"));
  }

  @Test
  void aParameterThatTheCodecDoesNotReadIsAFault() {
    assertThatThrownBy(() -> call("join", Value.of("a"), Value.of(1)))
        .isInstanceOf(FaultException.class)
        .hasMessage("fault -32602: params[1]: expected string, found int");
  }

  @Test
  void itIsCalledByMulticallToo() {
    Value.Struct element =
        Value.Struct.empty()
            .with("methodName", Value.of("join"))
            .with("params", Value.Array.of(Value.of("a"), Value.of("b")));

    assertThat(call("system.multicall", Value.Array.of(element)))
        .isEqualTo(Value.Array.of(Value.Array.of(Value.of("join:a-b"))));
    assertThat(call("system.methodSignature", Value.of("join"))).isEqualTo(Value.of("undef"));
  }
}
