package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams on the wire: what is read when, and how an exchange ends that goes wrong half-way. */
@Timeout(60)
final class StreamTest {
  private static final int IDLE_MILLIS = 1_000;

  private static final String HEAD =
      "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static final String TAIL = "</data></array></value></param></params></methodCall>";

  private final BlockingQueue<Integer> drawn = new LinkedBlockingQueue<>();
  private final BlockingQueue<RuntimeException> failures = new LinkedBlockingQueue<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger given = new AtomicInteger();
  private final Thread[] giving = new Thread[1];
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private PrintStream err;
  private RpcServer server;

  /** Methods that draw. */
  private final class Service {
    /** Takes note of each number. */
    int sum(Stream<Integer> numbers) {
      try {
        return numbers.peek(drawn::add).mapToInt(Integer::intValue).sum();
      } catch (RuntimeException e) {
        failures.add(e);
        throw e;
      }
    }

    /** Draws one number, and the others when it is let. */
    int pausing(Iterator<Integer> numbers) throws InterruptedException {
      int sum = numbers.next();
      drawn.add(sum);
      boolean unused = released.await(3 * IDLE_MILLIS, TimeUnit.MILLISECONDS);
      while (numbers.hasNext()) {
        sum += numbers.next();
      }
      return sum;
    }

    /** Gives numbers up to one that fails. */
    Stream<Integer> numbers(int most) {
      return IntStream.range(0, Integer.MAX_VALUE)
          .peek(
              i -> {
                giving[0] = Thread.currentThread();
                given.set(i);
                if (i == most) {
                  throw new FaultException(9, "no more");
                }
              })
          .boxed();
    }
  }

  @BeforeEach
  void start() {
    err = System.err;
    System.setErr(new PrintStream(log, true, UTF_8));
    server = builder().start();
  }

  /** Only where a peer is to be idle too long, lest a machine that stalls makes one of another. */
  private void startImpatient() {
    server.close();
    server = builder().idleTimeout(Duration.ofMillis(IDLE_MILLIS)).start();
  }

  private RpcServer.Builder builder() {
    Service service = new Service();
    return Calls.builtIn()
        .method(
            MethodDefinition.of(
                "sum", Stream.class, int.class, numbers -> service.sum(integers(numbers))))
        .method(
            MethodDefinition.of(
                "pausing",
                Iterator.class,
                int.class,
                numbers -> {
                  try {
                    return service.pausing(iterator(numbers));
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                }))
        .method(MethodDefinition.of("numbers", int.class, Stream.class, service::numbers))
        .method(MethodDefinition.of("plain", int.class, int.class, a -> a).asNonBlocking());
  }

  @SuppressWarnings("unchecked")
  private static Stream<Integer> integers(Stream<?> numbers) {
    return (Stream<Integer>) numbers;
  }

  @SuppressWarnings("unchecked")
  private static Iterator<Integer> iterator(Iterator<?> numbers) {
    return (Iterator<Integer>) numbers;
  }

  @AfterEach
  void theServerIsUnharmedAndTheLogHasNoStackTraces() throws Exception {
    try {
      Calls.assertAnswers(server);
    } finally {
      server.close();
      System.setErr(err);
    }
    assertThat(log.toString(UTF_8)).doesNotContain("\tat ").doesNotContain("WARN");
  }

  private static String beginning(String method) {
    return "<methodCall><methodName>"
        + method
        + "</methodName><params><param><value><array><data>\n";
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private static String numbers(int number) {
    return "<value><int>1</int></value>\n".repeat(number);
  }

  @Test
  void anElementIsThereBeforeTheNextIsSent() throws Exception {
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(HEAD + chunk(beginning("sum") + numbers(1)));
      assertThat(drawn.take()).isEqualTo(1);
      peer.send(chunk("<value><int>2</int></va"));
      peer.send(chunk("lue>"));
      assertThat(drawn.take()).isEqualTo(2);
      peer.send(chunk(TAIL) + "0\r\n\r\n");

      assertThat(Calls.result(peer.receive())).isEqualTo(Value.of(3));
      assertThat(Calls.result(peer.send(RawHttp.post(Calls.ADD_7_3)).receive()))
          .isEqualTo(Calls.TEN);
    }
  }

  @Test
  void aDocumentThatBreaksLaterIsTheUsualFaultWhateverTheMethodHasMadeOfIt() throws Exception {
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(HEAD + chunk(beginning("sum") + numbers(5_000)));
      assertThat(drawn.take()).isEqualTo(1);
      peer.send(chunk("<value><int>x</int></value>" + TAIL) + "0\r\n\r\n");

      assertThat(Calls.fault(peer.receive()))
          .isEqualTo(
              new Fault(
                  -32600,
                  "not XML-RPC at line 5002, column 13 (byte 140088): \"x\" is no integer"));
      assertThat(failures.take()).hasMessageStartingWith("not XML-RPC at line 5002, column 13");
      assertThat(Calls.result(peer.send(RawHttp.post(Calls.ADD_7_3)).receive()))
          .isEqualTo(Calls.TEN);
    }
  }

