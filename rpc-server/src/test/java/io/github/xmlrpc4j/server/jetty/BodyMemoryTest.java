package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The memory of large requests, which one uses after the other. */
@Timeout(60)
final class BodyMemoryTest {
  private static final int CALLERS = 6;
  private static final int CALLS = 30;

  private final Queue<Batch> kept = new ConcurrentLinkedQueue<>();

  record Row(int id, String name, double weight) {
    Value toValue() {
      return Value.Struct.empty()
          .with("id", Value.of(id))
          .with("name", Value.of(name))
          .with("weight", Value.of(weight));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // Compared as values.
  record Batch(List<Row> rows, byte[] bytes, Map<String, String> texts, Value value) {
    /** What one caller sends, all of it unlike what the others do. */
    static Batch of(int caller) {
      String name = "caller" + caller;
      return new Batch(
          Collections.nCopies(500 + caller, new Row(caller, name, caller / 8.0)),
          name.repeat(1_000).getBytes(US_ASCII),
          Map.of(name, name.repeat(1_000)),
          Value.of(name.repeat(1_000)));
    }

    Value toValue() {
      Value.Struct strings = Value.Struct.empty();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        strings = strings.with(text.getKey(), Value.of(text.getValue()));
      }
      return Value.Struct.empty()
          .with("rows", new Value.Array(rows.stream().map(Row::toValue).toList()))
          .with("bytes", Value.Bytes.of(bytes))
          .with("texts", strings)
          .with("value", value);
    }
  }

  private RpcServer server() {
    return Calls.builtIn()
        .method(
            MethodDefinition.of(
                "keep",
                Batch.class,
                int.class,
                batch -> {
                  kept.add(batch);
                  return batch.rows.get(0).id;
                }))
        .start();
  }

  @Test
  void whatAMethodKeepsOfARequestStaysAsItWasWhileOthersAreRead() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (RpcServer server = server()) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int number = caller;
        tasks.add(() -> callOften(server, number));
      }
      for (Future<Void> done : callers.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      callers.shutdownNow();
    }

    assertThat(kept).hasSize(CALLERS * CALLS);
    for (Batch batch : kept) {
      assertThat(batch.toValue().equals(Batch.of(batch.rows.get(0).id).toValue())).isTrue();
    }
  }

  private static Void callOften(RpcServer server, int caller) throws Exception {
    byte[] request = RawHttp.post(Calls.call("keep", Batch.of(caller).toValue()));
    try (RawHttp connection = RawHttp.to(server)) {
      for (int call = 0; call < CALLS; call++) {
        connection.send(request);
        assertThat(Calls.result(connection.receive())).isEqualTo(Value.of(caller));
      }
    }
    return null;
  }

  @Test
  void aRequestThatBreaksOffIsNotEndedByWhatStoodInTheMemoryBefore() throws Exception {
    String whole = Calls.call("addtogether", Value.of("x".repeat(100_000)));
    String broken = whole.substring(0, whole.length() - "</string></value>".length());
    try (RpcServer server = server()) {
      for (int i = 0; i < 2 * BodyMemory.PLACES; i++) {
        assertThat(Calls.result(RawHttp.exchange(server, RawHttp.post(whole))))
            .isEqualTo(Value.of("x".repeat(100_000)));

        assertThat(Calls.fault(RawHttp.exchange(server, RawHttp.post(broken))).text())
            .isEqualTo(
                "not well-formed XML at line 8, column 8 (byte 100138): the document ends inside an"
                    + " end tag");
      }
    }
  }

  @Test
  void anArrayGivenBackIsTakenForABodyOfItsSizeAndForNoOther() {
    byte[] array = new byte[100_001];
    for (int i = 0; i < 100 * BodyMemory.PLACES; i++) {
      // As many as it takes to find each place, so that none has an array of another test.
      BodyMemory.give(new byte[BodyMemory.SMALLEST]);
    }
    BodyMemory.give(array);

    assertThat(BodyMemory.take(100_002).length).isEqualTo(100_002);
    assertThat(BodyMemory.take(50_000).length).isEqualTo(50_000);
    assertThat(BodyMemory.take(50_001) == array).isTrue();
    assertThat(BodyMemory.take(50_001).length).isEqualTo(50_001);
  }

  @Test
  void anArrayThatIsTooLargeToKeepIsNotTakenAgain() {
    byte[] array = new byte[BodyMemory.LARGEST + 1];
    BodyMemory.give(array);

    assertThat(BodyMemory.take(BodyMemory.LARGEST) == array).isFalse();
    assertThat(BodyMemory.take(BodyMemory.LARGEST + 1) == array).isFalse();
  }

  @Test
  void memoryIsTakenForWhatHasComeHoweverMuchIsPromised() throws Exception {
    RequestBody told = RequestBody.of(Limits.DEFAULT, ContentCoding.IDENTITY, 400_000);
    RequestBody untold = RequestBody.of(Limits.DEFAULT, ContentCoding.IDENTITY, -1);
    BodyMemory.give(new byte[400_000]);

    told.add(ByteBuffer.allocate(100));
    untold.add(ByteBuffer.allocate(100));

    assertThat(told.memory().length).isBetween(100, 400);
    assertThat(untold.memory().length).isBetween(100, 200);
  }

  @Test
  void aBodyOfAKnownLengthGrowsToJustThat() throws Exception {
    RequestBody body = RequestBody.of(Limits.DEFAULT, ContentCoding.IDENTITY, 9_000_001);
    for (int come = 0; come < 9_000_000; come += 9_000) {
      body.add(ByteBuffer.allocate(9_000));
    }
    body.add(ByteBuffer.allocate(1));

    assertThat(body.memory().length).isEqualTo(9_000_001);
  }
}
