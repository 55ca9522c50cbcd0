package io.github.xmlrpc4j.apache;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;

/** Reads the body of a request into memory, never more of it than the limits allow. */
final class BoundedBody {
  private BoundedBody() {}

  /**
   * Reads a body to its end.
   *
   * @throws LimitExceededException if there is more of it than may be, compressed or not
   * @throws DataFormatException if it is not in its coding
   */
  static ByteBuffer read(InputStream body, ContentCoding coding, Limits limits)
      throws IOException, DataFormatException {
    int most = limits.maxDocumentBytes();
    byte[] bytes = body.readNBytes(most);
    if (bytes.length == most && body.read() >= 0) {
      throw new LimitExceededException(
          "a request of more than " + most + " bytes", "maxDocumentBytes", most, "its body");
    }
    return coding.decode(ByteBuffer.wrap(bytes), limits);
  }
}
