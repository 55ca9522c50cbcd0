package io.github.xmlrpc4j.wire.coding;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What is taken of a body by those who decode it, who do not end it. */
final class Taken extends FilterInputStream {
  private long count;
  private @Nullable IOException failure;

  Taken(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int taken = in.read(into, offset, length);
      count += Math.max(0, taken);
      return taken;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void close() {}

  /** The number of bytes. */
  long count() {
    return count;
  }

  /** What the body threw, which is no fault of its coding; or null. */
  @Nullable IOException failure() {
    return failure;
  }
}
