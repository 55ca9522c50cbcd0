package io.github.xmlrpc4j.wire;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The memory that large documents are written in, kept for those to come: what was used just now is
 * still in the processor's caches, and need not be filled with zeros. At most two megabytes are
 * kept. Safe for many threads, none of which waits.
 */
final class SegmentPool {
  /** The size of a segment in bytes. */
  static final int SIZE = 64 * 1024;

  /** A power of two. */
  private static final int PLACES = 32;

  private static final AtomicReferenceArray<byte @Nullable []> FREE =
      new AtomicReferenceArray<>(PLACES);

  private SegmentPool() {}

  /** A segment, with whatever in it. */
  static byte[] take() {
    int first = ThreadLocalRandom.current().nextInt();
    for (int i = 0; i < PLACES; i++) {
      int place = (first + i) & (PLACES - 1);
      if (FREE.getPlain(place) != null) {
        byte[] segment = FREE.getAndSet(place, null);
        if (segment != null) {
          return segment;
        }
      }
    }
    return new byte[SIZE];
  }

  /** Takes back a segment that nobody uses any more, where there is a place for it. */
  static void give(byte[] segment) {
    int first = ThreadLocalRandom.current().nextInt();
    for (int i = 0; i < PLACES; i++) {
      int place = (first + i) & (PLACES - 1);
      if (FREE.getPlain(place) == null && FREE.compareAndSet(place, null, segment)) {
        return;
      }
    }
  }
}
