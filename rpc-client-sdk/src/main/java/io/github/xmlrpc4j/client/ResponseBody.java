package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a response, framed by its length, by chunks or by the end of the connection
 * (RFC 9112, 6), within bounds: memory grows with what has come, to 4 times that, or 64 times where
 * a length is told, not with what a header promises.
 */
final class ResponseBody {
  private static final int FIRST_SIZE = 16 * 1024;
  private static final int PART_SIZE = 64 * 1024;

  private static final int GROWTH = 4;

  /** As {@link #GROWTH}, to a told length: what is copied takes no memory to speak of beside it. */
  private static final int GROWTH_TO_LENGTH = 64;

  private final HttpConnection connection;
  private final Limits limits;
  private final List<ByteBuffer> full = new ArrayList<>(0);
  private byte[] bytes = {};
  private int firstSize = FIRST_SIZE;
  private int growth = GROWTH;

  /** The bytes in the array at hand, and with those in the full ones. */
  private int at;

  private int size;
  private boolean inParts;
  private long most;
  private boolean framed = true;
  private boolean whole;
  private @Nullable ByteBuffer decoded;

  ResponseBody(HttpConnection connection, Limits limits) {
    this.connection = connection;
    this.limits = limits;
    this.most = limits.maxDocumentBytes() + 1L;
  }

  /**
   * Reads the body as it was sent.
   *
   * @throws EOFException if the connection ends before the body does
   * @throws ProtocolException if the framing is broken
   * @throws LimitExceededException if the body is over the limit
   */
  void read(ResponseHead head) throws IOException {
    if (head.status() == 204 || head.status() == 304) {
      whole = true;
      return;
    }
    inParts = head.first("Content-Encoding") != null;
    String length = head.first("Content-Length");
    if (head.has("Transfer-Encoding", "chunked")) {
      readChunks();
    } else if (length != null) {
      expect(number(length, 10));
      readExactly(number(length, 10));
    } else {
      framed = false;
      readToEnd();
    }
    whole = true;
  }

  /**
   * Reads the body; one in a coding that tells its length is decoded while it comes, so that it is
   * never there beside what it says.
   *
   * @throws EOFException if the connection ends before the body does
   * @throws ProtocolException if the framing or the coding is broken
   * @throws LimitExceededException if the body, or what it says, is over the limit
   */
  void readDecoded(ResponseHead head) throws IOException {
    String length = head.first("Content-Length");
    if (length == null
        || head.first("Content-Encoding") == null
        || head.has("Transfer-Encoding", "chunked")) {
      read(head);
    } else {
      decode(head, number(length, 10));
    }
  }

  private void decode(ResponseHead head, long length) throws IOException {
    if (length > limits.maxDocumentBytes()) {
      throw tooLarge(limits);
    }
    BodyPieces pieces = new BodyPieces(connection, head);
    if (!pieces.isWhole()) {
      ContentCoding coding = head.coding();
      try {
        decoded = coding.decode(pieces, length, limits);
        pieces.transferTo(OutputStream.nullOutputStream());
      } catch (DataFormatException e) {
        throw unsound(coding, e);
      }
    }
    whole = true;
  }

  /**
   * What the body says, once it has come.
   *
   * @throws ProtocolException if it is not in the coding that it should be in
   * @throws LimitExceededException if what it says is over the limit
   */
  ByteBuffer document(ResponseHead head) throws ProtocolException {
    return decoded != null ? decoded : decoded(parts(), head, limits);
  }

  /** What a body says that was read as it was sent. */
  static ByteBuffer decoded(List<ByteBuffer> body, ResponseHead head, Limits limits)
      throws ProtocolException {
    if (head.first("Content-Encoding") == null || !body.get(0).hasRemaining()) {
      return body.get(0);
    }
    ContentCoding coding = head.coding();
    try {
      return coding.decode(body, limits);
    } catch (DataFormatException e) {
      throw unsound(coding, e);
    }
  }

