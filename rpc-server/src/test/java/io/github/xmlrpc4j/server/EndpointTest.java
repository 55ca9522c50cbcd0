package io.github.xmlrpc4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.contract.FaultCode;
import io.github.xmlrpc4j.contract.RpcMethod;
import io.github.xmlrpc4j.contract.RpcService;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.bind.Name;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EndpointTest {
  @RpcService("math")
  interface Sums {
    int add(int x, int y);

    @RpcMethod({"total", "sum"})
    int total(int... numbers);
  }

  static final class JavaSums implements Sums {
    @Override
    public int add(int x, int y) {
      return x + y;
    }

    @Override
    public int total(int... numbers) {
      return Arrays.stream(numbers).sum();
    }

    public String secret() {
      return "not served";
    }
  }

  interface Bare {
    String shout(String text);
  }

  @FaultCode(42)
  static final class OutOfStockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfStockException(String message) {
      super(message);
    }
  }

  @Test
  void anObjectsMarkedMethodsAreServedAndNoOthers() {
    Endpoint endpoint = Endpoint.builder().register(new JavaSums()).build();

    assertThat(endpoint.methodNames())
        .containsExactly(
            "math.add",
            "math.sum",
            "math.total",
            "system.getCapabilities",
            "system.listMethods",
            "system.methodHelp",
            "system.methodSignature",
            "system.multicall");
    assertThat(call(endpoint, "math.add", Value.of(1), Value.of(2))).isEqualTo(Value.of(3));
    assertThat(fault(endpoint, "secret"))
        .isEqualTo(
            new Fault(
                -32601, "there is no method \"secret\"; system.listMethods tells which there are"));
    assertThat(fault(endpoint, "getClass").code()).isEqualTo(-32601);
  }

  @Test
  void aMethodWithAVariableNumberOfArgumentsTakesAllThatComeAndNone() {
    Endpoint endpoint = Endpoint.builder().register(new JavaSums()).build();

    assertThat(call(endpoint, "math.sum", Value.of(1), Value.of(2), Value.of(3)))
        .isEqualTo(Value.of(6));
    assertThat(call(endpoint, "math.total")).isEqualTo(Value.of(0));
  }

  @Test
  void anInterfaceWithoutAnnotationsIsServedByTheNamesOfItsMethods() {
    Bare loud = text -> text + "!";
    Endpoint endpoint = Endpoint.builder().register(Bare.class, loud).build();

    assertThat(call(endpoint, "shout", Value.of("hey"))).isEqualTo(Value.of("hey!"));
  }

  @Test
  void lambdasAreServedTypedAndUntyped() {
    Endpoint endpoint =
        Endpoint.builder()
            .method(MethodDefinition.of("square", int.class, int.class, x -> x * x))
            .method(
                MethodDefinition.of(
                    "repeat", String.class, int.class, String.class, String::repeat))
            .method(MethodDefinition.of("pi", double.class, () -> Math.PI))
            .method("count", (params, context) -> Value.of(params.size()))
            .build();

    assertThat(call(endpoint, "square", Value.of(7))).isEqualTo(Value.of(49));
    assertThat(call(endpoint, "repeat", Value.of("ab"), Value.of(2))).isEqualTo(Value.of("abab"));
    assertThat(call(endpoint, "pi")).isEqualTo(Value.of(Math.PI));
    assertThat(call(endpoint, "count", Value.of(1), Value.nil())).isEqualTo(Value.of(2));
    assertThat(call(endpoint, "system.methodSignature", Value.of("repeat")))
        .isEqualTo(
            Value.Array.of(
                Value.Array.of(Value.of("string"), Value.of("string"), Value.of("int"))));
    assertThat(call(endpoint, "system.methodSignature", Value.of("count")))
        .isEqualTo(Value.of("undef"));
  }

  @Test
  void twoMethodsOfOneNameAreRefusedWhenTheEndpointIsBuilt() {
    Endpoint.Builder builder =
        Endpoint.builder()
            .method("twice", (params, context) -> Value.nil())
            .method("twice", (params, context) -> Value.nil());

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two methods have the name \"twice\"");
  }

  @Test
  void aServiceWithoutMarkedMethodsIsRefused() {
    assertThatThrownBy(() -> Endpoint.builder().register("a string").build())
        .hasMessage(
            "java.lang.String cannot be bound:\n"
                + "  no method is marked @RpcMethod, and no interface of it is marked @RpcService");
  }

  @Test
  void theWrongNumberOfParametersIsAFaultThatTellsBothNumbers() {
    Endpoint endpoint =
        Endpoint.builder()
            .register(new JavaSums())
            .method(MethodDefinition.of("pi", double.class, () -> Math.PI))
            .build();

    assertThat(fault(endpoint, "math.add", Value.of(1)))
        .isEqualTo(new Fault(-32602, "math.add takes 2 parameters, not 1"));
    assertThat(fault(endpoint, "math.add"))
        .isEqualTo(new Fault(-32602, "math.add takes 2 parameters, not none"));
    assertThat(fault(endpoint, "math.add", Value.of(1), Value.of(2), Value.of(3)))
        .isEqualTo(new Fault(-32602, "math.add takes 2 parameters, not 3"));
    assertThat(fault(endpoint, "pi", Value.of(1)))
        .isEqualTo(new Fault(-32602, "pi takes no parameters, not 1"));
  }

  @Test
  void aParameterOfTheWrongTypeIsAFaultThatTellsTheWayToIt() {
    Endpoint endpoint = Endpoint.builder().register(new JavaSums()).build();

    assertThat(fault(endpoint, "math.add", Value.of(1), Value.of("2")))
        .isEqualTo(new Fault(-32602, "params[1]: expected int, found string"));
    assertThat(fault(endpoint, "math.sum", Value.of(1), Value.of(2), Value.of(true)))
        .isEqualTo(new Fault(-32602, "params[2]: expected int, found boolean"));
  }

  @Test
  void anOwnFaultPassesThroughWithItsCodeTextAndMembers() {
    Fault own =
        new Fault(7, "no <such> item", Value.Struct.empty().with("item", Value.of("ax-12")));
    Endpoint endpoint =
        Endpoint.builder()
            .method(
                "fail",
                (params, context) -> {
                  throw new FaultException(own);
                })
            .build();

    assertThat(fault(endpoint, "fail")).isEqualTo(own);
  }

  @Test
  void aMarkedExceptionHasItsCodeAndItsMessage() {
    Endpoint endpoint =
        Endpoint.builder()
            .method(
                "order",
                (params, context) -> {
                  throw new OutOfStockException("no axes left");
                })
            .build();

    assertThat(fault(endpoint, "order")).isEqualTo(new Fault(42, "no axes left"));
  }

  @Test
  void mappersAreAskedBeforeTheStandardOneAndTheLastOneFirst() {
    Endpoint endpoint =
        Endpoint.builder()
            .faults((failure, context) -> new Fault(1, context.methodName()))
            .faults(
                (failure, context) ->
                    failure instanceof ArithmeticException ? new Fault(2, "sums") : null)
            .method(
                "divide",
                (params, context) -> {
                  throw new ArithmeticException();
                })
            .method(
                "fail",
                (params, context) -> {
                  throw new FaultException(3, "hidden by the first mapper");
                })
            .build();

    assertThat(fault(endpoint, "divide")).isEqualTo(new Fault(2, "sums"));
    assertThat(fault(endpoint, "fail")).isEqualTo(new Fault(1, "fail"));
  }

  @Test
  void anUnexpectedExceptionsTextStaysHere() {
    Endpoint endpoint =
        Endpoint.builder()
            .method(
                "fail",
                (params, context) -> {
                  throw new IllegalStateException("the password is tiger");
                })
            .build();

    Fault fault = fault(endpoint, "fail");

    assertThat(fault.code()).isEqualTo(-32500);
    assertThat(fault.text())
        .matches(
            "the call failed unexpectedly; the server's log tells why under the id [0-9a-f]{8}");
  }

  @Test
  void anErrorOfTheMachineIsAFaultToo() {
    Endpoint endpoint =
        Endpoint.builder()
            .method("recurse", (params, context) -> recurse(params.size()))
            .method("fine", (params, context) -> Value.of(1))
            .build();

    assertThat(fault(endpoint, "recurse").code()).isEqualTo(-32500);
    assertThat(call(endpoint, "fine")).isEqualTo(Value.of(1));
  }

  @SuppressWarnings("InfiniteRecursion")
  private static Value recurse(int depth) {
    return Value.of(1 + ((Value.Int) recurse(depth + 1)).value());
  }

  @Test
  void aResultThatCannotBeWrittenIsOneFaultAndNeverATornResponse() {
    Endpoint endpoint =
        Endpoint.builder()
            .method(
                "half",
                (params, context) ->
                    Value.Array.of(Value.of("fine"), Value.of("not \u0001 fine"), Value.of(1)))
            .build();

    assertThat(fault(endpoint, "half"))
        .isEqualTo(
            new Fault(
                -32603,
                "result[1]: the character U+0001 at index 4 cannot stand in XML; send the text as"
                    + " base64"));
  }

  @Test
  void aResultOverALimitIsAFaultThatNamesTheLimit() {
    Endpoint endpoint =
        Endpoint.builder()
            .method("large", (params, context) -> Value.of("x".repeat(10_000)))
            .limits(Limits.DEFAULT.withMaxDocumentBytes(5_000))
            .build();

    assertThat(fault(endpoint, "large"))
        .isEqualTo(
            new Fault(
                -32400,
                "a document of more than 5000 bytes exceeds the limit of 5000"
                    + " (Limits.maxDocumentBytes) at result"));
  }

  @Test
  void aFaultWhoseWordsXmlForbidsStillArrives() {
    Endpoint endpoint =
        Endpoint.builder()
            .method(
                "fail",
                (params, context) -> {
                  throw new FaultException(5, "bell \u0007 and half a pair \uD83D");
                })
            .build();

    assertThat(fault(endpoint, "fail"))
        .isEqualTo(new Fault(5, "bell \uFFFD and half a pair \uFFFD"));
  }

  @Test
  void aFaultWhoseMembersCannotBeWrittenBecomesOneThatSaysSo() {
    Endpoint endpoint =
        Endpoint.builder()
            .method(
                "fail",
                (params, context) -> {
                  throw new FaultException(
                      new Fault(5, "odd", Value.Struct.empty().with("none", Value.nil())));
                })
            .build();

    assertThat(fault(endpoint, "fail"))
        .isEqualTo(
            new Fault(-32603, "fault.none: there is no value, and no nil without Extension.NIL"));
  }

  @Test
  void aBrokenRequestHasNoEffectAndAWrongNameIsTheLesserFault() {
    List<String> effects = new ArrayList<>();
    Endpoint endpoint =
        Endpoint.builder()
            .method(
                "effect",
                (params, context) -> {
                  effects.add("done");
                  return Value.of(0);
                })
            .build();
    byte[] whole = MethodCall.of("effect", Value.of(1)).write();
    byte[] cut = Arrays.copyOf(whole, whole.length - 3);
    byte[] cutAndUnknown =
        new String(cut, StandardCharsets.UTF_8)
            .replace("effect", "unknown")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(((MethodResponse.Failure) MethodResponse.read(endpoint.handle(cut))).fault().code())
        .isEqualTo(-32700);
    assertThat(
            ((MethodResponse.Failure) MethodResponse.read(endpoint.handle(cutAndUnknown)))
                .fault()
                .code())
        .isEqualTo(-32700);
    assertThat(effects).isEmpty();
  }

  @Test
  void voidIsZeroOrNilByTheDialect() {
    Endpoint plain = Endpoint.builder().register(Bell.class, () -> {}).build();
    Endpoint nil =
        Endpoint.builder()
            .register(Bell.class, () -> {})
            .dialect(Dialect.LENIENT.writing(Extension.NIL))
            .build();

    assertThat(call(plain, "ring")).isEqualTo(Value.of(0));
    assertThat(call(nil, "ring")).isEqualTo(Value.nil());
  }

  interface Bell {
    void ring();
  }

  @Test
  void aRecordsWrongMemberIsNamedByItsWay() {
    Endpoint endpoint = Endpoint.builder().register(Diary.class, Visit::who).build();

    Value.Struct visit =
        Value.Struct.empty()
            .with("who", Value.of("Ada"))
            .with("places", Value.Array.of(Value.Struct.empty().with("x-y", Value.of("far"))));

    assertThat(fault(endpoint, "note", visit))
        .isEqualTo(new Fault(-32602, "params[0].places[0].x-y: expected int, found string"));
  }

  record Place(@Name("x-y") int xy) {}

  record Visit(String who, List<Place> places, Optional<String> why) {}

  interface Diary {
    String note(Visit visit);
  }

  private static Value call(Endpoint endpoint, String name, Value... params) {
    return MethodResponse.read(endpoint.handle(MethodCall.of(name, params).write(NILS, LIMITS)))
        .orElseThrow();
  }

  private static Fault fault(Endpoint endpoint, String name, Value... params) {
    MethodResponse response =
        MethodResponse.read(endpoint.handle(MethodCall.of(name, params).write(NILS, LIMITS)));
    assertThat(response).isInstanceOf(MethodResponse.Failure.class);
    return ((MethodResponse.Failure) response).fault();
  }

  private static final Dialect NILS = Dialect.LENIENT.writing(Extension.NIL);
  private static final Limits LIMITS = Limits.DEFAULT;
}
