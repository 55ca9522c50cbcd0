package io.github.xmlrpc4j.server;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.contract.MethodContract;
import io.github.xmlrpc4j.contract.Signature;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Incoming;
import io.github.xmlrpc4j.wire.bind.StreamCodec;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A served method with all that a call of it needs; what could be found out once has been. */
final class BoundMethod {
  /** Where the parameters of a call come from. */
  @FunctionalInterface
  interface Params {
    /** A reader at the next parameter, or null after the last. */
    @Nullable WireReader next();
  }

  /**
   * The array that the last arguments make.
   *
   * @param type the class of its elements
   * @param setter sets one of them: reflection would take a call out of Java for each
   */
  private record Rest(Class<?> type, MethodHandle setter) {
    private static final MethodType SETTER =
        MethodType.methodType(void.class, Object.class, int.class, Object.class);

    static Rest of(Class<?> type) {
      MethodHandle setter = MethodHandles.arrayElementSetter(type.arrayType());
      return new Rest(type, setter.asType(SETTER));
    }

    Object array(List<@Nullable Object> values) throws Throwable {
      Object array = Array.newInstance(type, values.size());
      for (int i = 0; i < values.size(); i++) {
        setter.invokeExact(array, i, values.get(i));
      }
      return array;
    }
  }

  /** The code that a method is. */
  @FunctionalInterface
  interface Body {
    @Nullable Object invoke(@Nullable Object[] arguments, CallContext context) throws Throwable;
  }

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final String name;
  private final String help;
  private final List<Signature> signatures;
  private final Codec<?>[] params;
  private final @Nullable Rest rest;
  private final Codec<@Nullable Object> result;
  private final boolean nonBlocking;
  private final @Nullable StreamCodec stream;
  private final Body body;

  /**
   * Creates a method.
   *
   * @param params the codecs of the parameters; the last one serves all that are left if there is a
   *     rest
   * @param rest the class of the elements of the array that the last argument is, or null if the
   *     number of parameters is fixed
   * @param nonBlocking whether the body never waits
   */
  @SuppressWarnings("unchecked")
  BoundMethod(
      String name,
      String help,
      List<Signature> signatures,
      List<Codec<?>> params,
      @Nullable Class<?> rest,
      Codec<?> result,
      boolean nonBlocking,
      Body body) {
    this.name = name;
    this.help = help;
    this.signatures = List.copyOf(signatures);
    this.params = params.toArray(Codec<?>[]::new);
    this.rest = rest == null ? null : Rest.of(rest);
    this.result = (Codec<@Nullable Object>) result;
    this.stream = stream(name, params, rest);
    this.nonBlocking = nonBlocking && stream == null && !(result instanceof StreamCodec);
    this.body = body;
  }