  @Test
  void whatAMethodLeavesUnreadIsCheckedBeforeItsAnswer() throws Exception {
    released.countDown();
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(HEAD + chunk(beginning("pausing") + numbers(2)));
      assertThat(drawn.take()).isEqualTo(1);
      peer.send(chunk("</data></array></value></param></params></methodCal>") + "0\r\n\r\n");

      assertThat(Calls.fault(peer.receive()).code()).isEqualTo(-32700);
    }
  }

  @Test
  void thePauseOfAMethodIsNotThePeersFault() throws Exception {
    startImpatient();
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(HEAD + chunk(beginning("pausing") + numbers(1)));
      assertThat(drawn.take()).isEqualTo(1);
      assertThat(released.await(2 * IDLE_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
      peer.send(chunk(numbers(1_000) + TAIL) + "0\r\n\r\n");

      assertThat(Calls.result(peer.receive())).isEqualTo(Value.of(1_001));
    }
  }

  @Test
  void aCallWhoseNameComesLateIsReadWholeFirst() throws Exception {
    startImpatient();
    String late = "<!--" + "x".repeat(100_000) + "-->" + beginning("sum") + numbers(3);
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(HEAD + chunk(late + TAIL) + "0\r\n\r\n");
      assertThat(Calls.result(peer.receive())).isEqualTo(Value.of(3));
      drawn.clear();
      peer.send(HEAD + chunk(late));

      assertThat(peer.receive().status()).isEqualTo(408);
      assertThat(drawn).isEmpty();
    }
  }

  @Test
  void aPeerThatDoesNotGoOnIsToldSo() throws Exception {
    startImpatient();
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(HEAD + chunk(beginning("sum") + numbers(3)));

      assertThat(peer.receive().plain())
          .isEqualTo("408 text/plain; charset=utf-8: The rest of the body did not come.\n");
      assertThat(peer.ended()).isTrue();
    }
    assertThat(failures.take().getClass().getSimpleName()).isEqualTo("TransferException");
  }

  @Test
  void aPeerThatBreaksOffEndsTheMethod() throws Exception {
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(HEAD + chunk(beginning("sum") + numbers(3)));
      assertThat(drawn.take()).isEqualTo(1);
      peer.reset();
    }
    assertThat(failures.take().getClass().getSimpleName()).isEqualTo("TransferException");
  }

  @Test
  void aResultThatFailsHalfWayHasNoLastChunk() throws Exception {
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(RawHttp.post(Calls.call("numbers", Value.of(100_000))));
      String answer = peer.receiveToEnd();

      assertThat(answer)
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("Transfer-Encoding: chunked")
          .contains("<value><int>90000</int></value>")
          .doesNotContain("\r\n0\r\n")
          .doesNotContain("</methodResponse>")
          .doesNotContain("fault");
    }
  }

  @Test
  void aResultThatFailsAtOnceIsAFaultWithALength() throws Exception {
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(RawHttp.post(Calls.call("numbers", Value.of(100))));

      assertThat(Calls.fault(peer.receive())).isEqualTo(new Fault(9, "no more"));
    }
  }

  @Test
  void aPeerThatDoesNotReadHoldsTheMethodBack() throws Exception {
    try (RawHttp peer = RawHttp.to(server)) {
      peer.send(RawHttp.post(Calls.call("numbers", Value.of(-1))));
      int before = 0;
      while (before == 0
          || before != given.get()
          || giving[0].getState() == Thread.State.RUNNABLE) {
        before = given.get();
        boolean unused = released.await(20, TimeUnit.MILLISECONDS);
      }

      // The buffers of two sockets, on each side, are all that lies between.
      assertThat(before).isBetween(1_000, 1_000_000);
    }
  }

  @Test
  void manyThatWaitHoldUpNobody() throws Exception {
    List<RawHttp> waiting = new ArrayList<>();
    for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors() + 4; i++) {
      waiting.add(RawHttp.to(server).send(HEAD + chunk(beginning("sum") + numbers(1))));
    }
    for (int i = 0; i < waiting.size(); i++) {
      assertThat(drawn.take()).isEqualTo(1);
    }

    assertThat(
            Calls.result(RawHttp.exchange(server, RawHttp.post(Calls.call("plain", Value.of(5))))))
        .isEqualTo(Value.of(5));
    for (RawHttp peer : waiting) {
      peer.close();
    }
  }

  @Test
  void anotherEncodingIsReadWholeFirst() throws Exception {
    String text =
        "<?xml version='1.0' encoding='UTF-16'?>" + beginning("sum") + numbers(10_000) + TAIL;
    byte[] body = text.getBytes(UTF_16);

    assertThat(Calls.result(RawHttp.exchange(server, RawHttp.post(body))))
        .isEqualTo(Value.of(10_000));
  }

  @Test
  void aStreamIsTheLastParameter() {
    MethodDefinition wrong =
        MethodDefinition.of("wrong", Stream.class, int.class, int.class, (a, b) -> 1);

    assertThatThrownBy(() -> RpcServer.builder().method(wrong).start())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wrong: a stream is the last parameter");
  }
}
