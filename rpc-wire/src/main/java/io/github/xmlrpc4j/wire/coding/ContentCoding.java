package io.github.xmlrpc4j.wire.coding;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
    InputStream decoding(ByteBuffer body) {
      return in(body);
    }

    @Override
    OutputStream encoding(OutputStream out) {
      return out;
    }
  },

  /** The format of RFC 1952. */
  GZIP("gzip") {
    @Override
    InputStream decoding(ByteBuffer body) throws IOException {
      return new GZIPInputStream(in(body), BUFFER_SIZE);
    }

    @Override
    OutputStream encoding(OutputStream out) throws IOException {
      return new GZIPOutputStream(out, BUFFER_SIZE);
    }
  },

  /** The format of RFC 1950, and on reading also that of RFC 1951 alone, which some peers send. */
  DEFLATE("deflate") {
    @Override
    InputStream decoding(ByteBuffer body) {
      // With the wrapper the first byte has 8 in its lower half; without it, that is no block.
      boolean bare = body.hasRemaining() && (body.get(body.position()) & 0x0F) != 8;
      return new InflaterInputStream(in(body), new Inflater(bare), BUFFER_SIZE) {
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

  abstract InputStream decoding(ByteBuffer body) throws IOException;

  abstract OutputStream encoding(OutputStream out) throws IOException;

  /**
   * A body in this coding. The buffer given has an array.
   *
   * @return the coded body; or null where it is so much smaller that a reader with the same limits
   *     would refuse to expand it, so that it must be sent as it is
   */
  public @Nullable ByteBuffer encode(ByteBuffer body, Limits limits) {
    ByteBuffer coded = this == IDENTITY ? body : encoded(body);
    return body.remaining() > mostExpanded(coded, limits) ? null : coded;
  }

  /** What a body may expand to, however large a document may be. */
  private static long mostExpanded(ByteBuffer coded, Limits limits) {
    return Math.max(RATIO_COUNTS_FROM, (long) coded.remaining() * limits.maxExpansionRatio());
  }

  private ByteBuffer encoded(ByteBuffer body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(512, body.remaining() / 8));
    try (OutputStream out = encoding(bytes)) {
      out.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  /**
   * What a body in this coding says. Memory is taken for what has come out, never more than the
   * limits allow. The buffer given has an array.
   *
   * @throws DataFormatException if the body is not in this coding
   * @throws LimitExceededException if it comes out larger than {@link Limits#maxDocumentBytes()},
   *     or, from 1 MiB on, than {@link Limits#maxExpansionRatio()} times its own size
   */
  public ByteBuffer decode(ByteBuffer body, Limits limits) throws DataFormatException {
    if (this == IDENTITY) {
      return body;
    }
    long expanded = mostExpanded(body, limits);
    int most = (int) Math.min(limits.maxDocumentBytes(), expanded);
    try (InputStream in = decoding(body)) {
      long first = Math.max(BUFFER_SIZE, 4L * body.remaining());
      byte[] document = new byte[(int) Math.min(most, first)];
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
          document = Arrays.copyOf(document, (int) Math.min(most, size * 2L));
          document[size++] = (byte) next;
        }
      }
    } catch (IOException e) {
      DataFormatException failure = new DataFormatException(String.valueOf(e.getMessage()));
      failure.initCause(e);
      throw failure;
    }
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

  private static ByteArrayInputStream in(ByteBuffer body) {
    return new ByteArrayInputStream(
        body.array(), body.arrayOffset() + body.position(), body.remaining());
  }

  /** The {@link #token()}. */
  @Override
  public String toString() {
    return token;
  }
}
