package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The memory that is in use when all that nobody holds is gone. */
final class Heap {
  private Heap() {}

  static long bytesInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Forgets how much memory was ever in use, so that the peak is that of what follows. */
  static void resetPeak() {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The most that was in use at a time, with what nobody held any more. */
  static long peakBytes() {
    return heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  /**
   * Checks that little is held that was not before. A thread of the server may hold what it has
   * answered a moment longer than the peer waits for the answer.
   */
  static void assertGrewByLessThan(long most, long before) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    long growth = bytesInUse() - before;
    while (growth >= most && System.nanoTime() < deadline) {
      growth = bytesInUse() - before;
    }
    assertThat(growth).as("bytes more on the heap").isLessThan(most);
  }
}
