package io.github.xmlrpc4j.benchmarks;

/** A way to read and write calls. One is for one thread. */
interface CallCodec {
  /** Reads a document into what a call is to this codec. */
  Object read(byte[] document) throws Exception;

  /** Writes a call, as {@link #writable} makes it. */
  byte[] write(Object call) throws Exception;

  /** The call of a document, as it can be written. */
  default Object writable(byte[] document) throws Exception {
    return read(document);
  }
}
