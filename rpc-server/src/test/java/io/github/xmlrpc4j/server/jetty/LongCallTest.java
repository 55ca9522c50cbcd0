package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Value;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that take their time, on connections that may not be idle for that long. */
@Timeout(120)
final class LongCallTest {
  private static final int IDLE_MILLIS = 250;
  private static final int CLIENTS = 100;
  private static final int CALLS_EACH = 150;

  private final CountDownLatch never = new CountDownLatch(1);
  private RpcServer server;

  @BeforeEach
  void start() {
    server =
        Calls.builtIn()
            .idleTimeout(Duration.ofMillis(IDLE_MILLIS))
            .method(
                "pass",
                (params, context) -> {
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
  void aCallMayTakeJustAsLongAsAConnectionMayBeIdle() throws Exception {
    byte[] call = RawHttp.post(Calls.call("pass", Value.of(IDLE_MILLIS)));
    Callable<Integer> client =
        () -> {
          for (int i = 0; i < CALLS_EACH; i++) {
            try {
              assertThat(Calls.result(RawHttp.exchange(server, call))).isEqualTo(Value.of(false));
            } catch (java.io.IOException e) {
              System.out.println("LOST " + e);
            }
          }
          return CALLS_EACH;
        };
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<Integer>> all = Stream.generate(() -> client).limit(CLIENTS).toList();
      for (Future<Integer> answered : clients.invokeAll(all)) {
        assertThat(answered.get()).isEqualTo(CALLS_EACH);
      }
    } finally {
      clients.shutdownNow();
    }
  }
}
