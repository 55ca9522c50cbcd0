package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Value;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that take their time, on connections that may not be idle for that long. */
@Timeout(60)
final class LongCallTest {
  /** Longer than any thread is kept from its work by a machine that does much else. */
  private static final int IDLE_MILLIS = 1_000;

  private static final int CLIENTS = 100;
  private static final int CALLS_EACH = 15;

  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private RpcServer server;

  @BeforeEach
  void start() {
    server =
        Calls.builtIn()
            .idleTimeout(Duration.ofMillis(IDLE_MILLIS))
            .method(
                "pass",
                (params, context) -> {
                  begun.incrementAndGet();
                  int millis = ((Value.Int) params.get(0)).value();
                  return Value.of(never.await(millis, TimeUnit.MILLISECONDS));
                })
            .start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallMayTakeLongerThanAConnectionMayBeIdle(boolean bodyComesLater) throws Exception {
    String call = Calls.call("pass", Value.of(3 * IDLE_MILLIS + IDLE_MILLIS / 2));
    try (RawHttp connection = RawHttp.to(server)) {
      if (bodyComesLater) {
        String expect = "Expect: 100-continue\r\n";
        connection.send(
            "POST / HTTP/1.1\r\nHost: a\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(expect, call.length()));
        assertThat(connection.receive().status()).isEqualTo(100);
        connection.send(call);
      } else {
        connection.send(RawHttp.post(call));
      }
      assertThat(Calls.result(connection.receive())).isEqualTo(Value.of(false));

      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @Test
  void aCallThatTakesJustAsLongAsAConnectionMayBeIdleIsAnswered() throws Exception {
    byte[] call = RawHttp.post(Calls.call("pass", Value.of(IDLE_MILLIS)));
    Callable<Integer> client =
        () -> {
          int answered = 0;
          for (int i = 0; i < CALLS_EACH; i++) {
            answered += isAnswered(call) ? 1 : 0;
          }
          return answered;
        };
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      int answered = 0;
      List<Callable<Integer>> all = Stream.generate(() -> client).limit(CLIENTS).toList();
      for (Future<Integer> each : clients.invokeAll(all)) {
        answered += each.get();
      }
      assertThat(answered).isEqualTo(begun.get()).isPositive();
    } finally {
      clients.shutdownNow();
    }
  }

  /** On a machine that is very busy, a connection may have been idle too long before the call. */
  private boolean isAnswered(byte[] call) throws IOException {
    try {
      RawHttp.Answer answer = RawHttp.exchange(server, call);
      return answer.status() != 408 && Calls.result(answer).equals(Value.of(false));
    } catch (EOFException | SocketException e) {
      return false;
    }
  }
}
