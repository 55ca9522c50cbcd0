package io.github.xmlrpc4j.server;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.ByteSink;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.WireWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request that has been read as far as its method's name, so that a transport can choose the
 * thread that answers it. It is for one thread at a time, and answers once.
 */
public final class EndpointCall {
  private static final String UNREAD = "(unread)";

  private final Endpoint endpoint;
  private final Dispatcher.Progress progress;
  private final @Nullable Fault unreadable;
  private @Nullable DocumentReader in;
  private @Nullable BoundMethod method;
  private @Nullable WireWriter written;
  private @Nullable Runnable whenRead;

  EndpointCall(Endpoint endpoint, Supplier<DocumentReader> request, Caller caller) {
    this.endpoint = endpoint;
    this.progress =
        new Dispatcher.Progress(Dispatcher.Phase.READING, new CallContext(UNREAD, caller, false));
    this.unreadable = endpoint.dispatcher().attempt(progress, now -> begin(request.get(), caller));
  }

  private void begin(DocumentReader request, Caller caller) {
    in = request;
    String name = in.beginCall();
    progress.enter(new CallContext(name, caller, false));
    method = endpoint.find(name);
  }

  /**
   * Whether the answer is there in microseconds: the method is marked {@link
   * io.github.xmlrpc4j.contract.NonBlocking}, and no interceptor stands before it.
   */
  public boolean nonBlocking() {
    return method != null && method.nonBlocking() && !endpoint.dispatcher().intercepts();
  }

  /**
   * Whether the result is a stream, so that {@link #answer(ByteSink)} can send it while it is
   * drawn.
   */
  public boolean givesStream() {
    return method != null && method.givesStream();
  }

  /**
   * Says what to do once the arguments have been read, before the method runs: the bytes of the
   * request may change from then on. It is not done where they cannot be read, or the method takes
   * or gives a stream.
   */
  public void whenRead(Runnable action) {
    whenRead = action;
  }

  /**
   * Reads the rest of the request, runs the method, and writes what came of it.
   *
   * @return the response, part after part, in buffers that are the caller's until {@link #sent}
   */
  public List<ByteBuffer> answer() {
    return answer(new WireWriter(endpoint.dialect(), endpoint.limits()));
  }

  /**
   * Reads the rest of the request, runs the method, and sends what came of it; that which is long
   * and a stream piece by piece.
   *
   * @param sink takes what is written of the response before it is complete
   * @return the rest of the response, or all of it if the sink was given nothing
   * @throws BrokenAnswerException if the call fails when the sink was given something
   * @throws io.github.xmlrpc4j.wire.TransferException if the request's source or the sink does
   */
  public List<ByteBuffer> answer(ByteSink sink) {
    return answer(new WireWriter(endpoint.dialect(), endpoint.limits(), sink));
  }

  /** As {@link #answer()} does, in one buffer. */
  ByteBuffer answerWhole() {
    return run(new WireWriter(endpoint.dialect(), endpoint.limits())).toByteBuffer();
  }

  private List<ByteBuffer> answer(WireWriter out) {
    return run(out).toByteBuffers();
  }

  /**
   * Gives up the answer once it has been sent: the memory of its buffers then serves other calls.
   * Whoever does not call this loses nothing but speed.
   */
  public void sent() {
    if (written != null) {
      written.release();
    }
  }

  private WireWriter run(WireWriter out) {
    written = out;
    Fault fault =
        unreadable != null
            ? unreadable
            : endpoint.dispatcher().attempt(progress, now -> write(out));
    if (fault != null && out.isBegun()) {
      throw new BrokenAnswerException(fault.text());
    } else if (fault != null) {
      writeFault(out, fault);
    }
    return out;
  }

  private void write(WireWriter out) throws Throwable {
    if (method == null) {
      checkRest(requireNonNull(in));
      throw notFound(progress.context().methodName());
    }
    if (method.takesStream() || method.givesStream()) {
      new StreamedCall(endpoint.dispatcher(), progress, method, requireNonNull(in), out).answer();
      return;
    }
    Object result = invoke(method);
    progress.enter(Dispatcher.Phase.WRITING);
    out.beginResponse();
    method.writeResult(out, result);
    out.endResponse();
  }

  /** Runs the method, whose arguments nobody holds any more when it has returned. */
  private @Nullable Object invoke(BoundMethod method) throws Throwable {
    @Nullable Object[] arguments = readArguments(method, requireNonNull(in));
    // A large request is garbage from here on, while the method runs and its result is written.
    in = null;
    if (whenRead != null) {
      whenRead.run();
      whenRead = null;
    }
    progress.enter(Dispatcher.Phase.RUNNING);
    return endpoint.dispatcher().invoke(method, arguments, progress.context());
  }

  private static @Nullable Object[] readArguments(BoundMethod method, DocumentReader in)
      throws Throwable {
    @Nullable Object[] arguments = method.readArguments(() -> in.nextParam() ? in : null);
    in.endCall();
    return arguments;
  }

  /** Reads on to the end, since a document that is broken is a graver fault than a wrong name. */
  private static void checkRest(DocumentReader in) {
    while (in.nextParam()) {
      in.skipValue();
    }
    in.endCall();
  }

  /** Writes a fault, or, where a method's own fault cannot be written, the fault that this is. */
  private void writeFault(WireWriter out, Fault fault) {
    progress.enter(Dispatcher.Phase.WRITING);
    Fault failed = endpoint.dispatcher().attempt(progress, now -> out.writeFaultResponse(fault));
    if (failed != null) {
      out.writeFaultResponse(failed);
    }
  }

  static FaultException notFound(String name) {
    return new FaultException(
        FaultCodes.METHOD_NOT_FOUND,
        "there is no method \"" + name + "\"; system.listMethods tells which there are");
  }
}
