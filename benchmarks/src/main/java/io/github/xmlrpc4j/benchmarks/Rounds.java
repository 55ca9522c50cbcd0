package io.github.xmlrpc4j.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs contenders in turn, round by round, so that what else happens on the machine meets all of
 * them alike. The first contender is the floor: a ratio is the median of the ratios of the rounds.
 *
 * @param rounds how many rounds count; one more goes before them to warm up
 * @param slice how long a contender runs in a round
 */
record Rounds(int rounds, Duration slice) {
  /** Prints {@code contender work metric median min max ratio_to_floor}, with tabs between them. */
  void run(String work, int threads, List<Contender> contenders) throws Exception {
    List<Figures> rates = new ArrayList<>();
    contenders.forEach(contender -> rates.add(new Figures()));
    Map<Contender, String> failures = new HashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        try {
          double rate = rate(contenders.get(i), threads);
          if (round > 0) {
            rates.get(i).add(rate);
          }
        } catch (Exception e) {
          failures.put(contenders.get(i), String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
      }
    }
    for (int i = 0; i < contenders.size(); i++) {
      String name = contenders.get(i).name();
      String failure = failures.get(contenders.get(i));
      System.out.println(
          failure == null
              ? rates.get(i).line(name, work, "calls/s", rates.get(0))
              : name + "\t" + work + "\tfailed\t" + failure);
    }
  }

  /** How often a second all threads together do the work. */
  private double rate(Contender contender, int threads) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      long end = start + slice.toNanos();
      Callable<Long> loop =
          () -> {
            Work work = contender.worker().call();
            long count = 0;
            while (System.nanoTime() < end) {
              work.once();
              count++;
            }
            return count;
          };
      List<Future<Long>> loops = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        loops.add(executor.submit(loop));
      }
      long count = 0;
      for (Future<Long> each : loops) {
        count += each.get();
      }
      return count * 1e9 / (System.nanoTime() - start);
    } finally {
      executor.shutdownNow();
    }
  }
}
