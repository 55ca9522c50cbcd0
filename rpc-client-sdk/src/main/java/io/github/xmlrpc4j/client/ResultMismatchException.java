package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.TypeMismatchException;

/** The server did the call, and the result is not of the type that was asked for. */
public final class ResultMismatchException extends CallException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String expected;
  private final String found;

  ResultMismatchException(CallSite site, TypeMismatchException cause) {
    super(site, String.valueOf(cause.getMessage()), cause);
    this.path = cause.path();
    this.expected = cause.expected();
    this.found = cause.found();
  }

  /** The way to the value, as {@code result.points[3].x}. */
  public String path() {
    return path;
  }

  /** What was asked for. */
  public String expected() {
    return expected;
  }

  /** What the server sent. */
  public String found() {
    return found;
  }
}
