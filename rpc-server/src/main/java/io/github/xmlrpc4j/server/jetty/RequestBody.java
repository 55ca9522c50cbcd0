package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.wire.Limits;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Reads a body whole, within bounds: memory grows with what has really come, never with what a
 * header promises.
 */
final class RequestBody {
  /** A body that is larger than a limit allows. */
  static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }
  }

  /** A body that is not in the coding that its header names. */
  static final class BadCodingException extends Exception {
    private static final long serialVersionUID = 1L;

    BadCodingException(Throwable cause) {
      super(cause);
    }
  }

  private static final int FIRST_SIZE = 8 * 1024;

  /** Below this size a ratio says nothing: a kilobyte of blanks is a few bytes of gzip. */
  private static final int RATIO_COUNTS_FROM = 1 << 20;

  private final Limits limits;

  RequestBody(Limits limits) {
    this.limits = limits;
  }

  /** Why a body of a promised length is refused unread, or null if it is not. */
  void checkLength(long length) throws TooLargeException {
    if (length > limits.maxDocumentBytes()) {
      throw tooLarge("The body of " + length + " bytes");
    }
  }

  /**
   * Reads a body.
   *
   * @param length the length that the Content-Length header tells, or -1
   * @throws TooLargeException if it passes a limit, compressed or not
   * @throws BadCodingException if it is not in its coding
   * @throws IOException if the peer or the network fails
   */
  ByteBuffer read(InputStream in, ContentCoding coding, long length)
      throws IOException, TooLargeException, BadCodingException {
    Counted compressed = new Counted(in);
    if (coding == ContentCoding.IDENTITY) {
      return readDecoded(compressed, compressed, (int) Math.max(length + 1, FIRST_SIZE));
    }
    try (InputStream decoded = coding.decoding(compressed)) {
      return readDecoded(decoded, compressed, FIRST_SIZE);
    } catch (ZipException | EOFException e) {
      if (compressed.failed) {
        throw e;
      }
      throw new BadCodingException(e);
    }
  }

  private ByteBuffer readDecoded(InputStream in, Counted compressed, int expected)
      throws IOException, TooLargeException {
    int max = limits.maxDocumentBytes();
    byte[] bytes = new byte[Math.min(expected, FIRST_SIZE)];
    int size = 0;
    while (true) {
      int count = in.read(bytes, size, bytes.length - size);
      if (count < 0) {
        return ByteBuffer.wrap(bytes, 0, size);
      }
      size += count;
      if (size > max || compressed.count > max) {
        throw tooLarge("The body");
      }
      if (size > RATIO_COUNTS_FROM
          && size / Math.max(1, compressed.count) >= limits.maxExpansionRatio()) {
        throw new TooLargeException(
            "The body expands to more than "
                + limits.maxExpansionRatio()
                + " times its compressed size (Limits.maxExpansionRatio).");
      }
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(max + 1L, size * 2L));
      }
    }
  }

  private TooLargeException tooLarge(String what) {
    return new TooLargeException(
        what
            + " exceeds the limit of "
            + limits.maxDocumentBytes()
            + " bytes (Limits.maxDocumentBytes).");
  }

  /** Reads on and drops what comes, up to some bound; tells whether the end was met. */
  static boolean drain(InputStream in, long most) throws IOException {
    byte[] unused = new byte[FIRST_SIZE];
    long count = 0;
    while (count <= most) {
      int now = in.read(unused);
      if (now < 0) {
        return true;
      }
      count += now;
    }
    return false;
  }

  /** Counts what comes over the network, and remembers whether it was the network that failed. */
  private static final class Counted extends FilterInputStream {
    private long count;
    private boolean failed;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      boolean done = false;
      try {
        int now = in.read(bytes, offset, length);
        done = true;
        count += Math.max(0, now);
        return now;
      } finally {
        failed |= !done;
      }
    }

    /** Leaves the request open, so that what is left of it can be drained. */
    @Override
    public void close() {}
  }
}
