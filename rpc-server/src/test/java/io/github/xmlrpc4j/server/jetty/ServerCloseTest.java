package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Value;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a server ends. */
@Timeout(30)
final class ServerCloseTest {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch mayReturn = new CountDownLatch(1);

  private RpcServer.Builder builder() {
    return Calls.builtIn()
        .method(
            "wait",
            (params, context) -> {
              entered.countDown();
              return Value.of(mayReturn.await(20, TimeUnit.SECONDS));
            });
  }

  @Test
  void closingLetsRunningCallsFinishAndRefusesNewOnes() throws Exception {
    RpcServer server = builder().start();
    try (RawHttp running = RawHttp.to(server);
        RawHttp idle = RawHttp.to(server)) {
      idle.send(RawHttp.post(Calls.ADD_7_3)).receive();
      running.send(RawHttp.post(Calls.call("wait")));
      assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);

      until(() -> refusesConnections(server));
      assertThat(isRefused(idle)).isTrue();
      assertThat(closed).isNotDone();

      mayReturn.countDown();
      RawHttp.Answer answer = running.receive();
      assertThat(Calls.result(answer)).isEqualTo(Value.of(true));
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(running.ended()).isTrue();
      assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
    }
  }

  /** A connection that was there before is ended, or says that the server is. */
  private static boolean isRefused(RawHttp idle) throws IOException {
    try {
      return idle.send(RawHttp.post(Calls.ADD_7_3)).receive().status() == 503;
    } catch (EOFException | SocketException e) {
      return true;
    }
  }

  private static boolean refusesConnections(RpcServer server) {
    try {
      RawHttp.to(server).close();
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      // Accepted, and then dropped: the next one tells.
      return false;
    }
  }

  @Test
  void closingWaitsForACallAsLongAsItWasToldTo() throws Exception {
    RpcServer server = builder().stopTimeout(Duration.ofMillis(100)).start();
    try (RawHttp running = RawHttp.to(server)) {
      running.send(RawHttp.post(Calls.call("wait")));
      assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

      assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(Duration.ofSeconds(5));
      assertThat(running.ended()).isTrue();
      assertThat(refusesConnections(server)).isTrue();
      server.close();
    } finally {
      mayReturn.countDown();
    }
  }

  @Test
  void closingDoesNotWaitForIdleConnections() throws Exception {
    RpcServer server = builder().start();
    try (RawHttp idle = RawHttp.to(server);
        RawHttp begun = RawHttp.to(server)) {
      idle.send(RawHttp.post(Calls.ADD_7_3)).receive();
      begun.send("POST /RPC2 HTTP/1.1\r\n");

      assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(Duration.ofSeconds(5));
      assertThat(idle.ended()).isTrue();
      assertThat(begun.ended()).isTrue();
    }
  }

  @Test
  void aThreadThatIsInterruptedCanClose() throws Exception {
    RpcServer server = builder().start();

    Thread.currentThread().interrupt();
    server.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(refusesConnections(server)).isTrue();
  }

  @Test
  void aThreadThatIsInterruptedWhileItClosesDoesNotWait() throws Exception {
    RpcServer server = builder().start();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread closer =
        new Thread(
            () -> {
              server.close();
              interrupted.complete(Thread.interrupted());
            });
    try (RawHttp running = RawHttp.to(server)) {
      running.send(RawHttp.post(Calls.call("wait")));
      assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
      closer.start();
      until(() -> refusesConnections(server));

      closer.interrupt();

      assertThat(interrupted).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
      assertThat(running.ended()).isTrue();
      assertThat(refusesConnections(server)).isTrue();
    } finally {
      mayReturn.countDown();
    }
  }

  @Test
  void aMethodThatClosesItsOwnServerIsCutOff() throws Exception {
    RpcServer[] own = new RpcServer[1];
    own[0] =
        builder()
            .stopTimeout(Duration.ofMillis(200))
            .method(
                "close",
                (params, context) -> {
                  own[0].close();
                  return Value.of(1);
                })
            .start();
    try (RawHttp connection = RawHttp.to(own[0])) {
      connection.send(RawHttp.post(Calls.call("close")));

      assertThat(connection.ended()).isTrue();
      until(() -> !hasThreads());
    }
  }

  @Test
  void closingOnceMoreDoesNothing() {
    RpcServer server = builder().start();
    URI uri = server.uri();

    server.close();
    server.close();

    assertThat(server.uri()).isEqualTo(uri);
  }

  @Test
  void theThreadsOfAClosedServerEnd() throws Exception {
    RpcServer server = builder().start();
    Calls.assertAnswers(server);
    assertThat(hasThreads()).isTrue();

    server.close();

    until(() -> !hasThreads());
  }

  private static boolean hasThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().startsWith("xmlrpc"));
  }

  @Test
  void aPortIsFreeAgainWhenItsServerIsClosed() throws Exception {
    RpcServer first = builder().start();
    Calls.assertAnswers(first);
    first.close();

    try (RpcServer second = builder().port(first.port()).start()) {
      assertThat(second.port()).isEqualTo(first.port());
      Calls.assertAnswers(second);
    }
  }

  private static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("gave up waiting").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
