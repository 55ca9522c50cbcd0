package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a response, framed by its length, by chunks or by the end of the connection
 * (RFC 9112, 6), within bounds: memory grows with what has come, not with what a header promises.
 */
final class ResponseBody {
  private static final int FIRST_SIZE = 4 * 1024;

  /** Below this size a ratio says nothing: a kilobyte of blanks is a few bytes of gzip. */
  private static final int RATIO_COUNTS_FROM = 1 << 20;

  private final HttpConnection connection;
  private final Limits limits;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int size;
  private boolean framed = true;

  ResponseBody(HttpConnection connection, Limits limits) {
    this.connection = connection;
    this.limits = limits;
  }

  /**
   * Reads the body as it was sent.
   *
   * @throws EOFException if the connection ends before the body does
   * @throws ProtocolException if the framing is broken
   * @throws LimitExceededException if the body is over the limit
   */
  ByteBuffer read(ResponseHead head) throws IOException {
    if (head.status() == 204 || head.status() == 304) {
      return ByteBuffer.wrap(bytes, 0, 0);
    }
    String length = head.first("Content-Length");
    if (head.has("Transfer-Encoding", "chunked")) {
      readChunks();
    } else if (length != null) {
      readExactly(number(length, 10));
    } else {
      framed = false;
      readToEnd();
    }
    return ByteBuffer.wrap(bytes, 0, size);
  }

  /** Whether the body told its own end, so that the connection can go on. */
  boolean isFramed() {
    return framed;
  }

  private void readChunks() throws IOException {
    while (true) {
      String line = line();
      int semicolon = line.indexOf(';');
      long length = number((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16);
      if (length == 0) {
        while (!line().isEmpty()) {
          // Trailers say nothing about an XML-RPC response.
        }
        return;
      }
      readExactly(length);
      if (!line().isEmpty()) {
        throw new ProtocolException("a chunk is longer than it says");
      }
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = connection.require(); next != '\n'; next = connection.require()) {
      if (line.length() > 1_024) {
        throw new ProtocolException("a line between chunks is over 1,024 characters");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static long number(String text, int radix) throws ProtocolException {
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
    if (size + length > limits.maxDocumentBytes()) {
      throw tooLarge();
    }
    int end = (int) (size + length);
    while (size < end) {
      reserve();
      int count = connection.read(bytes, size, Math.min(bytes.length, end) - size);
      if (count < 0) {
        throw new EOFException(
            "the connection ended after "
                + (length - (end - size))
                + " of "
                + length
                + " bytes of the body");
      }
      size += count;
    }
  }

  private void readToEnd() throws IOException {
    while (true) {
      reserve();
      int count = connection.read(bytes, size, bytes.length - size);
      if (count < 0) {
        return;
      }
      size += count;
      if (size > limits.maxDocumentBytes()) {
        throw tooLarge();
      }
    }
  }

  private void reserve() {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(limits.maxDocumentBytes() + 1L, size * 2L));
    }
  }

  private LimitExceededException tooLarge() {
    return tooLarge(limits);
  }

  private static LimitExceededException tooLarge(Limits limits) {
    return new LimitExceededException(
        "a response of more than " + limits.maxDocumentBytes() + " bytes",
        "maxDocumentBytes",
        limits.maxDocumentBytes(),
        "its body");
  }

  /**
   * Decompresses a body.
   *
   * @throws ProtocolException if it is not in its coding, or in one that was not asked for
   * @throws LimitExceededException if it is over the limit or grows too much
   */
  static ByteBuffer decompressed(ByteBuffer body, @Nullable String coding, Limits limits)
      throws IOException {
    String name = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("identity") || !body.hasRemaining()) {
      return body;
    }
    try (InputStream in = decompressing(body, name)) {
      return readAll(in, body.remaining(), limits);
    } catch (ZipException | EOFException e) {
      throw new ProtocolException("the body is no sound " + name + ": " + e.getMessage());
    }
  }

  private static InputStream decompressing(ByteBuffer body, String coding) throws IOException {
    InputStream in =
        new ByteArrayInputStream(
            body.array(), body.arrayOffset() + body.position(), body.remaining());
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in, FIRST_SIZE);
      // Some servers leave out the zlib wrapper, whose first byte has 8 in its lower half.
      case "deflate" -> inflating(in, (body.get(body.position()) & 0x0F) != 8);
      default ->
          throw new ProtocolException("the body's coding \"" + coding + "\" was not asked for");
    };
  }

  private static InputStream inflating(InputStream in, boolean bare) {
    return new InflaterInputStream(in, new Inflater(bare), FIRST_SIZE) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end();
      }
    };
  }

  private static ByteBuffer readAll(InputStream in, int compressed, Limits limits)
      throws IOException {
    byte[] all = new byte[FIRST_SIZE];
    int size = 0;
    while (true) {
      int count = in.read(all, size, all.length - size);
      if (count < 0) {
        return ByteBuffer.wrap(all, 0, size);
      }
      size += count;
      if (size > limits.maxDocumentBytes()) {
        throw tooLarge(limits);
      }
      if (size > RATIO_COUNTS_FROM && size / compressed >= limits.maxExpansionRatio()) {
        throw new LimitExceededException(
            "a response that grows to more than "
                + limits.maxExpansionRatio()
                + " times its compressed size",
            "maxExpansionRatio",
            limits.maxExpansionRatio(),
            "its body");
      }
      if (size == all.length) {
        all = Arrays.copyOf(all, (int) Math.min(limits.maxDocumentBytes() + 1L, size * 2L));
      }
    }
  }
}
