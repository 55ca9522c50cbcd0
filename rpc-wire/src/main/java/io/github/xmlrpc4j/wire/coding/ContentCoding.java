package io.github.xmlrpc4j.wire.coding;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The codings of an HTTP body (RFC 9110, 8.4.1), which decode within bounds. */
public enum ContentCoding {
  /** As it is. */
  IDENTITY("identity") {
    @Override
    InputStream decoding(InputStream body) {
      return body;
    }

    @Override
    OutputStream encoding(OutputStream out) {
      return out;
    }
  },

  /** The format of RFC 1952. */
  GZIP("gzip") {
    @Override
    InputStream decoding(InputStream body) throws IOException {
      return new GZIPInputStream(body, BUFFER_SIZE);
    }

    @Override
    OutputStream encoding(OutputStream out) throws IOException {
      return new GZIPOutputStream(out, BUFFER_SIZE);
    }

    @Override
    long toldSize(List<ByteBuffer> body) {
      int size = 0;
      ByteBuffer end = end(body, Integer.BYTES);
      while (end.hasRemaining()) {
        size = size << 8 | (end.get() & 0xFF);
      }
      return Integer.reverseBytes(size);
    }
  },

  /** The format of RFC 1950, and on reading also that of RFC 1951 alone, which some peers send. */
  DEFLATE("deflate") {
    @Override
    InputStream decoding(InputStream body) throws IOException {
      // With the wrapper the first byte has 8 in its lower half; without it, that is no block.
      PushbackInputStream all = new PushbackInputStream(body);
      int first = all.read();
      boolean bare = first >= 0 && (first & 0x0F) != 8;
      if (first >= 0) {
        all.unread(first);
      }
      return new InflaterInputStream(all, new Inflater(bare), BUFFER_SIZE) {
        @Override
        public void close() throws IOException {
          super.close();
          inf.end();
        }
      };
    }

    @Override
    OutputStream encoding(OutputStream out) {
      return new DeflaterOutputStream(out);
    }
  };

  private static final int BUFFER_SIZE = 8 * 1024;

  /** How much room is taken for what is coming out, at most, in what has come in or out. */
  private static final int GROWTH = 4;

  /**
   * As {@link #GROWTH}, where the body comes meanwhile, in what has come out: so much that this
   * takes no memory to speak of beside what there is in the end.
   */
  private static final int GROWTH_MEANWHILE = 64;

  /** The part of an estimate by which it is taken larger. */
  private static final int MARGIN = 64;

  /** Below this size a ratio says nothing: a kilobyte of blanks is a few bytes of gzip. */
  private static final int RATIO_COUNTS_FROM = 1 << 20;

  private final String token;

  ContentCoding(String token) {
    this.token = token;
  }

  /** The coding that a header names, or null if it is none of these. */
  public static @Nullable ContentCoding of(String token) {
    return switch (token.toLowerCase(Locale.ROOT)) {
      case "", "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      default -> null;
    };
  }

  /** The word for this coding in a header. */
  public String token() {
    return token;
  }

  abstract InputStream decoding(InputStream body) throws IOException;

  abstract OutputStream encoding(OutputStream out) throws IOException;

  /** What a body says by itself of the size that it has decoded, right or wrong; or less than 0. */
  long toldSize(List<ByteBuffer> body) {
    return -1;
  }

