package io.github.xmlrpc4j.server.jetty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The codings of a body (RFC 9110, 8.4.1). */
enum ContentCoding {
  IDENTITY("identity") {
    @Override
    InputStream decoding(InputStream in) {
      return in;
    }

    @Override
    OutputStream encoding(OutputStream out) {
      return out;
    }
  },

  GZIP("gzip") {
    @Override
    InputStream decoding(InputStream in) throws IOException {
      return new GZIPInputStream(in, BUFFER_SIZE);
    }

    @Override
    OutputStream encoding(OutputStream out) throws IOException {
      return new GZIPOutputStream(out, BUFFER_SIZE);
    }
  },

  DEFLATE("deflate") {
    /** Some peers leave out the zlib wrapper, whose first byte has 8 in its lower half. */
    @Override
    InputStream decoding(InputStream in) throws IOException {
      PushbackInputStream ahead = new PushbackInputStream(in, 1);
      int first = ahead.read();
      if (first >= 0) {
        ahead.unread(first);
      }
      boolean bare = first >= 0 && (first & 0x0F) != 8;
      return new InflaterInputStream(ahead, new Inflater(bare), BUFFER_SIZE) {
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

  private final String token;

  ContentCoding(String token) {
    this.token = token;
  }

  /** The coding that a Content-Encoding header names, or null if it is none of these. */
  static @Nullable ContentCoding named(@Nullable String header) {
    return switch (header == null ? "identity" : header.trim().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      default -> null;
    };
  }

  /**
   * The coding that a peer likes best.
   *
   * @param accepted the tokens of its Accept-Encoding header, the best first, without refused ones
   */
  static ContentCoding preferred(List<String> accepted) {
    for (String token : accepted) {
      if (token.equals("*")) {
        return GZIP;
      }
      ContentCoding coding = named(token);
      if (coding != null) {
        return coding;
      }
    }
    return IDENTITY;
  }

  /** The word for this coding in a header. */
  String token() {
    return token;
  }

  abstract InputStream decoding(InputStream in) throws IOException;

  abstract OutputStream encoding(OutputStream out) throws IOException;

  /** A body in this coding. */
  ByteBuffer encode(ByteBuffer body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(512, body.remaining() / 8));
    try (OutputStream out = encoding(bytes)) {
      out.write(body.array(), body.arrayOffset() + body.position(), body.remaining());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }
}
