package io.github.xmlrpc4j.wire.coding;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Reads some buffers that have arrays, one after the other. */
final class Joined extends InputStream {
  private final Iterator<ByteBuffer> more;
  private ByteBuffer part = ByteBuffer.allocate(0);

  Joined(List<ByteBuffer> parts) {
    this.more = parts.iterator();
  }

  /** Whether there is a byte left, in the part at hand. */
  private boolean goesOn() {
    while (!part.hasRemaining() && more.hasNext()) {
      part = more.next().duplicate();
    }
    return part.hasRemaining();
  }

  @Override
  public int read() {
    return goesOn() ? part.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (!goesOn()) {
      return length == 0 ? 0 : -1;
    }
    int count = Math.min(length, part.remaining());
    part.get(into, offset, count);
    return count;
  }

  /** GZIP's reader looks there for a further member. */
  @Override
  public int available() {
    return goesOn() ? part.remaining() : 0;
  }
}
