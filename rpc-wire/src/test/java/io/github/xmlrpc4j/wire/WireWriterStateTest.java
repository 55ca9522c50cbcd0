package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The order of a writer's calls, and the way back. */
class WireWriterStateTest {
  private final WireWriter out =
      new WireWriter(Dialect.STRICT.laidOut(Layout.COMPACT), Limits.DEFAULT);

  @Test
  void aFailedElementIsTakenBackAndAnotherTakesItsPlace() {
    out.beginResponse();
    out.beginArray();
    out.writeInt(1);
    WireWriter.Mark mark = out.mark();
    out.beginStruct();
    out.name("a");
    out.beginArray();
    out.writeString("x");
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(out::writeNil)
        .withMessageStartingWith("result[1].a[1]: ");
    out.reset(mark);
    assertThat(out.path()).isEqualTo("result[0]");
    out.writeInt(2);
    assertThat(out.path()).isEqualTo("result[1]");
    out.endArray();
    out.endResponse();
    assertThat(MethodResponse.read(out.toByteArray()).orElseThrow())
        .isEqualTo(Value.Array.of(Value.of(1), Value.of(2)));
  }

  @Test
  void aFailedParameterIsTakenBackAndAnotherTakesItsPlace() {
    out.beginCall("m");
    out.writeInt(1);
    WireWriter.Mark mark = out.mark();
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(out::writeNil)
        .withMessageStartingWith("params[1]: ");
    out.reset(mark);
    out.beginArray();
    assertThat(out.path()).isEqualTo("params[1]");
    out.endArray();
    out.endCall();
    assertThat(MethodCall.read(out.toByteArray()))
        .isEqualTo(MethodCall.of("m", Value.of(1), Value.Array.of()));
  }

  @Test
  void aFailedResultIsTakenBackAndAnotherTakesItsPlace() {
    out.beginResponse();
    WireWriter.Mark mark = out.mark();
    out.beginArray();
    out.reset(mark);
    out.writeInt(5);
    out.endResponse();
    assertThat(MethodResponse.read(out.toByteArray()).orElseThrow()).isEqualTo(Value.of(5));
  }

  @Test
  void aFailedMembersNameStandsStill() {
    out.beginResponse();
    out.beginStruct();
    out.name("a");
    WireWriter.Mark mark = out.mark();
    out.beginArray();
    out.reset(mark);
    out.writeInt(5);
    out.endStruct();
    out.endResponse();
    assertThat(MethodResponse.read(out.toByteArray()).orElseThrow())
        .isEqualTo(Value.Struct.empty().with("a", Value.of(5)));
  }

  @Test
  void aMarkIsOfOneDocument() {
    out.beginCall("a");
    out.beginArray();
    WireWriter.Mark mark = out.mark();
    out.endArray();
    assertThatIllegalStateException()
        .isThrownBy(() -> out.reset(mark))
        .withMessage("params[0]: the mark is of another document");
    out.beginResponse();
    assertThatIllegalStateException()
        .isThrownBy(() -> out.reset(mark))
        .withMessage("result: the mark is of another document");
  }

  @Test
  void aFaultTakesThePlaceOfAResponseThatFailed() {
    out.beginResponse();
    out.beginArray();
    out.writeInt(1);
    out.writeFaultResponse(new Fault(1, "x"));
    assertThat(MethodResponse.read(out.toByteArray()))
        .isEqualTo(new MethodResponse.Failure(new Fault(1, "x")));
  }

  @Test
  void aWriterCanBeUsedAgain() {
    out.beginCall("first");
    out.beginStruct();
    out.beginCall("second");
    out.writeInt(1);
    out.endCall();
    assertThat(MethodCall.read(out.toByteArray())).isEqualTo(MethodCall.of("second", Value.of(1)));
  }

  @Test
  void aFaultMayStandInAnArray() {
    out.beginResponse();
    out.beginArray();
    out.writeFault(new Fault(4, "\u0001"));
    out.endArray();
    out.endResponse();
    assertThat(MethodResponse.read(out.toByteArray()).orElseThrow())
        .isEqualTo(Value.Array.of(new Fault(4, "\ufffd").toValue()));
  }

  @Test
  void aResponseHoldsOneValue() {
    out.beginResponse();
    assertOutOfOrder(out::endResponse, "result: a response holds one value, not none");
    out.writeInt(1);
    assertOutOfOrder(() -> out.writeInt(2), "result: no further value can stand here");
    out.endResponse();
    assertOutOfOrder(() -> out.writeInt(3), "result: no further value can stand here");
  }

  @Test
  void whatHasBegunEndsAsItBegan() {
    assertOutOfOrder(out::endCall, "value: no call can end here");
    out.beginCall("m");
    assertOutOfOrder(out::endResponse, "methodName: no response can end here");
    out.beginArray();
    assertOutOfOrder(out::endStruct, "params[0]: no struct can end here");
    assertOutOfOrder(out::endCall, "params[0]: an array or a struct is still open");
    out.beginStruct();
    assertOutOfOrder(out::endArray, "params[0][0]: no array can end here");
    out.endStruct();
    out.endArray();
    assertOutOfOrder(out::endArray, "params[0]: no array can end here");
    out.endCall();
    assertOutOfOrder(out::endCall, "params[0]: no call can end here");
    assertOutOfOrder(() -> out.writeInt(1), "params[0]: no further value can stand here");
  }

  @Test
  void aMemberIsANameAndAValue() {
    out.beginResponse();
    assertOutOfOrder(() -> out.name("a"), "result: no member's name can stand here: a");
    out.beginStruct();
    assertOutOfOrder(() -> out.writeInt(1), "result: a member's value stands without a name");
    out.name("a");
    assertOutOfOrder(() -> out.name("b"), "result.a: no member's name can stand here: b");
    assertOutOfOrder(out::endStruct, "result.a: no struct can end here");
    out.beginArray();
    assertOutOfOrder(() -> out.name("b"), "result.a: no member's name can stand here: b");
    out.endArray();
    assertOutOfOrder(() -> out.writeInt(1), "result: a member's value stands without a name");
  }

  @Test
  void aValueMayStandAlone() {
    out.writeInt(1);
    assertThat(out).hasToString("<value><int>1</int></value>");
    assertOutOfOrder(() -> out.writeInt(2), "value: no further value can stand here");
  }

  @Test
  void aCodecsRefusalNamesTheValueThatWouldComeNext() {
    assertThat(out.unwritable("x")).hasMessage("value: x");
    out.beginCall("m");
    assertThat(out.unwritable("x")).hasMessage("params[0]: x");
    out.writeInt(1);
    assertThat(out.unwritable("x")).hasMessage("params[1]: x");
    out.beginArray();
    assertThat(out.unwritable("x")).hasMessage("params[1][0]: x");
    out.writeInt(1);
    assertThat(out.unwritable("x")).hasMessage("params[1][1]: x");
    out.beginStruct();
    assertThat(out.unwritable("x")).hasMessage("params[1][1]: x");
    out.name("a");
    assertThat(out.unwritable("x")).hasMessage("params[1][1].a: x");
    out.writeInt(1);
    assertThat(out.unwritable("x")).hasMessage("params[1][1]: x");
    out.endStruct();
    assertThat(out.unwritable("x")).hasMessage("params[1][2]: x");
    out.writeInt(1);
    assertThat(out.path()).isEqualTo("params[1][2]");
    out.beginResponse();
    assertThat(out.unwritable("x")).hasMessage("result: x");
  }

  private static void assertOutOfOrder(ThrowingCallable call, String message) {
    assertThatIllegalStateException().isThrownBy(call).withMessage(message);
  }
}
