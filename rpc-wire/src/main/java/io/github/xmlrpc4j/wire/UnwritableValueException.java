package io.github.xmlrpc4j.wire;

/**
 * A value that cannot be written without changing it: a character that XML forbids, a number
 * outside its element's range, a nil where the dialect has none.
 */
public final class UnwritableValueException extends WireException {
  private static final long serialVersionUID = 1L;

  private final String path;

  UnwritableValueException(String path, String problem) {
    super(FaultCodes.INTERNAL_ERROR, path + ": " + problem);
    this.path = path;
  }

  /** The way to the value from the top of the message, as {@code params[0].points[3].x}. */
  public String path() {
    return path;
  }
}
