package io.github.xmlrpc4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a server did under a load.
 *
 * @param calls how many calls it answered
 * @param seconds how long that took
 * @param p50 half of them took no longer, in milliseconds
 * @param p99 99 in 100 of them took no longer, in milliseconds
 */
record Load(long calls, double seconds, double p50, double p99) {
  double rate() {
    return calls / seconds;
  }

  /** Has {@code wrk} call with the document of a file, from connections that are kept. */
  static Load wrk(URI uri, Path document, int connections, int seconds) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "wrk",
            "--threads=2",
            "--connections=" + connections,
            "--duration=" + seconds + "s",
            "--timeout=60s",
            "--script=benchmarks/peers/post.lua",
            uri.toString());
    builder.environment().put("BODY", document.toString());
    Process wrk = builder.start();
    List<String> lines;
    try (BufferedReader out = wrk.inputReader(StandardCharsets.UTF_8)) {
      lines = out.lines().filter(line -> line.startsWith("FIGURES\t")).toList();
    }
    if (wrk.waitFor() != 0 || lines.size() != 1) {
      throw new IOException("wrk failed with " + wrk.exitValue());
    }
    String[] figures = lines.get(0).split("\t", -1);
    if (!figures[5].equals("0")) {
      throw new IOException(figures[5] + " calls failed");
    }
    return new Load(
        Long.parseLong(figures[1]),
        Double.parseDouble(figures[2]) / 1e6,
        Double.parseDouble(figures[3]) / 1e3,
        Double.parseDouble(figures[4]) / 1e3);
  }

  /**
   * Has threads call over and over, each at least once, until the time is over. Calls that are
   * under way then count with the time they take.
   */
  static Load threads(int threads, Duration time, Callable<Work> worker) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      long end = start + time.toNanos();
      List<Future<List<Double>>> loops = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        loops.add(executor.submit(() -> millis(worker.call(), end)));
      }
      List<Double> all = new ArrayList<>();
      for (Future<List<Double>> loop : loops) {
        all.addAll(loop.get());
      }
      return of(all, (System.nanoTime() - start) / 1e9);
    } finally {
      executor.shutdownNow();
    }
  }

  private static List<Double> millis(Work work, long end) throws Exception {
    List<Double> millis = new ArrayList<>();
    do {
      long start = System.nanoTime();
      work.once();
      millis.add((System.nanoTime() - start) / 1e6);
    } while (System.nanoTime() < end);
    return millis;
  }

  /** What it was when each call took some time. */
  static Load of(List<Double> millis, double seconds) {
    List<Double> sorted = millis.stream().sorted().toList();
    return new Load(sorted.size(), seconds, quantile(sorted, 0.5), quantile(sorted, 0.99));
  }

  private static double quantile(List<Double> sorted, double part) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)));
  }

  /** Posts a document by the JDK's own means and gives the body of the answer. */
  static byte[] post(URI uri, byte[] document) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setDoOutput(true);
    connection.setReadTimeout(60_000);
    connection.setFixedLengthStreamingMode(document.length);
    connection.setRequestProperty("Content-Type", "text/xml");
    connection.getOutputStream().write(document);
    try (var in = connection.getInputStream()) {
      return in.readAllBytes();
    }
  }
}
