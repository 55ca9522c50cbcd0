package io.github.xmlrpc4j.apache;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.common.XmlRpcInvocationException;
import org.apache.xmlrpc.server.XmlRpcNoSuchHandlerException;
import org.jspecify.annotations.Nullable;

/** The faults that the exceptions of Apache's handlers mean. */
final class HandlerFaults {
  private HandlerFaults() {}

  /**
   * The fault that an exception was thrown for, or null if nobody meant it: its text may hold what
   * is not for strangers.
   */
  static @Nullable Fault intended(@Nullable Throwable failure) {
    if (failure instanceof FaultException own) {
      return own.fault();
    }
    if (failure instanceof XmlRpcInvocationException wrapped) {
      return intended(wrapped.linkedException);
    }
    if (failure instanceof XmlRpcNoSuchHandlerException) {
      return new Fault(FaultCodes.METHOD_NOT_FOUND, String.valueOf(failure.getMessage()));
    }
    if (failure instanceof XmlRpcException own) {
      return new Fault(own.code, String.valueOf(own.getMessage()));
    }
    return null;
  }
}
