package io.github.xmlrpc4j.wire.bind;

import org.jspecify.annotations.Nullable;

/**
 * A stream that is read as it is drawn: what its reader sees of it, and what whoever carries the
 * document must know. It is for one thread at a time.
 */
public abstract sealed class Incoming permits IncomingElements, IncomingBytes {
  /** What becomes of the document when the stream does not go on. */
  public interface Ending {
    /** An ending that does nothing, for a document whose rest nobody needs. */
    Ending NONE =
        new Ending() {
          @Override
          public void ended() {}

          @Override
          public void closed() {}

          @Override
          public RuntimeException failed(RuntimeException failure) {
            return failure;
          }
        };

    /** All of the stream was read; what stands behind it in the document is next. */
    void ended();

    /** The stream was closed before its end. */
    void closed();

    /** The stream, or {@link #ended()}, has failed; what this returns is thrown in its place. */
    RuntimeException failed(RuntimeException failure);
  }

  private final Ending ending;
  private @Nullable RuntimeException failure;
  private boolean ended;
  private boolean closed;

  Incoming(Ending ending) {
    this.ending = ending;
  }

  /** The stream as its reader sees it: of the type that the codec is for. */
  public abstract Object value();

  /**
   * Reads what is left of the stream, even if it was closed; it is checked as any value is that
   * nobody asks for.
   */
  public abstract void drain();

  /** Why the stream could not be read on; null if nothing has failed. */
  public final @Nullable RuntimeException failure() {
    return failure;
  }

  /** Whether all was read. */
  final boolean isEnded() {
    if (failure != null) {
      throw failure;
    }
    return ended;
  }

  /** Whether its reader has closed it. */
  final boolean isClosed() {
    return closed;
  }

  final void end() {
    ended = true;
    ending.ended();
  }

  final RuntimeException fail(RuntimeException cause) {
    failure = ending.failed(cause);
    return failure;
  }

  final void close() {
    if (!ended && !closed && failure == null) {
      closed = true;
      ending.closed();
    }
    closed = true;
  }
}
