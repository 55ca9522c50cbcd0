package io.github.xmlrpc4j.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Carries documents to a server and brings its answers back.
 *
 * <p>A transport is used by many threads at once. {@link ServerProxy} uses one over HTTP unless it
 * is given another.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {
  /**
   * Sends a document and waits for the answer.
   *
   * @throws java.net.ConnectException if there is no connection, so that nothing was sent
   * @throws java.io.InterruptedIOException if the deadline passed, or the call was cancelled
   * @throws IOException if the connection ended before the whole answer
   * @throws io.github.xmlrpc4j.wire.LimitExceededException if the answer is too large
   */
  Reply exchange(Request request) throws IOException;

  /** Closes what is open; exchanges that are under way fail. Closing twice does no harm. */
  @Override
  default void close() {}

  /**
   * A transport inside this program, for tests and for embedding. It has no deadlines.
   *
   * @param endpoint answers requests with responses, as {@code endpoint::handle} of a server's
   *     endpoint does
   */
  static Transport inProcess(UnaryOperator<byte[]> endpoint) {
    return request -> {
      byte[] document = new byte[request.body().remaining()];
      request.body().duplicate().get(document);
      ByteBuffer response = ByteBuffer.wrap(endpoint.apply(document));
      if (request.listener() != null) {
        RawMessage sent = RawMessage.headless(request.body());
        request.listener().exchanged(new RawExchange(sent, RawMessage.headless(response), null));
      }
      return new Reply(200, "", List.of(), response);
    };
  }

  /**
   * A document on its way out.
   *
   * @param body the document, in an array whose bytes nobody changes
   * @param headers headers of this call beside those that the transport sends by itself
   * @param control the deadline, and the way to cancel
   * @param listener what wants to see the bytes of each exchange when it has ended, or null
   */
  record Request(
      ByteBuffer body, List<Header> headers, CallControl control, @Nullable WireListener listener) {
    /** Copies the list. */
    public Request {
      headers = List.copyOf(headers);
    }
  }

  /**
   * What came back.
   *
   * @param status the HTTP status; 200 where a transport has none
   * @param reason the reason phrase, which may be empty
   * @param headers the headers, in order
   * @param body the body, decompressed
   */
  record Reply(int status, String reason, List<Header> headers, ByteBuffer body) {
    /** Copies the list. */
    public Reply {
      headers = List.copyOf(headers);
    }

    /** The value of the first header of the name, or null. */
    public @Nullable String header(String name) {
      for (Header header : headers) {
        if (header.is(name)) {
          return header.value();
        }
      }
      return null;
    }
  }
}
