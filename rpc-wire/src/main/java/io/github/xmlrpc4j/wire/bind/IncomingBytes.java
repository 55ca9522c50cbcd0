package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.WireReader;
import java.io.InputStream;
import java.util.Objects;

/** The bytes of a base64 value, each block decoded when it is asked for. */
final class IncomingBytes extends Incoming {
  private static final int BLOCK = 8 * 1024;

  private final WireReader in;

  IncomingBytes(WireReader in, Ending ending) {
    super(ending);
    this.in = in;
    in.beginBytes();
  }

  @Override
  public Object value() {
    return new Bytes();
  }

  @Override
  public void drain() {
    byte[] dropped = new byte[BLOCK];
    while (read(dropped, 0, BLOCK) >= 0) {
      // Only whether it is base64 matters.
    }
  }

  private int read(byte[] into, int offset, int length) {
    if (isEnded()) {
      return -1;
    }
    try {
      int count = in.readBytes(into, offset, length);
      if (count < 0) {
        end();
      }
      return count;
    } catch (RuntimeException e) {
      throw fail(e);
    }
  }

  private final class Bytes extends InputStream {
    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      Objects.checkFromIndexSize(offset, length, into.length);
      if (length == 0) {
        return 0;
      }
      return isClosed() ? -1 : IncomingBytes.this.read(into, offset, length);
    }

    @Override
    public void close() {
      IncomingBytes.this.close();
    }
  }
}
