package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

/**
 * A fault as an exception: a method throws it to answer with just this code and text, and a caller
 * meets it when a server answered so.
 */
public class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /** An exception for a code and a text. */
  public FaultException(int code, String text) {
    this(new Fault(code, text));
  }

  /** An exception for a fault. */
  public FaultException(Fault fault) {
    super("fault " + fault.code() + ": " + fault.text());
    this.fault = requireNonNull(fault, "fault");
  }

  /** The fault. */
  public Fault fault() {
    return fault;
  }
}
