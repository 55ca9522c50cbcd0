package io.github.xmlrpc4j.client;

import java.net.URI;

/**
 * What a message says first of a call: where it went and what it called.
 *
 * @param server the server's address, without user and password
 * @param methodName the method
 */
record CallSite(URI server, String methodName) {
  /** The name that stands for the method of a document that was sent as it is. */
  static final String RAW = "(raw)";

  @Override
  public String toString() {
    return server + " " + methodName;
  }
}
