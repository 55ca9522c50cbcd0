package io.github.xmlrpc4j.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** The body of a response, piece by piece as it comes, out of its framing (RFC 9112, 6). */
final class BodyPieces extends InputStream {
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final HttpConnection connection;
  private final boolean chunked;
  private final boolean framed;

  /** The bytes that are left of the body or of the chunk at hand. */
  private long left;

  private boolean first = true;
  private boolean whole;

  /**
   * Begins behind the head.
   *
   * @throws ProtocolException if its length is none
   */
  BodyPieces(HttpConnection connection, ResponseHead head) throws ProtocolException {
    this.connection = connection;
    this.chunked = head.has("Transfer-Encoding", "chunked");
    String length = head.first("Content-Length");
    if (chunked) {
      this.left = 0;
    } else {
      this.left = length == null ? UNKNOWN : ResponseBody.number(length, 10);
      this.whole = left == 0 || head.status() == 204 || head.status() == 304;
    }
    this.framed = chunked || length != null;
  }

  /**
   * Reads some bytes, or -1 at the end of the body.
   *
   * @throws EOFException if the connection ends before the body does
   * @throws ProtocolException if the framing is broken
   */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (chunked && left == 0 && !whole) {
      beginChunk();
    }
    if (whole) {
      return -1;
    }
    int count = connection.read(into, offset, (int) Math.min(left, length));
    if (count < 0 && framed) {
      throw new EOFException("the connection ended before the whole response");
    }
    left -= framed ? count : 0;
    whole = count < 0 || (left == 0 && !chunked);
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /** GZIP's reader looks there for a further member. */
  @Override
  public int available() {
    return whole ? 0 : 1;
  }

  private void beginChunk() throws IOException {
    if (!first) {
      ResponseBody.requireChunkEnd(connection);
    }
    first = false;
    left = ResponseBody.chunkLength(connection);
    if (left == 0) {
      ResponseBody.passTrailers(connection);
      whole = true;
    }
  }

  /** Whether all of the body has come. */
  boolean isWhole() {
    return whole;
  }

  /** Whether the body told its own end, so that the connection can go on. */
  boolean isFramed() {
    return framed;
  }
}
