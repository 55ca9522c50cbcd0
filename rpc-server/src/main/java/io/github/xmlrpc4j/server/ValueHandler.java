package io.github.xmlrpc4j.server;

import io.github.xmlrpc4j.wire.Value;
import java.util.List;

/** A method that takes any parameters and gives any value. */
@FunctionalInterface
public interface ValueHandler {
  /**
   * Answers a call.
   *
   * @param params the parameters, as many as were sent
   * @param context what else is known of the call
   * @return the result
   * @throws Exception a {@link io.github.xmlrpc4j.wire.FaultException} to answer with that fault;
   *     see {@link FaultMapper} for others
   */
  Value call(List<Value> params, CallContext context) throws Exception;
}
