package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The codec of a value that may be absent: nil, or its content. */
final class OptionalCodec<O, T> implements Codec<O> {
  private final Codec<T> content;
  private final O empty;
  private final Function<T, O> wrap;
  private final Predicate<O> isPresent;
  private final Function<O, T> unwrap;

  private OptionalCodec(
      Codec<T> content,
      O empty,
      Function<T, O> wrap,
      Predicate<O> isPresent,
      Function<O, T> unwrap) {
    this.content = content;
    this.empty = empty;
    this.wrap = wrap;
    this.isPresent = isPresent;
    this.unwrap = unwrap;
  }

  static @Nullable Codec<?> create(Type type, Lookup lookup) {
    Class<?> raw = Types.raw(type);
    if (raw == Optional.class) {
      @SuppressWarnings("unchecked")
      Codec<Object> content = (Codec<Object>) lookup.codec(Types.argument(type, 0));
      return new OptionalCodec<Optional<Object>, Object>(
          content, Optional.empty(), Optional::of, Optional::isPresent, Optional::get);
    }
    if (raw == OptionalInt.class) {
      return new OptionalCodec<OptionalInt, Integer>(
          codec(lookup, int.class),
          OptionalInt.empty(),
          OptionalInt::of,
          OptionalInt::isPresent,
          OptionalInt::getAsInt);
    }
    if (raw == OptionalLong.class) {
      return new OptionalCodec<OptionalLong, Long>(
          codec(lookup, long.class),
          OptionalLong.empty(),
          OptionalLong::of,
          OptionalLong::isPresent,
          OptionalLong::getAsLong);
    }
    if (raw == OptionalDouble.class) {
      return new OptionalCodec<OptionalDouble, Double>(
          codec(lookup, double.class),
          OptionalDouble.empty(),
          OptionalDouble::of,
          OptionalDouble::isPresent,
          OptionalDouble::getAsDouble);
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private static <T> Codec<T> codec(Lookup lookup, Class<T> type) {
    return (Codec<T>) lookup.codec(type);
  }

  /** The value that stands for a member that is missing. */
  O empty() {
    return empty;
  }

  /** Whether there is content; an optional that is itself null has none. */
  boolean isPresent(@Nullable O value) {
    return value != null && isPresent.test(value);
  }

  @Override
  public @Nullable Kind kind() {
    return content.kind();
  }

  @Override
  public O read(WireReader in) {
    if (in.peek() == Kind.NIL) {
      in.readNil();
      return empty;
    }
    return wrap.apply(content.read(in));
  }

  @Override
  public void write(WireWriter out, O value) {
    if (isPresent(value)) {
      content.write(out, unwrap.apply(value));
    } else {
      out.writeNil();
    }
  }
}
