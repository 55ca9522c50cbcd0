package io.github.xmlrpc4j.wire;

import java.nio.ByteBuffer;

/**
 * Where the bytes of a document go that is sent while it is written.
 *
 * <p>Where the bytes cannot be brought away, it throws a {@link TransferException}, which goes
 * through the writer as it is.
 */
@FunctionalInterface
public interface ByteSink {
  /** Takes all the bytes, waiting as long as that takes; they change when this has returned. */
  void write(ByteBuffer bytes);
}
