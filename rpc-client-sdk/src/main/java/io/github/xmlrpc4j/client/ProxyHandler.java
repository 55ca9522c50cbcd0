package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.contract.Contract;
import io.github.xmlrpc4j.contract.MethodContract;
import io.github.xmlrpc4j.wire.bind.Codecs;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is behind an interface that stands for a server: one look-up, and the method is there. */
final class ProxyHandler implements InvocationHandler {
  private final Class<?> type;
  private final Caller caller;
  private final AsyncCalls async;
  private final Map<Method, ProxyMethod> methods;

  private ProxyHandler(
      Class<?> type, Caller caller, AsyncCalls async, Map<Method, ProxyMethod> methods) {
    this.type = type;
    this.caller = caller;
    this.async = async;
    this.methods = methods;
  }

  static <T> T proxy(Class<T> type, String prefix, Caller caller, Codecs codecs, AsyncCalls async) {
    Map<Method, ProxyMethod> methods = new HashMap<>();
    for (MethodContract contract : Contract.ofInterface(type, codecs).methods()) {
      String name = prefix.isEmpty() ? contract.name() : prefix + "." + contract.name();
      methods.put(contract.method(), ProxyMethod.of(name, contract));
    }
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            new ProxyHandler(type, caller, async, methods)));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    ProxyMethod called = methods.get(method);
    if (called != null) {
      return called.call(caller, async, args);
    }
    return method.isDefault()
        ? InvocationHandler.invokeDefault(proxy, method, args)
        : local(proxy, method, args);
  }

  /** The methods of Object, which concern the proxy and not the server. */
  private Object local(Object proxy, Method method, @Nullable Object @Nullable [] args) {
    return switch (method.getName()) {
      case "equals" -> args != null && proxy == args[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> type.getSimpleName() + "[" + caller.server() + "]";
    };
  }
}
