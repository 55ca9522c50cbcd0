package io.github.xmlrpc4j.wire.coding;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes bytes into a row of arrays, so that none is copied when more come. */
final class Segments extends OutputStream {
  private static final int MOST = 64 * 1024;

  private final List<ByteBuffer> full = new ArrayList<>();
  private byte[] last;
  private int size;
  private long length;

  /** Creates an empty row whose first array has about a size. */
  Segments(int firstSize) {
    last = new byte[Math.min(MOST, Math.max(512, firstSize))];
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, bytes.length);
    int from = offset;
    int end = offset + count;
    while (from < end) {
      if (size == last.length) {
        full.add(ByteBuffer.wrap(last));
        last = new byte[MOST];
        size = 0;
      }
      int fitting = Math.min(end - from, last.length - size);
      System.arraycopy(bytes, from, last, size, fitting);
      size += fitting;
      from += fitting;
    }
    length += count;
  }

  /** The number of bytes. */
  long length() {
    return length;
  }

  List<ByteBuffer> toByteBuffers() {
    List<ByteBuffer> all = new ArrayList<>(full);
    all.add(ByteBuffer.wrap(last, 0, size));
    return all;
  }
}
