package io.github.xmlrpc4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Value;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
final class PythonServersTest {
  /** The functions of the documents. */
  interface Teaching {
    String addtogether(String... things);

    List<Double> quadratic(int a, int b, int c);

    int add(int x, int y);

    int divide(int x, int y);

    Item echo(Item item);
  }

  record Item(
      String name, double price, List<String> tags, LocalDateTime when, Optional<String> note) {}

  private static PythonServer python;
  private static ServerProxy proxy;

  @BeforeAll
  static void start() {
    python = PythonServer.start();
    proxy =
        ServerProxy.builder(python.uri())
            .dialect(Dialect.LENIENT.writing(Extension.NIL, Extension.I8))
            .build();
  }

  @AfterAll
  static void stop() {
    if (proxy != null) {
      proxy.close();
      python.close();
    }
  }

  @Test
  void theDocumentsCallsGiveTheDocumentsAnswers() {
    Teaching teaching = proxy.as(Teaching.class);

    assertThat(teaching.addtogether("x", "y", "z")).isEqualTo("xyz");
    assertThat(proxy.call(int.class, "addtogether", 1, 2, 3, 4, 5)).isEqualTo(15);
    assertThat(teaching.quadratic(2, -4, 0)).containsExactly(0.0, 8.0);
    assertThat(teaching.quadratic(1, 2, 1)).containsExactly(-1.0);
  }

  @Test
  void theDocumentsBatchGivesTheDocumentsLine() {
    MultiCall batch = proxy.multicall();
    Pending<Integer> add = batch.add(int.class, "add", 7, 3);
    Pending<Integer> subtract = batch.add(int.class, "subtract", 7, 3);
    Pending<Integer> multiply = batch.add(int.class, "multiply", 7, 3);
    Pending<Integer> divide = batch.add(int.class, "divide", 7, 3);
    Pending<Value> fault = batch.add("fail", 5, "on purpose");
    batch.send();

    assertThat(
            String.format(
                "7+3=%d, 7-3=%d, 7*3=%d, 7//3=%d",
                add.get(), subtract.get(), multiply.get(), divide.get()))
        .isEqualTo("7+3=10, 7-3=4, 7*3=21, 7//3=2");
    assertThatThrownBy(fault::get).hasMessage(python.uri() + "/RPC2 fail: fault 5: on purpose");
  }

  @Test
  void aBatchFallsBackToSingleCallsWhereTheServerHasNone() {
    try (PythonServer old = PythonServer.start("--no-multicall");
        ServerProxy plain = ServerProxy.to(old.uri())) {
      MultiCall refused = plain.multicall();
      refused.add("add", 1, 2);
      assertThatThrownBy(refused::send)
          .isInstanceOf(ServerFaultException.class)
          .hasMessageContaining("method \"system.multicall\" is not supported");

      MultiCall batch = plain.multicall().fallBack();
      Pending<Integer> sum = batch.add(int.class, "add", 1, 2);
      Pending<Integer> zero = batch.add(int.class, "divide", 1, 0);
      batch.send();

      assertThat(sum.get()).isEqualTo(3);
      assertThatThrownBy(zero::get).isInstanceOf(ServerFaultException.class);
    }
  }

  @Test
  void aFaultOfPythonsIsThrown() {
    assertThatThrownBy(() -> proxy.as(Teaching.class).divide(1, 0))
        .isInstanceOf(ServerFaultException.class)
        .hasMessage(
            python.uri()
                + "/RPC2 divide: fault 1: <class 'ZeroDivisionError'>:integer division or modulo by"
                + " zero");
    assertThatThrownBy(() -> proxy.call("nope"))
        .hasMessage(
            python.uri()
                + "/RPC2 nope: fault 1: <class 'Exception'>:method \"nope\" is not supported");
  }

  @Test
  void aRecordGoesThereAndBack() {
    Item item =
        new Item(
            "ünïcode \uD83D\uDE00 & <more>",
            0.1,
            List.of("", " a ", "line\nend"),
            LocalDateTime.of(2026, 2, 28, 23, 59, 59),
            Optional.empty());

    assertThat(proxy.as(Teaching.class).echo(item)).isEqualTo(item);
  }

  static List<Value> values() {
    return List.of(
        Value.of(0),
        Value.of(Integer.MIN_VALUE),
        Value.of(true),
        Value.of(false),
        Value.of(-0.0),
        Value.of(1e300),
        Value.of(1e-300),
        Value.of(""),
        Value.of("tab\tline\n]]> & < > ' \" \u0085 \u2028 \uFFFD"),
        Value.Time.of(LocalDateTime.of(1998, 7, 17, 14, 8, 55)),
        Value.Bytes.of(new byte[1_000]),
        Value.nil(),
        Value.Array.of(),
        Value.Array.of(Value.of(1), Value.Array.of(Value.of("x"), Value.nil())),
        Value.Struct.empty(),
        new Value.Struct(Map.of("a b", Value.of(1), "", Value.Struct.empty())));
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyValueComesBackAsItWent(Value value) {
    assertThat(proxy.call("echo", value)).isEqualTo(value);
  }

  @Test
  void pythonsOwnTypesAreTheRightOnes() {
    try (PythonServer builtin = PythonServer.start("--builtin");
        ServerProxy typed = ServerProxy.to(builtin.uri())) {
      assertThat(typed.call(String.class, "type", LocalDateTime.of(2000, 1, 1, 0, 0)))
          .isEqualTo("datetime");
      assertThat(typed.call(String.class, "type", new byte[] {1})).isEqualTo("bytes");
      assertThat(typed.call(String.class, "type", 1)).isEqualTo("int");
      assertThat(typed.call(String.class, "type", 1.0)).isEqualTo("float");
      assertThat(typed.call(String.class, "type", true)).isEqualTo("bool");
      assertThat(typed.call(String.class, "type", List.of())).isEqualTo("list");
      assertThat(typed.call(String.class, "type", Map.of())).isEqualTo("dict");
    }
  }

  @Test
  void tenMegabytesGoBothWays() {
    Random random = new Random(1);
    StringBuilder letters = new StringBuilder();
    while (letters.length() < 10_000_000) {
      letters.appendCodePoint(random.nextInt(0x20, 0x3000));
    }
    String text = letters.toString();
    byte[] bytes = new byte[10_000_000];
    random.nextBytes(bytes);

    assertThat(proxy.call(String.class, "echo", text)).isEqualTo(text);
    assertThat(proxy.call(byte[].class, "echo", bytes)).isEqualTo(bytes);
    assertThat(proxy.call(int.class, "size", bytes)).isEqualTo(10_000_000);
  }
}
