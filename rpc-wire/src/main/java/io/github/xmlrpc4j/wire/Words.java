package io.github.xmlrpc4j.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Eight bytes of a document at a time, as one little-endian number. */
final class Words {
  /** The length of a word in bytes. */
  static final int BYTES = Long.BYTES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  private Words() {}

  /** The word that begins at the index; the array must hold all of it. */
  static long at(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  /** The half of a word that begins at the index; the array must hold all of it. */
  static int intAt(byte[] bytes, int index) {
    return (int) INTS.get(bytes, index);
  }

  /** Puts a word at an index; the array must hold all of it. */
  static void put(byte[] bytes, int index, long word) {
    LONGS.set(bytes, index, word);
  }

  /** The word of the first eight of a text's ASCII characters, zeros above where it is shorter. */
  static long of(String text) {
    byte[] bytes = new byte[BYTES];
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, bytes, 0, Math.min(ascii.length, BYTES));
    return at(bytes, 0);
  }

  /** The lowest bytes of a word that a text of the length takes. */
  static long mask(int length) {
    return length >= BYTES ? -1L : (1L << (length * Byte.SIZE)) - 1;
  }

  /**
   * Top bits of bytes that need a look in character data: {@code <}, {@code &}, {@code ]},
   * controls, and anything beyond ASCII. That of the lowest such byte is there, and none below it;
   * those above it say nothing, since a difference borrows from them.
   */
  static long special(long word) {
    // No byte beyond ASCII loses its top bit in more than one of the differences.
    long below =
        (word - ONES * ' ')
            | ((word ^ (ONES * '<')) - ONES)
            | ((word ^ (ONES * '&')) - ONES)
            | ((word ^ (ONES * ']')) - ONES);
    return below & TOPS;
  }

  /** The index in the word of the lowest byte whose top bit is set. */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
  }
}
