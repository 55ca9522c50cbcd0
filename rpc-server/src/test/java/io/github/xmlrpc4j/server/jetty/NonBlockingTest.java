package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.contract.NonBlocking;
import io.github.xmlrpc4j.contract.RpcMethod;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a method that is marked as one that never waits gains, and what it must not cost. */
@Timeout(60)
final class NonBlockingTest {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** More than there are threads that read. */
  private static final int MANY = 4 * PROCESSORS + 4;

  private final CountDownLatch released = new CountDownLatch(1);
  private final List<RawHttp> waiting = new ArrayList<>();
  private final RpcServer server = Calls.builtIn().register(new Service(released)).start();

  static final class Service {
    private final CountDownLatch released;

    Service(CountDownLatch released) {
      this.released = released;
    }

    @RpcMethod
    @NonBlocking
    public String here() {
      return Thread.currentThread().toString();
    }

    @RpcMethod
    public String waits(String text) throws InterruptedException {
      released.await();
      return text;
    }

    /** Breaks its promise, so that a test can tell whether it was believed. */
    @RpcMethod
    @NonBlocking
    public int waitsWithPromise(String text) throws InterruptedException {
      released.await();
      return text.length();
    }
  }

  @AfterEach
  void stop() throws Exception {
    released.countDown();
    for (RawHttp connection : waiting) {
      connection.close();
    }
    server.close();
  }

  @Test
  void aMarkedMethodRunsInTheThreadsThatRead() throws Exception {
    Set<Value> threads = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      byte[] call = RawHttp.post(Calls.call("here"));
      threads.add(Calls.result(RawHttp.exchange(server, call)));
    }

    assertThat(threads.size()).isBetween(1, PROCESSORS);
    assertThat(threads.toString()).doesNotContain("Virtual");
  }

  @Test
  void aMethodThatIsNotMarkedMayWaitAndKeepsNobodyFromBeingServed() throws Exception {
    sendToMany(RawHttp.post(Calls.call("waits", Value.of("a"))));

    Calls.assertAnswers(server);
    released.countDown();
    for (RawHttp connection : waiting) {
      assertThat(Calls.result(connection.receive())).isEqualTo(Value.of("a"));
    }
  }

  @Test
  void aLongCallIsHandedOverWhateverItsMethodPromises() throws Exception {
    sendToMany(RawHttp.post(Calls.call("waitsWithPromise", Value.of("x".repeat(20_000)))));

    Calls.assertAnswers(server);
    released.countDown();
    for (RawHttp connection : waiting) {
      assertThat(Calls.result(connection.receive())).isEqualTo(Value.of(20_000));
    }
  }

  @Test
  void aCompressedCallIsHandedOverToo() throws Exception {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(Calls.call("waitsWithPromise", Value.of("abc")).getBytes(UTF_8));
    }
    sendToMany(RawHttp.post(compressed.toByteArray(), "Content-Encoding: gzip"));

    Calls.assertAnswers(server);
    released.countDown();
    for (RawHttp connection : waiting) {
      assertThat(Calls.result(connection.receive())).isEqualTo(Value.of(3));
    }
  }

  @Test
  void aMarkedMethodInsideABatchDoesNotMakeTheBatchOne() throws Exception {
    Value call =
        Value.Struct.empty()
            .with("methodName", Value.of("waitsWithPromise"))
            .with("params", Value.Array.of(Value.of("abcd")));
    sendToMany(RawHttp.post(Calls.call("system.multicall", Value.Array.of(call))));

    Calls.assertAnswers(server);
    released.countDown();
    for (RawHttp connection : waiting) {
      assertThat(Calls.result(connection.receive()))
          .isEqualTo(Value.Array.of(Value.Array.of(Value.of(4))));
    }
  }

  @Test
  void anInterceptorMayWaitBeforeAMarkedMethod() throws Exception {
    try (RpcServer intercepted =
        Calls.builtIn()
            .register(new Service(released))
            .intercept(
                invocation -> {
                  if (invocation.context().methodName().equals("here")) {
                    released.await();
                  }
                  return invocation.proceed();
                })
            .start()) {
      for (int i = 0; i < MANY; i++) {
        RawHttp connection = RawHttp.to(intercepted);
        waiting.add(connection);
        connection.send(RawHttp.post(Calls.call("here")));
      }

      Calls.assertAnswers(intercepted);
      released.countDown();
      for (RawHttp connection : waiting) {
        assertThat(Calls.result(connection.receive())).isInstanceOf(Value.Str.class);
      }
    }
  }

  private void sendToMany(byte[] request) throws Exception {
    for (int i = 0; i < MANY; i++) {
      RawHttp connection = RawHttp.to(server);
      waiting.add(connection);
      connection.send(request);
    }
  }
}
