package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.eclipse.jetty.http.HttpStatus;

/**
 * A body as it grows, within bounds: memory is taken for what has really come, never for what a
 * header promises.
 */
final class RequestBody {
  private static final byte[] NOTHING = {};

  /** What takes longer to read than a thread takes to be woken. */
  private static final int LARGE = 16 * 1024;

  private final Limits limits;
  private final ContentCoding coding;
  private final int expected;

  /** How many times what has come is asked for: more where it is known what is to come. */
  private final long growth;

  private byte[] bytes = NOTHING;
  private int size;

  private RequestBody(Limits limits, ContentCoding coding, int expected, int growth) {
    this.limits = limits;
    this.coding = coding;
    this.expected = expected;
    this.growth = growth;
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
    return length < 0
        ? new RequestBody(limits, coding, most, 2)
        : new RequestBody(limits, coding, (int) length, 4);
  }

  /**
   * Takes what has come.
   *
   * @throws Refusal if there is more of it than the limit allows, compressed or not
   */
  void add(ByteBuffer more) throws Refusal {
    int coming = more.remaining();
    if (coming > expected - size) {
      throw tooLarge("The body", limits.maxDocumentBytes());
    }
    if (coming > bytes.length - size) {
      makeRoom(size + coming);
    }
    more.get(bytes, size, coming);
    size += coming;
  }

  private void makeRoom(int come) {
    // A size that grows to just the one that is expected.
    int room = expected;
    while (room > come * growth) {
      room = (int) (room / growth) + 1;
    }
    byte[] larger = BodyMemory.take(room);
    System.arraycopy(bytes, 0, larger, 0, size);
    BodyMemory.give(bytes);
    bytes = larger;
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

  /** What the body, and in no coding its document, stands in. */
  byte[] memory() {
    return bytes;
  }

  /**
   * What the body says, out of its coding. It is given away: nothing is left here that would hold
   * it while it is answered.
   *
   * @throws Refusal if it is not in that coding, or comes out larger than the limits allow
   */
  ByteBuffer document() throws Refusal {
    ByteBuffer sent = beginning();
    bytes = NOTHING;
    size = 0;
    try {
      return coding.decode(sent, limits);
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
