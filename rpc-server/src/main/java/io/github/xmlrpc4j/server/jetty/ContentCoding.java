package io.github.xmlrpc4j.server.jetty;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /**
   * The coding of a body, or null if it is none of these.
   *
   * @param applied what the Content-Encoding header lists
   */
  static @Nullable ContentCoding of(List<String> applied) {
    if (applied.size() > 1) {
      return null;
    }
    return switch (applied.isEmpty() ? "identity" : applied.get(0).toLowerCase(Locale.ROOT)) {
      case "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      default -> null;
    };
  }

  /**
   * The coding that a peer likes best; of several that it likes as much, the one that most peers
   * read.
   *
   * @param accepted what the Accept-Encoding header lists, with weights (RFC 9110, 12.5.3)
   */
  static ContentCoding preferred(List<String> accepted) {
    Map<String, Double> weights = new HashMap<>();
    for (String element : accepted) {
      String[] parts = element.toLowerCase(Locale.ROOT).split(";", 2);
      weights.put(parts[0].equals("x-gzip") ? "gzip" : parts[0], weight(parts));
    }
    ContentCoding best = IDENTITY;
    double bestWeight = weights.getOrDefault(IDENTITY.token, 0.0);
    double others = weights.getOrDefault("*", 0.0);
    for (ContentCoding coding : List.of(DEFLATE, GZIP)) {
      double weight = weights.getOrDefault(coding.token, others);
      if (weight > 0 && weight >= bestWeight) {
        best = coding;
        bestWeight = weight;
      }
    }
    return best;
  }

  private static double weight(String[] parts) {
    if (parts.length == 1) {
      return 1;
    }
    try {
      return Double.parseDouble(parts[1].substring(parts[1].indexOf('=') + 1));
    } catch (NumberFormatException e) {
      return 0;
    }
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
