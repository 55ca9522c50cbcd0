package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Many calls at once that sleep 200 ms, and how quick methods fare beside them. */
final class SleepingCalls {
  private static final int MILLIS = 200;
  private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();
  private static final byte[] UNMARKED = MethodCall.of("unmarked", Value.of(1)).write();

  private SleepingCalls() {}

  /** Takes the number of rounds, that of the calls at once, and the seconds they last. */
  public static void main(String[] args) throws Exception {
    int calls = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    Path sleep = Files.createTempFile("sleep", ".xml");
    Files.write(sleep, MethodCall.of("sleep", Value.of(MILLIS)).write());
    try {
      for (int round = 0; round < Integer.parseInt(args[0]); round++) {
        measure("xmlrpc4j", 200, sleep, calls, seconds);
        measure("xmlrpc4j, a thread for each call", calls + 100, sleep, calls, seconds);
      }
    } finally {
      Files.delete(sleep);
    }
  }

  private static void measure(String name, int threads, Path sleep, int calls, int seconds)
      throws Exception {
    List<String> command =
        ServerProcess.java(
            List.of("-Xmx1g"), ScaleServer.class, "xmlrpc4j", Integer.toString(threads));
    ExecutorService executor = Executors.newCachedThreadPool();
    try (ServerProcess server = ServerProcess.start(command)) {
      Load.threads(4, Duration.ofSeconds(seconds), () -> quick(server.uri(), SmallCall.REQUEST));
      probe(name, " alone", server.uri(), seconds, executor);
      Future<Load> load =
          executor.submit(() -> Load.wrk(server.uri(), sleep, calls, 2 * seconds + 1));
      // What opening the connections costs is not asked here.
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      probe(name, " beside " + calls + " that sleep", server.uri(), seconds, executor);
      String work = calls + " calls at once that sleep " + MILLIS + " ms";
      Rounds.print(name, work, "calls/s", load.get().rate());
      Rounds.print(name, work, "p99 ms", load.get().p99());
    } finally {
      executor.shutdownNow();
    }
  }

  /** Calls the two quick methods now and then, at the same time, and prints how long that takes. */
  private static void probe(
      String name, String where, URI uri, int seconds, ExecutorService executor) throws Exception {
    Future<Load> marked = executor.submit(() -> paced(quick(uri, SmallCall.REQUEST), seconds));
    Future<Load> unmarked = executor.submit(() -> paced(quick(uri, UNMARKED), seconds));
    print(name, "quick @NonBlocking method" + where, marked.get());
    print(name, "quick method" + where, unmarked.get());
  }

  private static void print(String name, String work, Load load) {
    Rounds.print(name, work, "p50 ms", load.p50());
    Rounds.print(name, work, "p99 ms", load.p99());
  }

  private static Work quick(URI uri, byte[] document) throws Exception {
    return new SocketLoop(uri, document);
  }

  private static Load paced(Work work, int seconds) throws Exception {
    List<Double> millis = new ArrayList<>();
    long start = System.nanoTime();
    do {
      long before = System.nanoTime();
      work.once();
      millis.add((System.nanoTime() - before) / 1e6);
      LockSupport.parkNanos(PAUSE_NANOS);
    } while (System.nanoTime() - start < seconds * 1_000_000_000L);
    return Load.of(millis, (System.nanoTime() - start) / 1e9);
  }
}
