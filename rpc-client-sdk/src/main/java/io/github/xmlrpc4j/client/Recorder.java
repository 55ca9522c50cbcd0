package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.contract.Contract;
import io.github.xmlrpc4j.contract.MethodContract;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Takes down which method of an interface is called, and with what, in place of calling it. */
final class Recorder implements InvocationHandler {
  private static final Object[] NONE = {};

  private final Contract contract;
  private @Nullable MethodContract method;
  private @Nullable Object[] args = NONE;

  Recorder(Contract contract) {
    this.contract = contract;
  }

  <T> T as(Class<T> type) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method called, @Nullable Object @Nullable [] arguments) throws Throwable {
    for (MethodContract candidate : contract.methods()) {
      if (candidate.method().equals(called)) {
        record(candidate, arguments == null ? NONE : arguments);
        return nothing(called.getReturnType());
      }
    }
    if (called.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, called, arguments);
    }
    throw new IllegalArgumentException(called.getName() + " is no call of the server");
  }

  private void record(MethodContract called, @Nullable Object[] arguments) {
    if (method != null) {
      throw new IllegalArgumentException(
          "one call each: " + method + " was called, and then " + called);
    }
    method = called;
    args = arguments.clone();
  }

  /** The value that stands for a result of a primitive type, which cannot be null. */
  private static @Nullable Object nothing(Class<?> type) {
    return type.isPrimitive() && type != void.class
        ? Array.get(Array.newInstance(type, 1), 0)
        : null;
  }

  MethodContract method() {
    if (method == null) {
      throw new IllegalArgumentException("no call was made");
    }
    return method;
  }

  @Nullable Object[] args() {
    return args;
  }
}
