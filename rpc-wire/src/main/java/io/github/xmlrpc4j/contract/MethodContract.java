package io.github.xmlrpc4j.contract;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.StreamCodec;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Java method as a method of XML-RPC: its names, its help, and the codecs of its parameters and
 * its result. It is immutable.
 */
public final class MethodContract {
  private final Method method;
  private final List<String> names;
  private final String help;
  private final List<String> paramNames;
  private final List<Codec<?>> params;
  private final Codec<?> result;
  private final boolean async;
  private final List<DeclaredFault> faults;

  MethodContract(
      Method method,
      List<String> names,
      String help,
      List<String> paramNames,
      List<Codec<?>> params,
      Codec<?> result,
      boolean async,
      List<DeclaredFault> faults) {
    this.method = method;
    this.names = List.copyOf(names);
    this.help = help;
    this.paramNames = List.copyOf(paramNames);
    this.params = List.copyOf(params);
    this.result = result;
    this.async = async;
    this.faults = List.copyOf(faults);
  }

  /** The Java method. */
  public Method method() {
    return method;
  }

  /** The name that a client calls. */
  public String name() {
    return names.get(0);
  }

  /** All the names under which a server serves the method. */
  public List<String> names() {
    return names;
  }

  /** What the method does, in words; empty if nobody has said. */
  public String help() {
    return help;
  }

  /** The names of the parameters, as far as the class file has them. */
  public List<String> paramNames() {
    return paramNames;
  }

  /**
   * The codecs of the parameters. That of the last one of a method with a variable number of
   * arguments is for one such argument.
   */
  public List<Codec<?>> params() {
    return params;
  }

  /** The codec of the result; of what the future holds where the method returns one. */
  public Codec<?> result() {
    return result;
  }

  /** Whether the method returns a {@code CompletableFuture} of its result. */
  public boolean async() {
    return async;
  }

  /**
   * The exception that the method declares for a fault's code, made of its text; null if it
   * declares none. Such a class is marked {@link FaultCode}.
   */
  public @Nullable Throwable declared(Fault fault) {
    for (DeclaredFault declared : faults) {
      if (declared.code() == fault.code()) {
        return declared.exception(fault);
      }
    }
    return null;
  }

  /** Whether the method is marked {@link Idempotent}. */
  public boolean idempotent() {
    return method.isAnnotationPresent(Idempotent.class);
  }

  /** Whether the method is marked {@link NonBlocking}. */
  public boolean nonBlocking() {
    return method.isAnnotationPresent(NonBlocking.class);
  }

  /** Whether the last parameter is a stream, which is drawn while the method runs. */
  public boolean takesStream() {
    return !params.isEmpty() && params.get(params.size() - 1) instanceof StreamCodec;
  }

  /** Whether the result is a stream, which is drawn while it is written. */
  public boolean givesStream() {
    return result instanceof StreamCodec;
  }

  /** Whether the last parameter takes all the arguments that are left, none included. */
  public boolean variadic() {
    return method.isVarArgs();
  }

  /** The kinds of result and parameters, or null where one of them can be of several. */
  public @Nullable Signature signature() {
    return Signature.of(result, params);
  }

  /** The method as messages name it: {@code Arithmetic.add}. */
  @Override
  public String toString() {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }
}