  /** The codec of the last parameter, if that is a stream. */
  private static @Nullable StreamCodec stream(
      String name, List<Codec<?>> params, @Nullable Class<?> rest) {
    StreamCodec last = null;
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i) instanceof StreamCodec found) {
        if (rest != null || i < params.size() - 1) {
          throw new IllegalArgumentException(name + ": a stream is the last parameter");
        }
        last = found;
      }
    }
    return last;
  }

  /** The method of a contract, on the object that implements it. */
  static BoundMethod of(MethodContract contract, Object target) {
    Signature signature = contract.signature();
    Method method = contract.method();
    MethodHandle handle = handle(method, target);
    return new BoundMethod(
        contract.name(),
        contract.help(),
        signature == null || contract.variadic() ? List.of() : List.of(signature),
        contract.params(),
        contract.variadic()
            ? method.getParameterTypes()[method.getParameterCount() - 1].getComponentType()
            : null,
        contract.result(),
        contract.nonBlocking() && !contract.async(),
        contract.async()
            ? (arguments, context) -> await(handle.invokeExact(arguments))
            : (arguments, context) -> handle.invokeExact(arguments));
  }

  /** Waits for a method that answers later; its thread is the call's own. */
  private static @Nullable Object await(@Nullable Object future) throws Throwable {
    try {
      return future == null ? null : ((CompletableFuture<?>) future).get();
    } catch (ExecutionException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static MethodHandle handle(Method method, Object target) {
    try {
      method.setAccessible(true);
      return LOOKUP
          .unreflect(method)
          .bindTo(target)
          .asFixedArity()
          .asSpreader(Object[].class, method.getParameterCount())
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (InaccessibleObjectException | IllegalAccessException e) {
      Class<?> owner = method.getDeclaringClass();
      throw new IllegalArgumentException(
          owner.getTypeName()
              + " cannot be reached; let its module open "
              + owner.getPackageName()
              + " to "
              + BoundMethod.class.getModule().getName(),
          e);
    }
  }

  /** The name under which the method is best known. */
  String name() {
    return name;
  }

  /** Whether any thread may run the method, since it never waits. */
  boolean nonBlocking() {
    return nonBlocking;
  }

  /** Whether the last argument is read while the method runs. */
  boolean takesStream() {
    return stream != null;
  }

  /** Whether the result is drawn while it is written. */
  boolean givesStream() {
    return result instanceof StreamCodec;
  }

  String help() {
    return help;
  }

  /** What kinds the method takes and gives; empty where that cannot be said. */
  List<Signature> signatures() {
    return signatures;
  }

  /**
   * Reads the arguments of a call, as many as the method takes; of one that takes a stream, all but
   * that, whose place is empty.
   *
   * @throws FaultException if there are more or fewer
   * @throws io.github.xmlrpc4j.wire.WireException if one is not what the method takes
   */
  @Nullable Object[] readArguments(Params from) throws Throwable {
    int fixed = rest == null && stream == null ? params.length : params.length - 1;
    @Nullable Object[] arguments = new @Nullable Object[params.length];
    for (int i = 0; i < fixed; i++) {
      WireReader in = from.next();
      if (in == null) {
        throw wrongNumber(i);
      }
      arguments[i] = params[i].read(in);
    }
    if (rest != null) {
      arguments[fixed] = readRest(from, rest);
    } else if (stream == null) {
      requireNoMore(from);
    }
    return arguments;
  }

  /**
   * Steps into the stream that is the last argument.
   *
   * @throws FaultException if there is none
   */
  Incoming openStream(Params from, Incoming.Ending ending) {
    WireReader in = from.next();
    if (in == null) {
      throw wrongNumber(params.length - 1);
    }
    return requireNonNull(stream).open(in, ending);
  }

  /**
   * Makes sure that there are no more arguments than the method takes.
   *
   * @throws FaultException if there are
   */
  void requireNoMore(Params from) {
    int given = params.length;
    for (WireReader in = from.next(); in != null; in = from.next()) {
      in.skipValue();
      given++;
    }
    if (given != params.length) {
      throw wrongNumber(given);
    }
  }

  private Object readRest(Params from, Rest last) throws Throwable {
    Codec<?> codec = params[params.length - 1];
    List<@Nullable Object> values = new ArrayList<>();
    for (WireReader in = from.next(); in != null; in = from.next()) {
      values.add(codec.read(in));
    }
    return last.array(values);
  }

  private FaultException wrongNumber(int given) {
    String takes =
        rest != null
            ? "at least " + count(params.length - 1)
            : params.length == 0 ? "no parameters" : count(params.length);
    return new FaultException(
        FaultCodes.INVALID_PARAMS,
        name + " takes " + takes + ", not " + (given == 0 ? "none" : given));
  }

  private static String count(int number) {
    return number == 1 ? "1 parameter" : number + " parameters";
  }

  @Nullable Object invoke(@Nullable Object[] arguments, CallContext context) throws Throwable {
    return body.invoke(arguments, context);
  }

  // A codec of a nullable type takes null; the annotation checker does not see that far.
  @SuppressWarnings("NullAway")
  void writeResult(WireWriter out, @Nullable Object value) {
    result.write(out, value);
  }
}
