package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.ByteSink;
import io.github.xmlrpc4j.wire.ByteSource;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.TransferException;
import io.github.xmlrpc4j.wire.WireException;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.DrawException;
import io.github.xmlrpc4j.wire.bind.Incoming;
import io.github.xmlrpc4j.wire.bind.StreamCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call whose arguments are drawn while they are sent, or whose result is read while it is drawn,
 * or both.
 */
final class StreamedCall {
  private final Caller caller;
  private final CallSite site;
  private final Consumer<WireWriter> params;
  private final CallControl control;

  /** What went wrong with the arguments, which is no failure of the connection. */
  private volatile @Nullable RuntimeException unwritten;

  StreamedCall(Caller caller, String methodName, Consumer<WireWriter> params, CallControl control) {
    this.caller = caller;
    this.site = new CallSite(caller.server(), methodName);
    this.params = params;
    this.control = control;
  }

  /**
   * Makes the call.
   *
   * @param drawn whether an argument is a stream; then the call is never tried again
   */
  <T extends @Nullable Object> T call(Codec<T> result, boolean drawn, boolean repeatable) {
    if (drawn) {
      boolean meanwhile = result instanceof StreamCodec;
      return open(
          RequestBody.of(List.of()), new Transport.StreamedBody(this::write, meanwhile), result);
    }
    WireWriter out = new WireWriter(caller.dialect(), caller.limits());
    Caller.write(out, site.methodName(), params);
    RequestBody body = RequestBody.of(out.toByteBuffers());
    return caller.repeated(() -> open(body, null, result), control, repeatable);
  }

  private ByteBuffer write(ByteSink sink) {
    try {
      WireWriter out = new WireWriter(caller.dialect(), caller.limits(), sink);
      Caller.write(out, site.methodName(), params);
      return out.toByteBuffer();
    } catch (TransferException e) {
      throw e;
    } catch (RuntimeException e) {
      unwritten = e instanceof DrawException drawing ? drawing.failure() : e;
      throw e;
    }
  }

  private <T extends @Nullable Object> T open(
      RequestBody body, Transport.@Nullable StreamedBody streamed, Codec<T> result) {
    try {
      Transport.Request request =
          new Transport.Request(body, caller.headers(), control, caller.listener());
      return read(caller.transport().open(request, streamed), result);
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
  }

  @SuppressWarnings("unchecked")
  private <T extends @Nullable Object> T read(Transport.OpenReply reply, Codec<T> result) {
    if (reply.head().status() != 200 || !(result instanceof StreamCodec stream)) {
      return caller.read(site, reply.readWhole(caller.limits()), result::read);
    }
    Beginning beginning = new Beginning(reply.body());
    StreamedAnswer answer = new StreamedAnswer(reply, beginning);
    try {
      DocumentReader in =
          DocumentReader.of(
              beginning, Caller.charset(reply.head()), caller.dialect(), caller.limits());
      answer.in = in;
      Caller.requireNoFault(site, in);
      return (T) stream.open(in, answer).value();
    } catch (WireException | TransferException e) {
      throw answer.failed(e);
    }
  }

  private RuntimeException failed(Exception failure) {
    RuntimeException own = unwritten;
    if (own != null) {
      return own;
    }
    if (failure instanceof LimitExceededException limit) {
      return new ResponseLimitException(site, String.valueOf(limit.getMessage()), limit);
    }
    Throwable cause = failure instanceof TransferException ? failure.getCause() : failure;
    if (cause instanceof IOException lost) {
      return caller.failed(site, lost, control, "no more of the exchange within ");
    }
    if (failure instanceof RuntimeException other && !(failure instanceof TransferException)) {
      return other;
    }
    return new ConnectionLostException(site, "connection lost: " + failure.getMessage(), failure);
  }

  /** What is read of the answer's stream, and when it is over. */
  private final class StreamedAnswer implements Incoming.Ending {
    private final Transport.OpenReply reply;
    private final Beginning beginning;
    private @Nullable DocumentReader in;

    StreamedAnswer(Transport.OpenReply reply, Beginning beginning) {
      this.reply = reply;
      this.beginning = beginning;
    }

    @Override
    public void ended() {
      if (in != null) {
        in.endResponse();
      }
    }

    @Override
    public void closed() {
      reply.closing().run();
    }

    @Override
    public RuntimeException failed(RuntimeException failure) {
      reply.closing().run();
      if (failure instanceof WireException wire) {
        Transport.Reply head = reply.head();
        return Caller.failed(
            site,
            new Transport.Reply(head.status(), head.reason(), head.headers(), beginning.bytes()),
            wire);
      }
      return failure instanceof TransferException ? StreamedCall.this.failed(failure) : failure;
    }
  }

  /** The bytes of an answer, the first of which are kept for a message. */
  private static final class Beginning implements ByteSource {
    private final ByteSource all;
    private final ByteBuffer first = ByteBuffer.allocate(Snippet.MOST_BYTES);

    Beginning(ByteSource all) {
      this.all = all;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = all.read(into, offset, length);
      first.put(into, offset, Math.max(0, Math.min(count, first.remaining())));
      return count;
    }

    ByteBuffer bytes() {
      return first.duplicate().flip();
    }
  }
}
