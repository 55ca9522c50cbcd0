package io.github.xmlrpc4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/** As little as a handler of Jetty's can do: it reads the body and writes an answer of bytes. */
final class BareHandler extends Handler.Abstract {
  private static final HttpField XML = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/xml");

  /** Makes the bytes of an answer from those of a request. */
  @FunctionalInterface
  interface Answers {
    byte[] answer(byte[] body) throws Exception;
  }

  private final Answers answers;

  private BareHandler(InvocationType threads, Answers answers) {
    super(threads);
    this.answers = answers;
  }

  /** Reads in the ordinary way, in a thread that waits for the body. */
  static BareHandler blocking(Answers answers) {
    return new BareHandler(InvocationType.BLOCKING, answers);
  }

  /** Reads and answers in the thread of the selector. */
  static BareHandler nonBlocking(Answers answers) {
    return new BareHandler(InvocationType.NON_BLOCKING, answers);
  }

  /**
   * What each small request is answered with, always the same; large ones come back as they are.
   */
  static byte[] fixed(byte[] body) {
    return body.length == SmallCall.REQUEST.length ? SmallCall.RESPONSE : body;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    byte[] body = new byte[(int) request.getLength()];
    if (getInvocationType() == InvocationType.BLOCKING) {
      InputStream in = Content.Source.asInputStream(request);
      if (in.readNBytes(body, 0, body.length) != body.length) {
        throw new IOException("the body ended early");
      }
      write(response, body, callback);
    } else {
      new Reading(request, response, callback, body).run();
    }
    return true;
  }

  private void write(Response response, byte[] body, Callback callback) throws Exception {
    response.getHeaders().put(XML);
    response.write(true, ByteBuffer.wrap(answers.answer(body)), callback);
  }

  /** The reading of a body as it comes. */
  private final class Reading extends Invocable.Task.Abstract {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ByteBuffer body;

    Reading(Request request, Response response, Callback callback, byte[] body) {
      super(InvocationType.NON_BLOCKING);
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.body = ByteBuffer.wrap(body);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // Whatever fails ends the exchange, as in handle().
    public void run() {
      try {
        boolean last = false;
        while (!last) {
          Content.Chunk chunk = request.read();
          if (chunk == null) {
            request.demand(this);
            return;
          }
          if (Content.Chunk.isFailure(chunk)) {
            callback.failed(chunk.getFailure());
            return;
          }
          last = chunk.isLast();
          body.put(chunk.getByteBuffer());
          chunk.release();
        }
        write(response, body.array(), callback);
      } catch (Exception e) {
        callback.failed(e);
      }
    }
  }
}
