package io.github.xmlrpc4j.server;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call on its way in to its method, at one of the interceptors. */
public final class Invocation {
  private final CallContext context;
  private final BoundMethod method;
  private final @Nullable Object[] arguments;
  private final Interceptor[] interceptors;
  private final int next;

  Invocation(
      CallContext context,
      BoundMethod method,
      @Nullable Object[] arguments,
      Interceptor[] interceptors,
      int next) {
    this.context = context;
    this.method = method;
    this.arguments = arguments;
    this.interceptors = interceptors;
    this.next = next;
  }

  /** What is known of the call. */
  public CallContext context() {
    return context;
  }

  /** The arguments, of the method's own types. */
  public List<@Nullable Object> arguments() {
    return Collections.unmodifiableList(Arrays.asList(arguments));
  }

  /**
   * Goes on to the next interceptor, or to the method.
   *
   * @return the method's result
   * @throws Throwable what the method or an interceptor throws
   */
  public @Nullable Object proceed() throws Throwable {
    if (next == interceptors.length) {
      return method.invoke(arguments, context);
    }
    Invocation further = new Invocation(context, method, arguments, interceptors, next + 1);
    return interceptors[next].intercept(further);
  }
}
