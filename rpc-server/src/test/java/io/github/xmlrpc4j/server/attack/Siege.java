package io.github.xmlrpc4j.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A server under attack, and a calm client beside the attackers. */
final class Siege implements AutoCloseable {
  static final int MEBIBYTE = 1 << 20;

  private static final int CALLS = 50;

  /** Connections that a system lets wait to be accepted, at the least. */
  private static final int QUEUED = 25;

  private static final Duration NORMAL = Duration.ofMillis(250);

  /** What an attacker does over and over. */
  @FunctionalInterface
  interface Round {
    void run() throws Exception;
  }

  private final RpcServer server;
  private final CalmClient client;
  private final long bytesBefore;
  private final List<Peer> crowd = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<CompletableFuture<Void>> attackers = new ArrayList<>();
  private volatile boolean over;

  private Siege(RpcServer server) throws IOException {
    this.server = server;
    this.client = new CalmClient(server);
    assertThat(client.median(CALLS)).as("a call before the attack").isLessThan(NORMAL);
    this.bytesBefore = bytesInUse();
  }

  /** A server that has nothing to fear yet. */
  static Siege of(RpcServer server) throws IOException {
    return new Siege(server);
  }

  /** A server of the built-in functions, and of one that answers with so many mebibytes. */
  static RpcServer.Builder server() {
    return RpcServer.builder()
        .methods(BuiltInFunctions.all(Limits.DEFAULT))
        .method(
            "large",
            (params, context) ->
                Value.of("x".repeat(((Value.Int) params.get(0)).value() * MEBIBYTE)));
  }

  /** Connections that have sent this; they stay until the siege is over. */
  List<Peer> gather(int many, String sent) throws IOException {
    return gather(many, sent, 0);
  }

  /** Connections of peers that take in little before they read; see {@link Peer#of}. */
  List<Peer> gather(int many, String sent, int buffer) throws IOException {
    List<Peer> gathered = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Peer peer = Peer.of(server, buffer);
      crowd.add(peer);
      gathered.add(peer.send(sent));
      if (i % QUEUED == 0) {
        // Answered behind those that came before it: none of them waits to be accepted any more.
        client.median(1);
      }
    }
    return gathered;
  }

  /** Has rounds run one after the other until the siege is over; returns when one has. */
  void attack(Round round) throws InterruptedException {
    CountDownLatch once = new CountDownLatch(1);
    attackers.add(CompletableFuture.runAsync(() -> run(round, once), threads));
    assertThat(once.await(30, TimeUnit.SECONDS)).as("an attacker got through one round").isTrue();
  }

  private void run(Round round, CountDownLatch once) {
    try {
      while (!over) {
        round.run();
        once.countDown();
      }
    } catch (Exception e) {
      throw new CompletionException(e);
    } finally {
      once.countDown();
    }
  }

  /** Checks that a call takes no longer than it may on a server that nobody attacks. */
  void assertCalmClientIsServed() throws IOException {
    assertThat(client.median(CALLS)).as("a call under attack").isLessThan(NORMAL);
    for (CompletableFuture<Void> attacker : attackers) {
      assertThat(attacker).as("an attacker goes on").isNotDone();
    }
  }

  /** Checks that the attackers of this moment, on both ends of their connections, hold little. */
  void assertHeldBelow(long bytes) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    long held = bytesInUse() - bytesBefore;
    while (held >= bytes && System.nanoTime() < deadline) {
      // Each look stops all threads, those that are to let go among them.
      TimeUnit.MILLISECONDS.sleep(100);
      held = bytesInUse() - bytesBefore;
    }
    assertThat(held).as("bytes held").isLessThan(bytes);
  }

  /** Objects that somebody holds, and the buffers outside the heap that network input goes to. */
  private static long bytesInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
  }

  /** Lets the attackers end their rounds, and fails where one has failed; the crowd stays. */
  void end() {
    over = true;
    for (CompletableFuture<Void> attacker : attackers) {
      attacker.orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      end();
    } finally {
      threads.shutdownNow();
      for (Peer peer : crowd) {
        peer.close();
      }
    }
  }
}
