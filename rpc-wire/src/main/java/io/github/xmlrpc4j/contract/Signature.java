package io.github.xmlrpc4j.contract;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.bind.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of a method's result and of its parameters, as {@code system.methodSignature} tells
 * them.
 *
 * @param result the kind of the result
 * @param params the kinds of the parameters, in order
 */
public record Signature(Kind result, List<Kind> params) {
  /** Copies the list. */
  public Signature {
    params = List.copyOf(params);
  }

  /** A signature: the result first. */
  public static Signature of(Kind result, Kind... params) {
    return new Signature(result, List.of(params));
  }

  /** The signature that codecs tell, or null where one of them can be of several kinds. */
  public static @Nullable Signature of(Codec<?> result, List<Codec<?>> params) {
    List<Kind> kinds = new ArrayList<>();
    for (Codec<?> param : params) {
      Kind kind = param.kind();
      if (kind == null) {
        return null;
      }
      kinds.add(kind);
    }
    Kind resultKind = result.kind();
    return resultKind == null ? null : new Signature(resultKind, kinds);
  }

  /** The names of the kinds: the result's first. */
  public List<String> typeNames() {
    return Stream.concat(Stream.of(result), params.stream()).map(Kind::typeName).toList();
  }
}
