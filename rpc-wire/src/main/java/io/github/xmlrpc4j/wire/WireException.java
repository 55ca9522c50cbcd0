package io.github.xmlrpc4j.wire;

/**
 * A document or a value that the codec refuses, with the reason and the place.
 *
 * <p>The five kinds answer five questions: is it XML, is it XML-RPC, is it the type that was asked
 * for, is it within the limits, can it be written.
 */
public abstract sealed class WireException extends RuntimeException
    permits NotWellFormedException,
        NotXmlRpcException,
        TypeMismatchException,
        LimitExceededException,
        UnwritableValueException {
  private static final long serialVersionUID = 1L;

  private final int faultCode;

  WireException(int faultCode, String message) {
    super(message);
    this.faultCode = faultCode;
  }

  /** The code of {@link FaultCodes} that a server answers with when this stops a call. */
  public int faultCode() {
    return faultCode;
  }

  /** The fault that a server answers with when this stops a call. */
  public Fault toFault() {
    return new Fault(faultCode, String.valueOf(getMessage()));
  }
}
