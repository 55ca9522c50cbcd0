package io.github.xmlrpc4j.server;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.contract.Signature;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Codecs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method made of a lambda, with its names, its help and its signatures. It is immutable.
 *
 * <pre>{@code
 * MethodDefinition.of("square", int.class, int.class, x -> x * x).withHelp("x times x")
 * }</pre>
 */
public final class MethodDefinition {
  /** How the codec of a parameter or of the result is found. */
  @FunctionalInterface
  private interface Binding {
    Codec<?> codec(Codecs codecs);
  }

  private final List<String> names;
  private final String help;
  private final List<Signature> signatures;
  private final List<Binding> params;
  private final @Nullable Class<?> rest;
  private final Binding result;
  private final boolean nonBlocking;
  private final BoundMethod.Body body;

  private MethodDefinition(
      List<String> names,
      String help,
      List<Signature> signatures,
      List<Binding> params,
      @Nullable Class<?> rest,
      Binding result,
      boolean nonBlocking,
      BoundMethod.Body body) {
    this.names = List.copyOf(names);
    this.help = requireNonNull(help, "help");
    this.signatures = List.copyOf(signatures);
    this.params = List.copyOf(params);
    this.rest = rest;
    this.result = result;
    this.nonBlocking = nonBlocking;
    this.body = body;
    for (String name : this.names) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("name: \"" + name + "\" (expected: not blank)");
      }
    }
  }

  /** A method that takes any parameters and gives any value. */
  public static MethodDefinition of(String name, ValueHandler handler) {
    requireNonNull(handler, "handler");
    return typed(
        name,
        List.of(Value.class),
        true,
        Value.class,
        (arguments, context) ->
            handler.call(List.of((Value[]) requireNonNull(arguments[0])), context));
  }

  /** A method that takes a number of parameters of any kinds, and gives any value. */
  public static MethodDefinition of(String name, int params, ValueHandler handler) {
    requireNonNull(handler, "handler");
    return typed(
        name,
        Collections.nCopies(params, Value.class),
        false,
        Value.class,
        (arguments, context) ->
            handler.call(
                Arrays.stream(arguments).map(argument -> (Value) requireNonNull(argument)).toList(),
                context));
  }

  /** A method that takes any parameters and gives any value, all by one codec. */
  @SuppressWarnings("unchecked")
  public static <T extends @Nullable Object> MethodDefinition of(
      String name, Codec<T> codec, CodecHandler<T> handler) {
    requireNonNull(codec, "codec");
    requireNonNull(handler, "handler");
    return new MethodDefinition(
        List.of(name),
        "",
        List.of(),
        List.of(codecs -> codec),
        Object.class,
        codecs -> codec,
        false,
        (arguments, context) ->
            handler.call(
                Collections.unmodifiableList(
                    (List<T>) Arrays.asList((Object[]) requireNonNull(arguments[0]))),
                context));
  }

  /** A method without parameters. */
  public static <R> MethodDefinition of(String name, Class<R> result, Supplier<R> body) {
    requireNonNull(body, "body");
    return typed(name, List.of(), false, result, (arguments, context) -> body.get());
  }

  /** A method of one parameter. */
  @SuppressWarnings("unchecked")
  public static <A, R> MethodDefinition of(
      String name, Class<A> param, Class<R> result, Function<A, R> body) {
    requireNonNull(body, "body");
    return typed(
        name, List.of(param), false, result, (arguments, context) -> body.apply((A) arguments[0]));
  }

  /** A method of two parameters. */
  @SuppressWarnings("unchecked")
  public static <A, B, R> MethodDefinition of(
      String name, Class<A> first, Class<B> second, Class<R> result, BiFunction<A, B, R> body) {
    requireNonNull(body, "body");
    return typed(
        name,
        List.of(first, second),
        false,
        result,
        (arguments, context) -> body.apply((A) arguments[0], (B) arguments[1]));
  }

  private static MethodDefinition typed(
      String name,
      List<Class<?>> params,
      boolean variadic,
      Class<?> result,
      BoundMethod.Body body) {
    requireNonNull(result, "result");
    return new MethodDefinition(
        List.of(name),
        "",
        List.of(),
        params.stream().<Binding>map(param -> codecs -> codecs.of(param)).toList(),
        variadic ? params.get(params.size() - 1) : null,
        codecs -> codecs.of(result),
        false,
        body);
  }

  /** The method under further names. */
  public MethodDefinition withAlias(String... aliases) {
    List<String> all = Stream.concat(names.stream(), Arrays.stream(aliases)).toList();
    return new MethodDefinition(all, help, signatures, params, rest, result, nonBlocking, body);
  }

  /** The method with words on what it does. */
  public MethodDefinition withHelp(String text) {
    return new MethodDefinition(names, text, signatures, params, rest, result, nonBlocking, body);
  }

  /** The method with the signatures that it tells, in place of what its types say. */
  public MethodDefinition withSignatures(List<Signature> told) {
    return new MethodDefinition(names, help, told, params, rest, result, nonBlocking, body);
  }

  /**
   * The method as one that never waits and is done in microseconds, so that any thread may run it;
   * see {@link io.github.xmlrpc4j.contract.NonBlocking}.
   */
  public MethodDefinition asNonBlocking() {
    return new MethodDefinition(names, help, signatures, params, rest, result, true, body);
  }

  /** The names under which the method is served; the first is the one it is best known by. */
  public List<String> names() {
    return names;
  }

  BoundMethod bind(Codecs codecs) {
    List<Codec<?>> paramCodecs = new ArrayList<>();
    for (Binding param : params) {
      paramCodecs.add(param.codec(codecs));
    }
    Codec<?> resultCodec = result.codec(codecs);
    Signature derived = rest != null ? null : Signature.of(resultCodec, paramCodecs);
    return new BoundMethod(
        names.get(0),
        help,
        signatures.isEmpty() && derived != null ? List.of(derived) : signatures,
        paramCodecs,
        rest,
        resultCodec,
        nonBlocking,
        body);
  }
}
