package io.github.xmlrpc4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The thread's CPU time and the bytes allocated for each thing that one contender does with one
 * payload. What other threads do for it, the collector and the compilers, does not count.
 */
final class CodecTimes {
  private static final Duration BATCH = Duration.ofMillis(5);
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Where results go, so that none is computed for nothing. */
  private static final AtomicReference<Object> RESULT = new AtomicReference<>();

  private CodecTimes() {}

  /** Takes the contender, the payload, and the seconds for which each step is measured. */
  public static void main(String[] args) throws Exception {
    CodecContender contender = CodecContender.valueOf(args[0]);
    Payload payload = Payload.valueOf(args[1]);
    long slice = (long) (Double.parseDouble(args[2]) * 1e9);
    for (Map.Entry<String, Callable<Object>> step : contender.steps(payload).entrySet()) {
      String work = step.getKey() + " " + payload.title();
      int batch = batch(step.getValue(), 2 * slice);
      long count = 0;
      long bytes = THREAD.getCurrentThreadAllocatedBytes();
      long cpu = THREAD.getCurrentThreadCpuTime();
      for (long end = System.nanoTime() + slice; System.nanoTime() < end; count += batch) {
        run(step.getValue(), batch);
      }
      double each = (THREAD.getCurrentThreadCpuTime() - cpu) / 1e3 / count;
      double size = (THREAD.getCurrentThreadAllocatedBytes() - bytes) / 1e3 / count;
      Rounds.print(contender.title(), work, "thread CPU us", each);
      Rounds.print(contender.title(), work, "allocated kB", size);
    }
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
