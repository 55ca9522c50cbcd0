package io.github.xmlrpc4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the calling thread spends on something. What other threads do for it, the collector and the
 * compilers, does not count.
 *
 * @param micros CPU time for each time, in microseconds
 * @param kilobytes memory allocated for each time, in kB
 */
record CpuTime(double micros, double kilobytes) {
  private static final Duration BATCH = Duration.ofMillis(5);
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Where results go, so that none is computed for nothing. */
  private static final AtomicReference<Object> RESULT = new AtomicReference<>();

  /** Does something over and over, at first to warm up. */
  static CpuTime of(Callable<Object> step, Duration warmUp, Duration time) throws Exception {
    int batch = batch(step, warmUp.toNanos());
    long count = 0;
    long bytes = THREAD.getCurrentThreadAllocatedBytes();
    long cpu = THREAD.getCurrentThreadCpuTime();
    for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; count += batch) {
      run(step, batch);
    }
    double nanos = THREAD.getCurrentThreadCpuTime() - cpu;
    double size = THREAD.getCurrentThreadAllocatedBytes() - bytes;
    return new CpuTime(nanos / 1e3 / count, size / 1e3 / count);
  }

  /** Warms up, and finds how many times take long enough for a look at the clock not to matter. */
  private static int batch(Callable<Object> step, long warmUp) throws Exception {
    int batch = 1;
    for (long start = System.nanoTime(); System.nanoTime() - start < warmUp; ) {
      long before = System.nanoTime();
      run(step, batch);
      if (System.nanoTime() - before < BATCH.toNanos()) {
        batch *= 2;
      }
    }
    return batch;
  }

  private static void run(Callable<Object> step, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      RESULT.setOpaque(step.call());
    }
  }
}
