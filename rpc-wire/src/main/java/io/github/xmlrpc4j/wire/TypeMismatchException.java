package io.github.xmlrpc4j.wire;

/** A value that is sound XML-RPC but not of the type, range or shape that was asked for. */
public final class TypeMismatchException extends WireException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String expected;
  private final String found;

  TypeMismatchException(String path, String expected, String found) {
    super(FaultCodes.INVALID_PARAMS, path + ": expected " + expected + ", found " + found);
    this.path = path;
    this.expected = expected;
    this.found = found;
  }

  /** The way to the value from the top of the message, as {@code params[0].points[3].x}. */
  public String path() {
    return path;
  }

  /** What was asked for, in words. */
  public String expected() {
    return expected;
  }

  /** What stands there, in words. */
  public String found() {
    return found;
  }
}
