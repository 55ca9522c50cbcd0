package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.contract.MethodContract;
import io.github.xmlrpc4j.wire.bind.Codec;
import org.jspecify.annotations.Nullable;

/**
 * One method of an interface that stands for a server, with all that a call of it needs.
 *
 * @param name the name on the wire
 * @param contract the method as it was bound
 * @param arguments writes the arguments
 * @param result reads the result
 * @param idempotent whether a call may be repeated
 */
record ProxyMethod(
    String name,
    MethodContract contract,
    Arguments arguments,
    Codec<@Nullable Object> result,
    boolean idempotent) {
  private static final Object[] NONE = {};

  @SuppressWarnings("unchecked")
  static ProxyMethod of(String name, MethodContract contract) {
    return new ProxyMethod(
        name,
        contract,
        Arguments.of(contract),
        (Codec<@Nullable Object>) contract.result(),
        contract.idempotent());
  }

  // The future goes to whoever called the method.
  @SuppressWarnings("FutureReturnValueIgnored")
  @Nullable Object call(Caller caller, AsyncCalls threads, @Nullable Object @Nullable [] args)
      throws Throwable {
    @Nullable Object[] given = args == null ? NONE : args;
    if (contract.async()) {
      return threads.start(
          caller.control(), control -> call(caller, given, control), this::declared);
    }
    try {
      return call(caller, given, caller.control());
    } catch (ServerFaultException e) {
      throw declared(e);
    }
  }

  private @Nullable Object call(Caller caller, @Nullable Object[] args, CallControl control) {
    if (contract.takesStream() || contract.givesStream()) {
      return new StreamedCall(caller, name, out -> arguments.write(out, args), control)
          .call(result, contract.takesStream(), idempotent);
    }
    return caller.call(name, out -> arguments.write(out, args), result::read, control, idempotent);
  }

  /** The exception that the method declares for a failure, or the failure itself. */
  private Throwable declared(Throwable failure) {
    if (failure instanceof ServerFaultException fault) {
      Throwable declared = contract.declared(fault.fault());
      if (declared != null) {
        declared.addSuppressed(fault);
        return declared;
      }
    }
    return failure;
  }
}
