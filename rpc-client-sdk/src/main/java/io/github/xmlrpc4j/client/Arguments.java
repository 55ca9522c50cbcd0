package io.github.xmlrpc4j.client;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.contract.MethodContract;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Codecs;
import io.github.xmlrpc4j.wire.bind.StreamCodec;
import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the arguments of a Java method's calls as the parameters of XML-RPC's. */
final class Arguments {
  private final Codec<@Nullable Object>[] params;
  private final boolean variadic;

  private Arguments(Codec<@Nullable Object>[] params, boolean variadic) {
    this.params = params;
    this.variadic = variadic;
  }

  @SuppressWarnings("unchecked")
  static Arguments of(MethodContract method) {
    return new Arguments(method.params().toArray(Codec[]::new), method.variadic());
  }

  /** Writes arguments of whatever class. */
  static void write(WireWriter out, Codecs codecs, @Nullable Object[] args) {
    Codec<Object> any = codecs.of(Object.class);
    for (Object arg : args) {
      Class<?> stream = StreamCodec.typeOf(arg);
      if (stream == null) {
        any.write(out, arg);
      } else {
        write(out, codecs.of(stream), requireNonNull(arg));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static void write(WireWriter out, Codec<?> codec, Object stream) {
    ((Codec<Object>) codec).write(out, stream);
  }

  /** Whether one of the arguments is a stream. */
  static boolean hasStream(@Nullable Object[] args) {
    return Arrays.stream(args).anyMatch(arg -> StreamCodec.typeOf(arg) != null);
  }

  void write(WireWriter out, @Nullable Object[] args) {
    int fixed = variadic ? params.length - 1 : params.length;
    for (int i = 0; i < fixed; i++) {
      params[i].write(out, args[i]);
    }
    Object rest = variadic ? args[fixed] : null;
    if (rest != null) {
      int length = Array.getLength(rest);
      for (int i = 0; i < length; i++) {
        params[fixed].write(out, Array.get(rest, i));
      }
    }
  }
}
