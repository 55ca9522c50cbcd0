package io.github.xmlrpc4j.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConformanceFunctionsTest {
  private static final Value STOOGES =
      Value.Struct.empty()
          .with("moe", Value.of(1))
          .with("larry", Value.of(2))
          .with("curly", Value.of(3))
          .with("shemp", Value.of("4"));
  private static final Value DATE = Value.Time.of(LocalDateTime.of(1998, 7, 17, 14, 8, 55));
  private static final Value BYTES = Value.Bytes.of((byte) 0, (byte) -1);

  private final Endpoint endpoint =
      Endpoint.builder().methods(ConformanceFunctions.all("1.2", "Plan 9")).build();

  private MethodResponse answer(String name, Value... params) {
    return MethodResponse.read(endpoint.handle(MethodCall.of(name, params).write()));
  }

  private Value validator(String name, Value... params) {
    return answer("validator1." + name, params).orElseThrow();
  }

  private Fault fault(String name, Value... params) {
    return ((MethodResponse.Failure) answer(name, params)).fault();
  }

  @Test
  void theValidatorsEightTestsPass() {
    assertThat(validator("arrayOfStructsTest", Value.Array.of(STOOGES, STOOGES)))
        .isEqualTo(Value.of(6));
    assertThat(validator("countTheEntities", Value.of("<<<>>&''''\"x")))
        .isEqualTo(
            Value.Struct.empty()
                .with("ctLeftAngleBrackets", Value.of(3))
                .with("ctRightAngleBrackets", Value.of(2))
                .with("ctAmpersands", Value.of(1))
                .with("ctApostrophes", Value.of(4))
                .with("ctQuotes", Value.of(1)));
    assertThat(validator("easyStructTest", STOOGES)).isEqualTo(Value.of(6));
    assertThat(validator("echoStructTest", STOOGES)).isEqualTo(STOOGES);
    Value[] six = {Value.of(7), Value.of(true), Value.of("x"), Value.of(0.5), DATE, BYTES};
    assertThat(validator("manyTypesTest", six)).isEqualTo(Value.Array.of(six));
    List<Value> many = new ArrayList<>();
    for (int i = 1; i <= 150; i++) {
      many.add(Value.of(i + ","));
    }
    assertThat(validator("moderateSizeArrayCheck", new Value.Array(many)))
        .isEqualTo(Value.of("1,150,"));
    Value calendar = in("2000", in("04", in("01", STOOGES)));
    assertThat(validator("nestedStructTest", calendar)).isEqualTo(Value.of(6));
    assertThat(validator("simpleStructReturnTest", Value.of(-7)))
        .isEqualTo(
            Value.Struct.empty()
                .with("times10", Value.of(-70))
                .with("times100", Value.of(-700))
                .with("times1000", Value.of(-7_000)));
  }

  private static Value in(String name, Value value) {
    return Value.Struct.empty().with("other", Value.of(0)).with(name, value);
  }

  @Test
  void everyEchoReturnsWhatItTookAndNothingElse() {
    assertEcho("String", Value.of(" <ü> "));
    assertEcho("Integer", Value.of(-1));
    assertEcho("Boolean", Value.of(false));
    assertEcho("Float", Value.of(1.5));
    assertEcho("Struct", STOOGES);
    assertEcho("Date", DATE);
    assertEcho("Base64", BYTES);
    assertEcho("StringArray", Value.Array.of(Value.of("a"), Value.of("")));
    assertEcho("IntegerArray", Value.Array.of(Value.of(1)));
    assertEcho("FloatArray", Value.Array.of(Value.of(1.0)));
    assertEcho("StructArray", Value.Array.of(STOOGES));
    assertEcho("Value", Value.Array.of(DATE, BYTES));
    assertThat(fault("interopEchoTests.echoInteger", Value.of("1")))
        .isEqualTo(new Fault(-32602, "params[0]: expected int, found string"));
    assertThat(
            fault("interopEchoTests.echoIntegerArray", Value.Array.of(Value.of(1), Value.of(1.0))))
        .isEqualTo(new Fault(-32602, "params[0][1]: expected int, found double"));
  }

  private void assertEcho(String kind, Value value) {
    assertThat(answer("interopEchoTests.echo" + kind, value).orElseThrow()).isEqualTo(value);
  }

  @Test
  void theToolkitTellsItself() {
    assertThat(answer("interopEchoTests.whichToolkit").orElseThrow())
        .isEqualTo(
            Value.Struct.empty()
                .with("toolkitDocsUrl", Value.of(""))
                .with("toolkitName", Value.of("xmlrpc4j"))
                .with("toolkitVersion", Value.of("1.2"))
                .with("toolkitOperatingSystem", Value.of("Plan 9")));
    assertThat(answer("interopEchoTests.noInParams").orElseThrow()).isEqualTo(Value.of(0));
  }

  @Test
  void whatDoesNotFitIsAFaultThatSaysWhere() {
    assertThat(fault("validator1.arrayOfStructsTest", Value.Array.of(STOOGES, Value.of(1))))
        .isEqualTo(new Fault(-32602, "params[0][1]: expected struct, found int"));
    assertThat(fault("validator1.easyStructTest", Value.Struct.empty()))
        .isEqualTo(new Fault(-32602, "params[0]: there is no member moe"));
    assertThat(fault("validator1.nestedStructTest", in("2000", in("04", in("01", Value.of(1))))))
        .isEqualTo(
            new Fault(-32602, "params[0][\"2000\"][\"04\"][\"01\"]: expected struct, found int"));
    assertThat(fault("validator1.moderateSizeArrayCheck", Value.Array.of()))
        .isEqualTo(new Fault(-32602, "params[0]: the array is empty"));
    assertThat(fault("validator1.simpleStructReturnTest", Value.of(Integer.MAX_VALUE)))
        .isEqualTo(new Fault(-32500, "21474836470 does not fit an int"));
  }
}
