package io.github.xmlrpc4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InterceptorTest {
  /**
   * What an interceptor may leave for the method.
   *
   * @param name the user's name
   */
  record User(String name) {}

  @Test
  void theFirstInterceptorIsTheOutermost() {
    List<String> order = new ArrayList<>();
    Endpoint endpoint =
        endpoint()
            .intercept(
                invocation -> {
                  order.add("first in");
                  Object result = invocation.proceed();
                  order.add("first out");
                  return result;
                })
            .intercept(
                invocation -> {
                  order.add("second in with " + invocation.arguments());
                  Object result = invocation.proceed();
                  order.add("second out with " + result);
                  return result;
                })
            .build();

    assertThat(call(endpoint, "double", Value.of(4))).isEqualTo(success(8));
    assertThat(order)
        .containsExactly("first in", "second in with [4]", "second out with 8", "first out");
  }

  @Test
  void anInterceptorCanRefuseACallAndTheMethodDoesNotRun() {
    List<String> ran = new ArrayList<>();
    Endpoint endpoint =
        Endpoint.builder()
            .method(
                "danger",
                (params, context) -> {
                  ran.add("danger");
                  return Value.of(1);
                })
            .intercept(
                invocation -> {
                  throw new FaultException(403, "not you");
                })
            .build();

    assertThat(call(endpoint, "danger"))
        .isEqualTo(new MethodResponse.Failure(new Fault(403, "not you")));
    assertThat(ran).isEmpty();
  }

  @Test
  void anInterceptorCanAnswerInTheMethodsPlace() {
    Endpoint endpoint = endpoint().intercept(invocation -> 99).build();

    assertThat(call(endpoint, "double", Value.of(4))).isEqualTo(success(99));
  }

  @Test
  void aResultOfTheWrongTypeIsAFaultAndNotABrokenResponse() {
    Endpoint endpoint = endpoint().intercept(invocation -> "a string for an int").build();

    MethodResponse response = call(endpoint, "double", Value.of(4));

    assertThat(response).isInstanceOf(MethodResponse.Failure.class);
    assertThat(((MethodResponse.Failure) response).fault().code()).isEqualTo(-32603);
  }

  @Test
  void whatAnInterceptorLeavesInTheContextReachesTheMethod() {
    Endpoint endpoint =
        Endpoint.builder()
            .method(
                "whoami",
                (params, context) -> {
                  User user = context.attribute(User.class);
                  return Value.of(user == null ? "nobody" : user.name());
                })
            .intercept(
                invocation -> {
                  String token = invocation.context().caller().metadata("Authorization");
                  if (token != null) {
                    invocation.context().attribute(User.class, new User(token));
                  }
                  return invocation.proceed();
                })
            .build();
    Caller ada =
        new Caller() {
          @Override
          public String address() {
            return "test";
          }

          @Override
          public String metadata(String name) {
            return name.equals("Authorization") ? "Ada" : null;
          }
        };

    byte[] request = MethodCall.of("whoami").write();
    ByteBuffer response = endpoint.handle(ByteBuffer.wrap(request), null, ada);
    byte[] bytes = new byte[response.remaining()];
    response.get(bytes);

    assertThat(MethodResponse.read(bytes).orElseThrow()).isEqualTo(Value.of("Ada"));
    assertThat(call(endpoint, "whoami").orElseThrow()).isEqualTo(Value.of("nobody"));
  }

  @Test
  void everyCallOfAMulticallIsInterceptedAndSoIsTheMulticall() {
    List<String> seen = new ArrayList<>();
    Endpoint endpoint =
        endpoint()
            .intercept(
                invocation -> {
                  CallContext context = invocation.context();
                  seen.add(context.methodName() + (context.inMulticall() ? " inside" : ""));
                  return invocation.proceed();
                })
            .build();
    Value one =
        Value.Struct.empty()
            .with("methodName", Value.of("double"))
            .with("params", Value.Array.of(Value.of(1)));

    MethodResponse response = call(endpoint, "system.multicall", Value.Array.of(one, one));

    assertThat(response.orElseThrow())
        .isEqualTo(Value.Array.of(Value.Array.of(Value.of(2)), Value.Array.of(Value.of(2))));
    assertThat(seen).containsExactly("system.multicall", "double inside", "double inside");
  }

  private static Endpoint.Builder endpoint() {
    return Endpoint.builder()
        .method(MethodDefinition.of("double", int.class, int.class, x -> 2 * x));
  }

  private static MethodResponse call(Endpoint endpoint, String name, Value... params) {
    return MethodResponse.read(endpoint.handle(MethodCall.of(name, params).write()));
  }

  private static MethodResponse success(int value) {
    return new MethodResponse.Success(Value.of(value));
  }
}
