package io.github.xmlrpc4j.wire.bind;

/**
 * A Java type that no codec is known for. It is thrown when something is bound, never by a call.
 */
public final class UnboundTypeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A refusal that names the type, the reason and a way out. */
  public UnboundTypeException(String message) {
    super(message);
  }
}
