package io.github.xmlrpc4j.wire;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a document that is read or written as it goes can be brought no further: the
 * connection, for one, has ended. A {@link ByteSource} and a {@link ByteSink} throw it.
 */
public final class TransferException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception that tells what has stopped the transfer. */
  public TransferException(String problem, @Nullable Throwable cause) {
    super(problem, cause);
  }
}
