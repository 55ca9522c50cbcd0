package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
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
   * @throws LimitExceededException if the response is too large
   */
  ResponseHead run() throws IOException {
    connection.send(requestHead, requestBody);
    ResponseHead head = ResponseHead.read(connection);
    responseHead = head;
    requestBody.release();
    responseBody.read(head);
    return head;
  }

  /** The body of the response as it was sent, as far as it has come. */
  List<ByteBuffer> body() {
    return responseBody.parts();
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
        RawMessage.of(head, body()),
        failure == null ? null : String.valueOf(failure.getMessage()));
  }
}
