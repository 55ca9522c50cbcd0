package io.github.xmlrpc4j.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class RepetitionTest {
  private static final Limits SMALL = Limits.DEFAULT.withMaxStringLength(10).withMaxValues(10);
  private static final Value PAIR = Value.Array.of(Value.of(1), Value.of(2));

  private final Functions functions = Functions.standard();

  @Test
  void aStringOrAnArrayIsRepeatedWhicheverStandsFirst() {
    assertThat(functions.call("multiply", Value.of("ab"), Value.of(3)))
        .isEqualTo(Value.of("ababab"));
    assertThat(functions.call("multiply", Value.of(2), PAIR))
        .isEqualTo(Value.Array.of(Value.of(1), Value.of(2), Value.of(1), Value.of(2)));
    assertThat(functions.call("multiply", Value.of(true), Value.of("ab")))
        .isEqualTo(Value.of("ab"));
    assertThat(functions.call("multiply", Value.of("ab"), Value.of(0))).isEqualTo(Value.of(""));
    assertThat(functions.call("multiply", PAIR, Value.of(-5))).isEqualTo(Value.Array.of());
  }

  @Test
  void aStringBeyondTheLimitIsRefusedBeforeItIsMade() {
    assertThat(functions.fault("multiply", Value.of("x"), Value.of(Integer.MAX_VALUE)))
        .isEqualTo(
            new Fault(
                -32400,
                "a result of 2147483647 characters exceeds the limit of 16777216"
                    + " (Limits.maxStringLength) at result"));
    assertThat(
            functions.fault("multiply", Value.of("xyz"), new Value.Decimal(BigDecimal.TEN.pow(20))))
        .isEqualTo(
            new Fault(
                -32400,
                "a result of 300000000000000000000 characters exceeds the limit of 16777216"
                    + " (Limits.maxStringLength) at result"));
  }

  @Test
  void anArrayBeyondTheLimitIsRefusedBeforeItIsMade() {
    assertThat(functions.fault("multiply", Value.of(Integer.MAX_VALUE), PAIR))
        .isEqualTo(
            new Fault(
                -32400,
                "a result of 4294967295 values exceeds the limit of 2000000"
                    + " (Limits.maxValues) at result"));
  }

  @Test
  void aResultJustWithinTheLimitsIsAnswered() {
    Functions small = Functions.of(Dialect.LENIENT, SMALL);

    assertThat(small.call("multiply", Value.of("ab"), Value.of(5)))
        .isEqualTo(Value.of("ababababab"));
    assertThat(small.fault("multiply", Value.of("ab"), Value.of(6)).code()).isEqualTo(-32400);
    assertThat(small.call("multiply", Value.Array.of(Value.of(1)), Value.of(9)))
        .isInstanceOf(Value.Array.class);
    assertThat(small.fault("multiply", Value.Array.of(Value.of(1)), Value.of(10)).text())
        .isEqualTo("a result of 11 values exceeds the limit of 10 (Limits.maxValues) at result");
  }

  @Test
  void valuesInsideOfRepeatedOnesCountToo() {
    Functions small = Functions.of(Dialect.LENIENT, SMALL);
    Value nested =
        Value.Array.of(Value.Array.of(Value.of(1)), Value.Struct.empty().with("name", Value.of(2)));

    assertThat(small.fault("multiply", nested, Value.of(3)))
        .isEqualTo(
            new Fault(
                -32400,
                "a result of 13 values exceeds the limit of 10 (Limits.maxValues) at result"));
    assertThat(small.call("multiply", nested, Value.of(2))).isInstanceOf(Value.Array.class);
  }

  @Test
  void stringsThatAreJoinedKeepToTheLimitToo() {
    Functions small = Functions.of(Dialect.LENIENT, SMALL);
    Value half = Value.of("12345");

    assertThat(small.call("addtogether", half, half)).isEqualTo(Value.of("1234512345"));
    assertThat(small.fault("addtogether", half, half, Value.of("6")))
        .isEqualTo(
            new Fault(
                -32400,
                "a result of 11 characters or more exceeds the limit of 10"
                    + " (Limits.maxStringLength) at result"));
  }

  @Test
  void aRepeatedArrayOfLongStringsStopsAtTheSizeOfADocument() {
    Functions small = Functions.of(Dialect.LENIENT, Limits.DEFAULT.withMaxDocumentBytes(100_000));
    Value longOnes = Value.Array.of(Value.of("x".repeat(50_000)));

    assertThat(small.fault("multiply", longOnes, Value.of(1_000_000)).text())
        .isEqualTo(
            "a document of more than 100000 bytes exceeds the limit of 100000"
                + " (Limits.maxDocumentBytes) at result[1]");
  }
}
