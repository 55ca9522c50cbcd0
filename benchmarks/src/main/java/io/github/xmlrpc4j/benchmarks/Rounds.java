package io.github.xmlrpc4j.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Runs contenders in turn, round by round, so that what else happens on the machine meets all of
 * them alike, and prints the figures of each round for {@link Summary}. The first contender is the
 * floor.
 *
 * @param rounds how many rounds count; one more goes before them to warm up
 * @param slice how long a contender runs in a round
 */
record Rounds(int rounds, Duration slice) {
  /** Prints lines {@code contender work metric value}, with tabs between them. */
  void run(String work, int threads, List<Contender> contenders) {
    for (int round = 0; round <= rounds; round++) {
      for (Contender contender : contenders) {
        try {
          Load load = contender.load(threads, slice);
          if (round > 0) {
            print(contender.name(), work, "calls/s", load.rate());
          }
        } catch (Exception e) {
          System.err.println(contender.name() + " failed at " + work + ": " + e);
        }
      }
    }
  }

  /** Prints one such line. */
  static void print(String contender, String work, String metric, double value) {
    System.out.printf(Locale.ROOT, "%s\t%s\t%s\t%.6f%n", contender, work, metric, value);
  }
}
