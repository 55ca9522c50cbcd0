package io.github.xmlrpc4j.wire;

/**
 * Where the bytes of a document come from that is read as it comes.
 *
 * <p>Where the bytes cannot be had, it throws a {@link TransferException}, which goes through the
 * reader as it is.
 */
@FunctionalInterface
public interface ByteSource {
  /**
   * Reads some bytes, waiting until there are any.
   *
   * @return their number, at least 1; or -1 at the end
   */
  int read(byte[] into, int offset, int length);
}
