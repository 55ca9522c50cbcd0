package io.github.xmlrpc4j.benchmarks;

import java.time.Duration;
import java.util.concurrent.Callable;

/** One of those that are compared. */
interface Contender {
  /** Its name in the results. */
  String name();

  /** Does its work over and over, in some threads, for a time. */
  Load load(int threads, Duration time) throws Exception;

  /**
   * One whose work is done in this process.
   *
   * @param worker makes the work of one thread
   */
  static Contender of(String name, Callable<Work> worker) {
    return new Contender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Load load(int threads, Duration time) throws Exception {
        return Load.threads(threads, time, worker);
      }
    };
  }
}
