package io.github.xmlrpc4j.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that takes any parameters and gives any value, as the Java objects of one codec.
 *
 * @param <T> the type of the codec
 */
@FunctionalInterface
public interface CodecHandler<T extends @Nullable Object> {
  /**
   * Answers a call.
   *
   * @param params the parameters, as many as were sent
   * @param context what else is known of the call
   * @return the result
   * @throws Exception a {@link io.github.xmlrpc4j.wire.FaultException} to answer with that fault;
   *     see {@link FaultMapper} for others
   */
  T call(List<T> params, CallContext context) throws Exception;
}
