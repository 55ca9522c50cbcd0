package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.eclipse.jetty.http.HttpStatus;

/**
 * A body as it grows, within bounds: memory is taken for what has really come, never for what a
 * header promises.
 */
final class RequestBody {
  private static final int FIRST_SIZE = 8 * 1024;

  /** What takes longer to read than a thread takes to be woken. */
  private static final int LARGE = 16 * 1024;

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

  /** Whether it takes a while to read it: it is long, or comes out of a coding. */
  boolean isLarge() {
    return size > LARGE || coding != ContentCoding.IDENTITY;
  }

  /** Whether the rest of the body could be read while it is answered, as it comes. */
  boolean canBeStreamed(long length) {
    return coding == ContentCoding.IDENTITY && size != length;
  }

  /** What has come of the body, as it was sent. */
  ByteBuffer beginning() {
    return ByteBuffer.wrap(bytes, 0, size);
  }

  /**
   * What the body says, out of its coding.
   *
   * @throws Refusal if it is not in that coding, or comes out larger than the limits allow
   */
  ByteBuffer document() throws Refusal {
    try {
      return coding.decode(ByteBuffer.wrap(bytes, 0, size), limits);
    } catch (DataFormatException e) {
      throw new Refusal(
          HttpStatus.BAD_REQUEST_400,
          "The body is not in the coding that its Content-Encoding names.");
    } catch (LimitExceededException e) {
      if (e.knob().equals("maxDocumentBytes")) {
        throw tooLarge("The body", limits.maxDocumentBytes());
      }
      throw new Refusal(
          HttpStatus.PAYLOAD_TOO_LARGE_413,
          "The body expands to more than "
              + limits.maxExpansionRatio()
              + " times its compressed size (Limits.maxExpansionRatio).");
    }
  }

  private static Refusal tooLarge(String what, int most) {
    return new Refusal(
        HttpStatus.PAYLOAD_TOO_LARGE_413,
        what + " exceeds the limit of " + most + " bytes (Limits.maxDocumentBytes).");
  }
}
