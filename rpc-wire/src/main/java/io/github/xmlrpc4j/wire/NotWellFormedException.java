package io.github.xmlrpc4j.wire;

/**
 * A document that is not well-formed XML 1.0 in an encoding this machine knows, or that holds a
 * DOCTYPE, which this codec refuses unread.
 */
public final class NotWellFormedException extends WireException {
  private static final long serialVersionUID = 1L;

  private final Position position;

  NotWellFormedException(int faultCode, String problem, Position position) {
    super(faultCode, "not well-formed XML at " + position + ": " + problem);
    this.position = position;
  }

  /** Where the document goes wrong. */
  public Position position() {
    return position;
  }
}
