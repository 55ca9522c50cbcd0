package io.github.xmlrpc4j.wire;

/** How a document is broken into lines; its meaning is the same. */
public enum Layout {
  /** A line feed where Python's {@code xmlrpc.client} has one. */
  LINES,
  /** No line feed at all. */
  COMPACT
}
