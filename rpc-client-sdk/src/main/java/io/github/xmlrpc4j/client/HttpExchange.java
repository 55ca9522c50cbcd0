package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One request and its response on one connection, as far as they go. */
final class HttpExchange {
  private final HttpConnection connection;
  private final byte[] requestHead;
  private final RequestBody requestBody;
  private final ResponseBody responseBody;
  private @Nullable ResponseHead responseHead;

  HttpExchange(HttpConnection connection, byte[] head, RequestBody body, Limits limits) {
    this.connection = connection;
    this.requestHead = head;
    this.requestBody = body;
    this.responseBody = new ResponseBody(connection, limits);
  }

  /**
   * Sends the request and reads the response to its end.
   *
   * @param shown whether somebody wants to see the body as it was sent
   * @throws LimitExceededException if the response is too large
   */
  ResponseHead run(boolean shown) throws IOException {
    connection.send(requestHead, requestBody);
    ResponseHead head = ResponseHead.read(connection);
    responseHead = head;
    requestBody.release();
    if (shown) {
      responseBody.read(head);
    } else {
      responseBody.readDecoded(head);
    }
    return head;
  }

  /**
   * What the body of the response says; see {@link ResponseBody#document}.
   *
   * @throws LimitExceededException if that is too large
   */
  ByteBuffer document(ResponseHead head) throws ProtocolException {
    return responseBody.document(head);
  }

  /** Whether the connection can serve another exchange after this one. */
  boolean leavesConnectionUsable() {
    return responseHead != null
        && responseHead.keepsAlive()
        && responseBody.isWhole()
        && responseBody.isFramed()
        && connection.isDrained();
  }

  /**
   * Both messages as they were on the wire.
   *
   * @param failure what ended the exchange before the whole response had come, or null
   */
  RawExchange raw(@Nullable Exception failure) {
    byte[] head = responseHead == null ? connection.unread() : responseHead.bytes();
    return new RawExchange(
        RawMessage.of(requestHead, requestBody.parts()),
        RawMessage.of(head, responseBody.parts()),
        failure == null ? null : String.valueOf(failure.getMessage()));
  }
}