  /**
   * A body in this coding, part after part. The buffers given have arrays.
   *
   * @return the coded body; or null where it is so much smaller that a reader with the same limits
   *     would refuse to expand it, so that it must be sent as it is
   */
  public @Nullable List<ByteBuffer> encode(List<ByteBuffer> body, Limits limits) {
    if (this == IDENTITY) {
      return body;
    }
    long length = length(body);
    Segments coded = new Segments((int) Math.min(Integer.MAX_VALUE, length / 8));
    try (OutputStream out = encoding(coded)) {
      for (ByteBuffer part : body) {
        out.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return length > mostExpanded(coded.length(), limits) ? null : coded.toByteBuffers();
  }

  /** What a body of a length may expand to, however large a document may be. */
  private static long mostExpanded(long coded, Limits limits) {
    return Math.max(RATIO_COUNTS_FROM, coded * limits.maxExpansionRatio());
  }

  private static long length(List<ByteBuffer> parts) {
    long length = 0;
    for (ByteBuffer part : parts) {
      length += part.remaining();
    }
    return length;
  }

  /** The last bytes of a body, as many as there are. */
  private static ByteBuffer end(List<ByteBuffer> parts, int most) {
    byte[] end = new byte[most];
    int at = most;
    for (int i = parts.size() - 1; i >= 0 && at > 0; i--) {
      ByteBuffer part = parts.get(i);
      int count = Math.min(at, part.remaining());
      at -= count;
      part.get(part.limit() - count, end, at, count);
    }
    return ByteBuffer.wrap(end, at, most - at);
  }

  /** As {@link #decode(List, Limits)} does, of a body that is one part. */
  public ByteBuffer decode(ByteBuffer body, Limits limits) throws DataFormatException {
    return this == IDENTITY ? body : decode(List.of(body), limits);
  }

  /**
   * What a body in this coding says. Memory is taken for what has come out, never more than the
   * limits allow. The buffers given have arrays.
   *
   * @throws DataFormatException if the body is not in this coding
   * @throws LimitExceededException if it comes out larger than {@link Limits#maxDocumentBytes()},
   *     or, from 1 MiB on, than {@link Limits#maxExpansionRatio()} times its own size
   */
  public ByteBuffer decode(List<ByteBuffer> body, Limits limits) throws DataFormatException {
    try {
      return decode(new Joined(body), length(body), toldSize(body), GROWTH, limits);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  /**
   * As {@link #decode(List, Limits)} does, of a body that comes meanwhile. What stands behind the
   * end that it tells by itself may be left in it. Memory is taken for up to 64 times what has come
   * out.
   *
   * @param length the length of the body as it comes
   * @throws IOException if reading the body throws it
   */
  public ByteBuffer decode(InputStream body, long length, Limits limits)
      throws IOException, DataFormatException {
    return decode(body, length, -1, GROWTH_MEANWHILE, limits);
  }

  private ByteBuffer decode(InputStream body, long coded, long told, long growth, Limits limits)
      throws IOException, DataFormatException {
    Taken taken = new Taken(body);
    long expanded = mostExpanded(coded, limits);
    int most = (int) Math.min(limits.maxDocumentBytes(), expanded);
    boolean known = told > 0 && told <= most;
    try (InputStream in = decoding(taken)) {
      byte[] document =
          new byte[(int) Math.min(most, known ? room(told, growth * coded, growth) : BUFFER_SIZE)];
      int size = 0;
      while (true) {
        int count = in.read(document, size, document.length - size);
        if (count < 0) {
          return ByteBuffer.wrap(document, 0, size);
        }
        size += count;
        if (size == document.length) {
          int next = in.read();
          if (next < 0) {
            return ByteBuffer.wrap(document, 0, size);
          }
          if (size == most) {
            throw tooLarge(expanded, limits);
          }
          long atEnd = known ? told : estimate(size, taken.count(), coded);
          long larger = atEnd > size ? room(atEnd, growth * size, growth) : size * 2L;
          document = Arrays.copyOf(document, (int) Math.min(most, larger));
          document[size++] = (byte) next;
        }
      }
    } catch (IOException e) {
      if (e == taken.failure()) {
        throw e;
      }
      DataFormatException failure = new DataFormatException(String.valueOf(e.getMessage()));
      failure.initCause(e);
      throw failure;
    }
  }

  /** What comes out in the end, if the rest goes on as the part that was taken in. */
  private static long estimate(long size, long taken, long coded) {
    // Of what was taken last, half is decoded, as a rule.
    long decoded = Math.max(1, taken - BUFFER_SIZE / 2);
    long atEnd = (long) ((double) size * coded / decoded);
    return atEnd + atEnd / MARGIN + 1;
  }

  /**
   * Room of no more than so much, but for a little, that grows to just what there is at the end.
   */
  private static long room(long atEnd, long most, long growth) {
    long room = atEnd;
    while (room > Math.max(BUFFER_SIZE, most)) {
      room = room / growth + 1;
    }
    return room;
  }

  private static LimitExceededException tooLarge(long expanded, Limits limits) {
    if (expanded >= limits.maxDocumentBytes()) {
      return new LimitExceededException(
          "a document of more than " + limits.maxDocumentBytes() + " bytes",
          "maxDocumentBytes",
          limits.maxDocumentBytes(),
          "its compressed body");
    }
    return new LimitExceededException(
        "a document that grows to more than "
            + limits.maxExpansionRatio()
            + " times its compressed size",
        "maxExpansionRatio",
        limits.maxExpansionRatio(),
        "its compressed body");
  }

  /** The {@link #token()}. */
  @Override
  public String toString() {
    return token;
  }
}
