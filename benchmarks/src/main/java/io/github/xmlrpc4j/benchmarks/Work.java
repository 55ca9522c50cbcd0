package io.github.xmlrpc4j.benchmarks;

/** What one thread does over and over. */
@FunctionalInterface
interface Work {
  /** Does it once, and fails if the result is not right. */
  void once() throws Exception;
}
