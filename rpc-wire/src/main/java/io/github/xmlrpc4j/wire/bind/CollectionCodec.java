package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a list or a set. What is read is unmodifiable. A set refuses an element that stands
 * twice, since it would be lost.
 */
final class CollectionCodec implements Codec<Iterable<@Nullable Object>> {
  private final Codec<@Nullable Object> element;
  private final boolean set;

  private CollectionCodec(Codec<@Nullable Object> element, boolean set) {
    this.element = element;
    this.set = set;
  }

  static @Nullable Codec<?> create(Type type, Lookup lookup) {
    Class<?> raw = Types.raw(type);
    boolean set = raw == Set.class;
    if (!set && raw != List.class && raw != Collection.class && raw != Iterable.class) {
      return null;
    }
    @SuppressWarnings("unchecked")
    Codec<@Nullable Object> element =
        (Codec<@Nullable Object>) lookup.codec(Types.argument(type, 0));
    return new NullableCodec<>(new CollectionCodec(element, set));
  }

  @Override
  public Kind kind() {
    return Kind.ARRAY;
  }

  @Override
  public Iterable<@Nullable Object> read(WireReader in) {
    return set ? readSet(in) : readList(in);
  }

  private List<@Nullable Object> readList(WireReader in) {
    List<@Nullable Object> values = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      values.add(element.read(in));
    }
    in.endArray();
    return Collections.unmodifiableList(values);
  }

  private Set<@Nullable Object> readSet(WireReader in) {
    Set<@Nullable Object> values = new LinkedHashSet<>();
    in.beginArray();
    while (in.hasNext()) {
      if (!values.add(element.read(in))) {
        throw in.mismatch("a set", "an element that stands twice");
      }
    }
    in.endArray();
    return Collections.unmodifiableSet(values);
  }

  @Override
  public void write(WireWriter out, Iterable<@Nullable Object> values) {
    out.beginArray();
    for (Object value : values) {
      element.write(out, value);
    }
    out.endArray();
  }
}
