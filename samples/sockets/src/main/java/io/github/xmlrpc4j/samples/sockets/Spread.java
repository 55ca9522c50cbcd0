package io.github.xmlrpc4j.samples.sockets;

import io.github.xmlrpc4j.client.CallException;
import io.github.xmlrpc4j.client.ConnectFailedException;
import io.github.xmlrpc4j.client.ConnectionLostException;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Work spread over workers by remote calls: how many primes there are below a number. Each worker
 * counts one part of the numbers at a time; the part of one that is gone goes to the others.
 */
final class Spread {
  static final String USAGE = "spread [--workers URLS] [--below NUMBER]";

  private static final int PARTS = 20;

  /** The numbers from one on, up to another and without that. */
  private record Part(int from, int to) {}

  private final List<ServerProxy> workers;
  private final Queue<Part> parts = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();

  private Spread(Stream<String> uris, int below) {
    workers = new CopyOnWriteArrayList<>(uris.map(ServerProxy::to).toList());
    int size = below / PARTS + 1;
    IntStream.range(0, PARTS)
        .mapToObj(i -> new Part(Math.min(i * size, below), Math.min((i + 1) * size, below)))
        .forEach(parts::add);
  }

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    int below = options.number("--below", 100_000);
    int primes =
        options.has("--workers") ? withWorkers(options, below) : withWorkersOfItsOwn(below);
    System.out.println("there are " + primes + " primes below " + below);
  }

  private static int withWorkers(Options options, int below) throws IOException {
    try {
      return new Spread(Stream.of(options.text("--workers", "").split(",", -1)), below).total();
    } catch (IllegalArgumentException e) {
      throw options.wrong("--workers: " + e.getMessage());
    }
  }

  private static int withWorkersOfItsOwn(int below) throws IOException {
    try (RpcServer one = Worker.start("127.0.0.1", 0);
        RpcServer two = Worker.start("127.0.0.1", 0)) {
      return new Spread(Stream.of(one, two).map(w -> w.uri().toString()), below).total();
    }
  }

  private int total() throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      // A part that comes back when the others are done needs another round.
      while (!parts.isEmpty()) {
        if (workers.isEmpty()) {
          throw new IOException("no worker is left, and " + parts.size() + " parts are");
        }
        CompletableFuture.allOf(
                workers.stream()
                    .map(worker -> CompletableFuture.runAsync(() -> share(worker), threads))
                    .toArray(CompletableFuture[]::new))
            .join();
      }
      return count.get();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CallException failure) {
        throw new IOException(failure.getMessage(), e);
      }
      throw e;
    } finally {
      threads.shutdownNow();
      workers.forEach(ServerProxy::close);
    }
  }

  /** Has a worker count part after part. */
  private void share(ServerProxy worker) {
    for (Part part = parts.poll(); part != null; part = parts.poll()) {
      try {
        count.addAndGet(worker.call(int.class, "primes", part.from(), part.to()));
      } catch (ConnectFailedException | ConnectionLostException e) {
        System.err.println("gone: " + e.getMessage());
        parts.add(part);
        workers.remove(worker);
        worker.close();
        return;
      }
    }
  }
}
