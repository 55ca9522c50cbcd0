package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit on what is written, at the limit and one over. */
class WriterLimitsTest {
  static List<Value> values() {
    return List.of(
        Value.of(1),
        Value.of(1234567),
        Value.of("x".repeat(500)),
        Value.of("é€😀".repeat(200)),
        Value.of("<&>\r".repeat(200)),
        Value.of(0.5),
        Value.Bytes.of(new byte[1000]),
        Value.Array.of(),
        Value.Struct.empty().with("é", Value.of(true)),
        Value.Array.of(Value.of("x".repeat(300)), Value.of("y".repeat(300))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aDocumentHasSoManyBytes(Value value) {
    MethodCall call = MethodCall.of("m", value);
    for (Layout layout : Layout.values()) {
      Dialect dialect = Dialect.STRICT.laidOut(layout);
      byte[] document = call.write(dialect, Limits.DEFAULT);
      Limits limits = Limits.DEFAULT.withMaxDocumentBytes(document.length);
      assertThat(call.write(dialect, limits)).isEqualTo(document);
      int less = document.length - 1;
      assertThatExceptionOfType(LimitExceededException.class)
          .isThrownBy(() -> call.write(dialect, limits.withMaxDocumentBytes(less)))
          .withMessageStartingWith(
              "a document of more than "
                  + less
                  + " bytes exceeds the limit of "
                  + less
                  + " (Limits.maxDocumentBytes) at params[0]")
          .satisfies(e -> assertThat(e.knob()).isEqualTo("maxDocumentBytes"));
    }
  }

  @Test
  void aDocumentTooLargeNamesTheWayToTheValue() {
    Value many = new Value.Array(new ArrayList<>(Collections.nCopies(10, Value.of(1))));
    assertThatExceptionOfType(LimitExceededException.class)
        .isThrownBy(
            () ->
                new MethodResponse.Success(Value.Struct.empty().with("all", many))
                    .write(Dialect.STRICT, Limits.DEFAULT.withMaxDocumentBytes(300)))
        .withMessage(
            "a document of more than 300 bytes exceeds the limit of 300 (Limits.maxDocumentBytes)"
                + " at result.all[6]");
  }

  @Test
  void aTextTooLargeIsRefusedBeforeItIsCopied() {
    String text = "x".repeat(20 << 20);
    assertThatExceptionOfType(LimitExceededException.class)
        .isThrownBy(
            () ->
                MethodCall.of("m", Value.of(text))
                    .write(Dialect.STRICT, Limits.DEFAULT.withMaxDocumentBytes(1 << 20)))
        .withMessage(
            "a document of more than 1048576 bytes exceeds the limit of 1048576"
                + " (Limits.maxDocumentBytes) at params[0]");
  }

  @Test
  void arraysAndStructsStandInEachOtherSoDeeply() {
    Limits limits = Limits.DEFAULT.withMaxDepth(3);
    Value three = Value.Array.of(Value.Struct.empty().with("a", Value.Array.of(Value.of(1))));
    assertThat(MethodCall.of("m", three).write(Dialect.STRICT, limits)).isNotEmpty();
    assertThatExceptionOfType(LimitExceededException.class)
        .isThrownBy(
            () ->
                MethodCall.of("m", Value.of(0), Value.Array.of(Value.of(0), three))
                    .write(Dialect.STRICT, limits))
        .withMessage(
            "a depth of 4 arrays and structs exceeds the limit of 3 (Limits.maxDepth) at"
                + " params[1][1][0].a")
        .satisfies(
            e -> {
              assertThat(e.knob()).isEqualTo("maxDepth");
              assertThat(e.limit()).isEqualTo(3);
              assertThat(e.faultCode()).isEqualTo(FaultCodes.SYSTEM_ERROR);
            });
  }

  @Test
  void aValueDeeperThanAnyStackIsRefused() {
    Value deep = Value.Array.of();
    for (int i = 0; i < 100_000; i++) {
      deep = Value.Array.of(deep);
    }
    Value deepest = deep;
    assertThatExceptionOfType(LimitExceededException.class)
        .isThrownBy(() -> MethodCall.of("m", deepest).write())
        .withMessage(
            "a depth of 65 arrays and structs exceeds the limit of 64 (Limits.maxDepth) at params[0]"
                + "[0]".repeat(64));
  }
}
