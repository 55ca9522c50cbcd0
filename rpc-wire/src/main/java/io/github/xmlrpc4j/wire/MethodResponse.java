package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

/** The answer to a method call: a value or a fault. */
public sealed interface MethodResponse {
  /**
   * The answer of a method that did what it was called for.
   *
   * @param value the result
   */
  record Success(Value value) implements MethodResponse {
    /** Checks that there is a value. */
    public Success {
      requireNonNull(value, "value");
    }
  }

  /**
   * The answer of a method, or of its server, that failed.
   *
   * @param fault what went wrong
   */
  record Failure(Fault fault) implements MethodResponse {
    /** Checks that there is a fault. */
    public Failure {
      requireNonNull(fault, "fault");
    }
  }

  /** Reads a response by the lenient dialect and the default limits. */
  static MethodResponse read(byte[] document) {
    return read(document, Dialect.LENIENT, Limits.DEFAULT);
  }

  /**
   * Reads a response.
   *
   * @throws WireException if the document is none, or passes a limit
   */
  static MethodResponse read(byte[] document, Dialect dialect, Limits limits) {
    return read(DocumentReader.of(document, dialect, limits));
  }

  /**
   * Reads a response with a reader of one's own, which can tell afterwards what deviations it met.
   *
   * @throws WireException if the document is none, or passes a limit
   */
  static MethodResponse read(DocumentReader in) {
    MethodResponse response =
        in.beginResponse() ? new Failure(Fault.read(in)) : new Success(in.readValue());
    in.endResponse();
    return response;
  }

  /** The result. */
  default Value orElseThrow() {
    if (this instanceof Success success) {
      return success.value();
    }
    throw new FaultException(((Failure) this).fault());
  }

  /** Writes the response by the lenient dialect and the default limits. */
  default byte[] write() {
    return write(Dialect.LENIENT, Limits.DEFAULT);
  }

  /**
   * Writes the response.
   *
   * @throws UnwritableValueException if the value cannot be written without change
   * @throws LimitExceededException if the document would pass a limit
   */
  default byte[] write(Dialect dialect, Limits limits) {
    WireWriter out = new WireWriter(dialect, limits);
    if (this instanceof Success success) {
      out.beginResponse();
      out.writeValue(success.value());
      out.endResponse();
    } else {
      out.writeFaultResponse(((Failure) this).fault());
    }
    byte[] document = out.toByteArray();
    out.release();
    return document;
  }
}
