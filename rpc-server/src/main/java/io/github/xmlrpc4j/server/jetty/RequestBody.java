package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.wire.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpStatus;

/**
 * A body as it grows, within bounds: memory is taken for what has really come, never for what a
 * header promises.
 */
final class RequestBody {
  private static final int FIRST_SIZE = 8 * 1024;

  /** Below this size a ratio says nothing: a kilobyte of blanks is a few bytes of gzip. */
  private static final int RATIO_COUNTS_FROM = 1 << 20;

  private final Limits limits;
  private final ContentCoding coding;
  private final int expected;
  private byte[] bytes;
  private int size;

  private RequestBody(Limits limits, ContentCoding coding, int expected) {
    this.limits = limits;
    this.coding = coding;
    this.expected = expected;
    this.bytes = new byte[Math.min(expected, FIRST_SIZE)];
  }

  /**
   * A body of which nothing has come yet.
   *
   * @param length the length that the Content-Length header tells, or -1
   * @throws Refusal if that is over the limit
   */
  static RequestBody of(Limits limits, ContentCoding coding, long length) throws Refusal {
    int most = limits.maxDocumentBytes();
    if (length > most) {
      throw tooLarge("The body of " + length + " bytes", most);
    }
    return new RequestBody(limits, coding, length < 0 ? most : (int) length);
  }

  /**
   * Takes what has come.
   *
   * @throws Refusal if there is more of it than the limit allows, compressed or not
   */
  void add(ByteBuffer more) throws Refusal {
    int count = more.remaining();
    int most = limits.maxDocumentBytes();
    if (count > most - size) {
      throw tooLarge("The body", most);
    }
    if (count > bytes.length - size) {
      long roomy = Math.min(expected, size * 2L);
      bytes = Arrays.copyOf(bytes, (int) Math.max(roomy, size + count));
    }
    more.get(bytes, size, count);
    size += count;
  }

  /**
   * What the body says, out of its coding.
   *
   * @throws Refusal if it is not in that coding, or comes out larger than the limits allow
   */
  ByteBuffer document() throws Refusal {
    if (coding == ContentCoding.IDENTITY) {
      return ByteBuffer.wrap(bytes, 0, size);
    }
    int most = limits.maxDocumentBytes();
    long expanded = Math.max(RATIO_COUNTS_FROM, (long) size * limits.maxExpansionRatio());
    byte[] document = decoded((int) Math.min(Math.min(most, expanded) + 1, Integer.MAX_VALUE));
    if (document.length > most) {
      throw tooLarge("The body", most);
    }
    if (document.length > expanded) {
      throw new Refusal(
          HttpStatus.PAYLOAD_TOO_LARGE_413,
          "The body expands to more than "
              + limits.maxExpansionRatio()
              + " times its compressed size (Limits.maxExpansionRatio).");
    }
    return ByteBuffer.wrap(document);
  }

  private byte[] decoded(int most) throws Refusal {
    try (InputStream in = coding.decoding(new ByteArrayInputStream(bytes, 0, size))) {
      return in.readNBytes(most);
    } catch (IOException e) {
      throw new Refusal(
          HttpStatus.BAD_REQUEST_400,
          "The body is not in the coding that its Content-Encoding names.");
    }
  }

  private static Refusal tooLarge(String what, int most) {
    return new Refusal(
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        what + " exceeds the limit of " + most + " bytes (Limits.maxDocumentBytes).");
  }
}
