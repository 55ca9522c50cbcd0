package io.github.xmlrpc4j.wire;

/** Tells what place of a document a byte in memory is. */
@FunctionalInterface
interface Places {
  /** The place of the byte at an index, in the document as it was received. */
  Position position(int index);
}
