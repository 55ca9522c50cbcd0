package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.ByteSink;
import io.github.xmlrpc4j.wire.ByteSource;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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

  /**
   * Sends a document that is written meanwhile, or reads an answer while it comes, or both. Unless
   * a transport can do that, both documents are whole in memory as in {@link #exchange}.
   *
   * @param body writes the document in place of the request's own; or null
   * @throws IOException as {@link #exchange} does
   */
  default OpenReply open(Request request, @Nullable StreamedBody body) throws IOException {
    Request whole = request;
    if (body != null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ByteSink sink =
          piece ->
              bytes.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
      sink.write(body.writing().apply(sink));
      whole =
          new Request(
              RequestBody.of(ByteBuffer.wrap(bytes.toByteArray())),
              request.headers(),
              request.control(),
              request.listener());
    }
    return OpenReply.of(exchange(whole));
  }

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
      byte[] document = new byte[request.body().length()];
      request.body().whole().get(document);
      ByteBuffer response = ByteBuffer.wrap(endpoint.apply(document));
      if (request.listener() != null) {
        RawMessage sent = RawMessage.headless(request.body().whole());
        request.listener().exchanged(new RawExchange(sent, RawMessage.headless(response), null));
      }
      return new Reply(200, "", List.of(), response);
    };
  }

  /**
   * A document on its way out.
   *
   * @param body the document
   * @param headers headers of this call beside those that the transport sends by itself
   * @param control the deadline, and the way to cancel
   * @param listener what wants to see the bytes of each exchange when it has ended, or null
   */
  record Request(
      RequestBody body,
      List<Header> headers,
      CallControl control,
      @Nullable WireListener listener) {
    /** Copies the list. */
    public Request {
      headers = List.copyOf(headers);
    }
  }

  /**
   * A document that is written while it is sent.
   *
   * @param writing writes it to a sink, and returns the last piece
   * @param meanwhile whether the answer is to be read before all of it was sent, so that another
   *     thread must write it
   */
  record StreamedBody(Function<ByteSink, ByteBuffer> writing, boolean meanwhile) {}

  /**
   * What comes back.
   *
   * @param head all but the body, which is empty here
   * @param body the body, decompressed; it throws a {@link
   *     io.github.xmlrpc4j.wire.TransferException} for an {@code IOException}
   * @param closing ends the exchange where the body was not read to its end; else it does nothing
   */
  record OpenReply(Reply head, ByteSource body, Runnable closing) {
    private static final int FIRST_SIZE = 8 * 1024;

    /** An answer that is there already. */
    public static OpenReply of(Reply reply) {
      ByteBuffer left = reply.body().duplicate();
      ByteSource source =
          (into, offset, length) -> {
            int count = Math.min(length, left.remaining());
            left.get(into, offset, count);
            return count == 0 ? -1 : count;
          };
      return new OpenReply(reply, source, () -> {});
    }

    /**
     * Reads what is left of the body.
     *
     * @throws LimitExceededException if it is over the limit
     */
    Reply readWhole(Limits limits) {
      byte[] bytes = new byte[FIRST_SIZE];
      int size = 0;
      for (int count = 0; count >= 0; size += Math.max(count, 0)) {
        if (size > limits.maxDocumentBytes()) {
          closing.run();
          throw ResponseBody.tooLarge(limits);
        }
        if (size == bytes.length) {
          bytes = Arrays.copyOf(bytes, (int) Math.min(limits.maxDocumentBytes() + 1L, size * 2L));
        }
        count = body.read(bytes, size, bytes.length - size);
      }
      return new Reply(
          head.status(), head.reason(), head.headers(), ByteBuffer.wrap(bytes, 0, size));
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