  private static ProtocolException unsound(ContentCoding coding, DataFormatException failure) {
    return new ProtocolException("the body is no sound " + coding + ": " + failure.getMessage());
  }

  /**
   * What has come of the body, as it was sent: in one part, unless it is in a coding, and will be
   * copied out of that.
   */
  List<ByteBuffer> parts() {
    ByteBuffer last = ByteBuffer.wrap(bytes, 0, at);
    if (full.isEmpty()) {
      return List.of(last);
    }
    List<ByteBuffer> parts = new ArrayList<>(full);
    parts.add(last);
    return parts;
  }

  /** Whether all of the body has come. */
  boolean isWhole() {
    return whole;
  }

  /** Whether the body told its own end, so that the connection can go on. */
  boolean isFramed() {
    return framed;
  }

  private void readChunks() throws IOException {
    while (true) {
      long length = chunkLength(connection);
      if (length == 0) {
        passTrailers(connection);
        return;
      }
      readExactly(length);
      requireChunkEnd(connection);
    }
  }

  /** Reads the line before a chunk. */
  static long chunkLength(HttpConnection connection) throws IOException {
    String line = line(connection);
    int semicolon = line.indexOf(';');
    return number((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16);
  }

  /** Reads the end of the line on which a chunk stands. */
  static void requireChunkEnd(HttpConnection connection) throws IOException {
    if (!line(connection).isEmpty()) {
      throw new ProtocolException("a chunk is longer than it says");
    }
  }

  /** Passes what follows the last chunk, which says nothing about an XML-RPC response. */
  static void passTrailers(HttpConnection connection) throws IOException {
    String line = line(connection);
    while (!line.isEmpty()) {
      line = line(connection);
    }
  }

  private static String line(HttpConnection connection) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = connection.require(); next != '\n'; next = connection.require()) {
      if (line.length() > 1_024) {
        throw new ProtocolException("a line between chunks is over 1,024 characters");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  static long number(String text, int radix) throws ProtocolException {
    try {
      long number = Long.parseLong(text, radix);
      if (number >= 0 && Character.digit(text.charAt(0), radix) >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as every other length that is none.
    }
    throw new ProtocolException("\"" + text + "\" is no length");
  }

  private void readExactly(long length) throws IOException {
    if (length > limits.maxDocumentBytes() - size) {
      throw tooLarge(limits);
    }
    int end = (int) (size + length);
    while (size < end) {
      reserve();
      int count = connection.read(bytes, at, Math.min(bytes.length - at, end - size));
      if (count < 0) {
        throw new EOFException(
            "the connection ended after "
                + (length - (end - size))
                + " of "
                + length
                + " bytes of the body");
      }
      at += count;
      size += count;
    }
  }

  private void readToEnd() throws IOException {
    while (true) {
      reserve();
      int count = connection.read(bytes, at, bytes.length - at);
      if (count < 0) {
        return;
      }
      at += count;
      size += count;
      if (size > limits.maxDocumentBytes()) {
        throw tooLarge(limits);
      }
    }
  }

  /** Chooses a size to begin with that grows to just this length. */
  private void expect(long length) {
    most = Math.min(most, length);
    long first = most;
    while (first > FIRST_SIZE) {
      first = first / GROWTH_TO_LENGTH + 1;
    }
    firstSize = (int) first;
    growth = GROWTH_TO_LENGTH;
  }

  private void reserve() {
    if (at < bytes.length) {
      return;
    }
    if (inParts && at > 0) {
      full.add(ByteBuffer.wrap(bytes));
      bytes = new byte[PART_SIZE];
      at = 0;
    } else {
      bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(firstSize, size * (long) growth)));
    }
  }

  static LimitExceededException tooLarge(Limits limits) {
    return new LimitExceededException(
        "a response of more than " + limits.maxDocumentBytes() + " bytes",
        "maxDocumentBytes",
        limits.maxDocumentBytes(),
        "its body");
  }
}
