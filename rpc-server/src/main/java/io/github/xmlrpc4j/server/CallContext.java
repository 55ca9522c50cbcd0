package io.github.xmlrpc4j.server;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call beside its parameters. It belongs to one call, and to the thread that
 * serves it.
 */
public final class CallContext {
  private final String methodName;
  private final Caller caller;
  private final boolean inMulticall;
  private @Nullable Map<Class<?>, Object> attributes;

  CallContext(String methodName, Caller caller, boolean inMulticall) {
    this.methodName = methodName;
    this.caller = caller;
    this.inMulticall = inMulticall;
  }

  /** The name that was called. */
  public String methodName() {
    return methodName;
  }

  /** Who calls. */
  public Caller caller() {
    return caller;
  }

  /** Whether the call is an element of a {@code system.multicall}. */
  public boolean inMulticall() {
    return inMulticall;
  }

  /** What an interceptor left here under the type, or null. */
  public <T> @Nullable T attribute(Class<T> type) {
    return attributes == null ? null : type.cast(attributes.get(type));
  }

  /** Leaves something for those further in: a user, a transaction. */
  public <T> void attribute(Class<T> type, T value) {
    if (attributes == null) {
      attributes = new HashMap<>();
    }
    attributes.put(type, value);
  }
}
