package io.github.xmlrpc4j.server.jetty;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The memory that large bodies are read into, kept for those to come: what was used just now is
 * still in the processor's caches, and need not be filled with zeros. At most four megabytes are
 * kept. Safe for many threads, none of which waits.
 */
final class BodyMemory {
  /** What costs less to be made anew than to be kept, in bytes. */
  static final int SMALLEST = 16 * 1024;

  static final int LARGEST = 512 * 1024;

  /** How many times what is asked for an array may be. */
  static final int WASTE = 2;

  /** A power of two. */
  static final int PLACES = 8;

  private static final AtomicReferenceArray<byte @Nullable []> FREE =
      new AtomicReferenceArray<>(PLACES);

  private BodyMemory() {}

  /** An array of at least a size, with whatever in it. */
  static byte[] take(int size) {
    if (size >= SMALLEST / WASTE && size <= LARGEST) {
      int first = ThreadLocalRandom.current().nextInt();
      for (int i = 0; i < PLACES; i++) {
        int place = (first + i) & (PLACES - 1);
        byte[] kept = FREE.get(place);
        if (kept != null
            && kept.length >= size
            && kept.length <= size * WASTE
            && FREE.compareAndSet(place, kept, null)) {
          return kept;
        }
      }
    }
    return new byte[size];
  }

  /** Whether an array is of a size that is kept. */
  static boolean keeps(byte[] array) {
    return array.length >= SMALLEST && array.length <= LARGEST;
  }

  /**
   * Takes back an array that nobody uses any more. Where there is no place for it, another goes: it
   * may be of a size that no body has had for long.
   */
  static void give(byte[] array) {
    if (keeps(array)) {
      int first = ThreadLocalRandom.current().nextInt();
      for (int i = 0; i < PLACES; i++) {
        if (FREE.compareAndSet((first + i) & (PLACES - 1), null, array)) {
          return;
        }
      }
      FREE.set(first & (PLACES - 1), array);
    }
  }
}
