package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A method's name and its parameters.
 *
 * @param methodName the name, not empty
 * @param params the parameters, in order
 */
public record MethodCall(String methodName, List<Value> params) {
  /** Copies the list. */
  public MethodCall {
    requireNonNull(methodName, "methodName");
    params = List.copyOf(params);
  }

  /** A call of some parameters. */
  public static MethodCall of(String methodName, Value... params) {
    return new MethodCall(methodName, List.of(params));
  }

  /** Reads a call by the lenient dialect and the default limits. */
  public static MethodCall read(byte[] document) {
    return read(document, Dialect.LENIENT, Limits.DEFAULT);
  }

  /**
   * Reads a call.
   *
   * @throws WireException if the document is none, or passes a limit
   */
  public static MethodCall read(byte[] document, Dialect dialect, Limits limits) {
    return read(DocumentReader.of(document, dialect, limits));
  }

  /**
   * Reads a call with a reader of one's own, which can tell afterwards what deviations it met.
   *
   * @throws WireException if the document is none, or passes a limit
   */
  public static MethodCall read(DocumentReader in) {
    String methodName = in.beginCall();
    List<Value> params = new ArrayList<>();
    while (in.nextParam()) {
      params.add(in.readValue());
    }
    in.endCall();
    return new MethodCall(methodName, params);
  }

  /** Writes the call by the lenient dialect and the default limits. */
  public byte[] write() {
    return write(Dialect.LENIENT, Limits.DEFAULT);
  }

  /**
   * Writes the call.
   *
   * @throws UnwritableValueException if a parameter cannot be written without change
   * @throws LimitExceededException if the document would pass a limit
   */
  public byte[] write(Dialect dialect, Limits limits) {
    WireWriter out = new WireWriter(dialect, limits);
    out.beginCall(methodName);
    for (Value param : params) {
      out.writeValue(param);
    }
    out.endCall();
    byte[] document = out.toByteArray();
    out.release();
    return document;
  }
}
