package io.github.xmlrpc4j.fuzz;

import com.sun.management.ThreadMXBean;
import io.github.xmlrpc4j.wire.Value;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The memory that a document may cost, as a multiple of its length.
 *
 * <p>What is kept is at worst a struct without members, 108 bytes for 23 of the document. What is
 * allocated on the way is at worst the set of an attribute's names, some 300 bytes for the 13 of
 * {@code <value a=''/>}, and seven times the document where it has to be converted to UTF-8.
 */
final class Memory {
  /** Bytes kept for each byte of a document, and those that even an empty one takes. */
  private static final long KEPT_FACTOR = 8;

  private static final long KEPT_BASE = 1_024;

  /** Bytes allocated in all, most of them garbage at once, an exception's stack among them. */
  static final long ALLOCATED_FACTOR = 48;

  private static final long ALLOCATED_BASE = 256 * 1_024;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Memory() {}

  /** The bytes that this thread has allocated since it began. */
  static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /**
   * Checks what the reading of a document allocated.
   *
   * @param factor the bytes that it may for each of the document
   * @param again reads once more and tells what that allocated: the first time loads classes
   */
  static void checkAllocated(long bytes, int documentLength, long factor, LongSupplier again) {
    long most = ALLOCATED_BASE + factor * documentLength;
    long least = bytes;
    for (int i = 0; i < 3 && least > most; i++) {
      least = Math.min(least, again.getAsLong());
    }
    if (least > most) {
      throw new AssertionError(
          least + " bytes allocated for " + documentLength + " (expected: <= " + most + ")");
    }
  }

  /** Checks what a value that was read keeps. */
  static void checkKept(Iterable<Value> values, int documentLength) {
    long bytes = 0;
    for (Value value : values) {
      bytes += kept(value);
    }
    long most = KEPT_BASE + KEPT_FACTOR * documentLength;
    if (bytes > most) {
      throw new AssertionError(
          bytes + " bytes kept of " + documentLength + " (expected: <= " + most + ")");
    }
  }

  /** The size of a value's objects on a JVM with compressed references, with the reference. */
  private static long kept(Value value) {
    if (value instanceof Value.Str text) {
      return 20 + kept(text.value());
    }
    if (value instanceof Value.Bytes bytes) {
      return 36 + padded(bytes.size());
    }
    if (value instanceof Value.Decimal number) {
      return 116L + number.value().unscaledValue().bitLength() / 8;
    }
    if (value instanceof Value.Time) {
      return 160;
    }
    if (value instanceof Value.Array array) {
      long bytes = 56;
      for (Value element : array) {
        bytes += kept(element);
      }
      return bytes;
    }
    if (value instanceof Value.Struct struct) {
      long bytes = 108;
      for (Map.Entry<String, Value> member : struct.members().entrySet()) {
        bytes += 48 + kept(member.getKey()) + kept(member.getValue());
      }
      return bytes;
    }
    return 20;
  }

  private static long kept(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    boolean oneByteEach = text.chars().allMatch(c -> c < 256);
    return 40 + padded(oneByteEach ? text.length() : 2L * text.length());
  }

  private static long padded(long bytes) {
    return (bytes + 7) / 8 * 8;
  }
}
