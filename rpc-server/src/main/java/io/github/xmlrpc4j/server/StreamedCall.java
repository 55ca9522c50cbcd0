package io.github.xmlrpc4j.server;

import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.DrawException;
import io.github.xmlrpc4j.wire.bind.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method that takes a stream or gives one. The method runs before the request has been
 * read to its end, which is read and checked before the answer is complete; what is wrong with it
 * is what the caller is told then, whatever the method has made of it.
 */
final class StreamedCall implements Incoming.Ending {
  private final Dispatcher dispatcher;
  private final Dispatcher.Progress progress;
  private final BoundMethod method;
  private final DocumentReader in;
  private final WireWriter out;
  private @Nullable Incoming argument;

  StreamedCall(
      Dispatcher dispatcher,
      Dispatcher.Progress progress,
      BoundMethod method,
      DocumentReader in,
      WireWriter out) {
    this.dispatcher = dispatcher;
    this.progress = progress;
    this.method = method;
    this.in = in;
    this.out = out;
  }

  void answer() throws Throwable {
    @Nullable Object[] arguments = method.readArguments(this::next);
    if (method.takesStream()) {
      argument = method.openStream(this::next, this);
      arguments[arguments.length - 1] = argument.value();
    } else {
      in.endCall();
    }
    try {
      answer(arguments);
    } catch (Throwable failure) {
      throw cause(failure);
    }
  }

  private @Nullable DocumentReader next() {
    return in.nextParam() ? in : null;
  }

  private void answer(@Nullable Object[] arguments) throws Throwable {
    progress.enter(Dispatcher.Phase.RUNNING);
    Object result = dispatcher.invoke(method, arguments, progress.context());
    if (!method.givesStream()) {
      readRest();
    }
    progress.enter(Dispatcher.Phase.WRITING);
    out.beginResponse();
    method.writeResult(out, result);
    // A result may be made of the argument, so that it is not read before the result is drawn.
    readRest();
    out.endResponse();
  }

  private void readRest() {
    if (argument != null) {
      argument.drain();
    }
  }

  /** What has really failed: the request, where it has, before all that came of that. */
  private Throwable cause(Throwable failure) {
    RuntimeException unreadable = argument == null ? null : argument.failure();
    if (unreadable != null) {
      progress.enter(Dispatcher.Phase.READING);
      return unreadable;
    }
    if (failure instanceof DrawException drawing) {
      progress.enter(Dispatcher.Phase.RUNNING);
      return drawing.failure();
    }
    return failure;
  }

  @Override
  public void ended() {
    method.requireNoMore(this::next);
    in.endCall();
  }

  /**
   * A method may close what it does not want to read; the request is read to its end all the same.
   */
  @Override
  public void closed() {}

  @Override
  public RuntimeException failed(RuntimeException failure) {
    return failure;
  }
}
