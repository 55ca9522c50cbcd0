package io.github.xmlrpc4j.server;

import io.github.xmlrpc4j.contract.FaultCode;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * Says what an exception of a method means to its caller.
 *
 * <p>An exception that no mapper knows is logged with an id, and the caller is told the id alone,
 * since its text may hold what is not for strangers.
 */
@FunctionalInterface
public interface FaultMapper {
  /**
   * The mapper that always comes last: a {@link FaultException} is its own fault, and an exception
   * whose class is marked {@link FaultCode} has that code and its message.
   */
  FaultMapper STANDARD =
      (failure, context) -> {
        if (failure instanceof FaultException own) {
          return own.fault();
        }
        FaultCode code = failure.getClass().getAnnotation(FaultCode.class);
        return code == null ? null : new Fault(code.value(), String.valueOf(failure.getMessage()));
      };

  /** The fault that an exception is, or null if it is none that this mapper knows. */
  @Nullable Fault map(Throwable failure, CallContext context);

  /** A mapper that asks this one first, and another where this one does not know. */
  default FaultMapper orElse(FaultMapper other) {
    return (failure, context) -> {
      Fault fault = map(failure, context);
      return fault != null ? fault : other.map(failure, context);
    };
  }
}
