package io.github.xmlrpc4j.wire.bind;

/** A stream of the program's own has failed while it was written. */
public final class DrawException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RuntimeException failure;

  DrawException(RuntimeException failure) {
    super(failure);
    this.failure = failure;
  }

  /** What the stream threw; an {@code IOException} of its is unchecked here. */
  public RuntimeException failure() {
    return failure;
  }
}
