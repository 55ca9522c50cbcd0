package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Puts the body of a response into the coding that the peer likes best, where that is worth it. */
final class ResponseCoding {
  /** Responses below this size fit one packet, so that compressing them gains nothing. */
  private static final int COMPRESS_FROM = 1_400;

  private ResponseCoding() {}

  /** The body as it is to be sent; the headers say what it is in, and how long it is. */
  static List<ByteBuffer> apply(
      Request request, Response response, List<ByteBuffer> body, Limits limits) {
    List<ByteBuffer> coded = body;
    if (length(body) >= COMPRESS_FROM) {
      ContentCoding coding =
          AcceptEncoding.preferred(request.getHeaders().getCSV(HttpHeader.ACCEPT_ENCODING, false));
      if (coding != ContentCoding.IDENTITY) {
        List<ByteBuffer> smaller = coding.encode(body, limits);
        if (smaller != null) {
          coded = smaller;
          response.getHeaders().put(HttpHeader.CONTENT_ENCODING, coding.token());
        }
      }
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length(coded));
    return coded;
  }

  private static long length(List<ByteBuffer> parts) {
    long length = 0;
    for (ByteBuffer part : parts) {
      length += part.remaining();
    }
    return length;
  }
}
