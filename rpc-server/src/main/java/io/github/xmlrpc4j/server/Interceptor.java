package io.github.xmlrpc4j.server;

import org.jspecify.annotations.Nullable;

/**
 * Stands around every call of a method: those of a multicall one by one, those of {@code system.*}
 * too. It is called by the thread that serves the call, once the parameters have been read, and by
 * many threads at once.
 *
 * <pre>{@code
 * Interceptor timing = invocation -> {
 *   long start = System.nanoTime();
 *   try {
 *     return invocation.proceed();
 *   } finally {
 *     record(invocation.context().methodName(), System.nanoTime() - start);
 *   }
 * };
 * }</pre>
 */
@FunctionalInterface
public interface Interceptor {
  /**
   * Does the call, or something in its place.
   *
   * @return the result, of the method's own type
   * @throws Throwable what the method throws, or a refusal, as a {@link
   *     io.github.xmlrpc4j.wire.FaultException}
   */
  @Nullable Object intercept(Invocation invocation) throws Throwable;
}
