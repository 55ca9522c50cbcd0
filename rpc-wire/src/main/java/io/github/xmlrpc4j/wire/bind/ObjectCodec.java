package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The codec of {@code Object}: whatever stands on the wire as the nearest class of the JDK, and
 * whatever class has a codec onto the wire.
 */
final class ObjectCodec implements Codec<@Nullable Object> {
  private final Function<Class<?>, Codec<?>> codecs;

  private ObjectCodec(Function<Class<?>, Codec<?>> codecs) {
    this.codecs = codecs;
  }

  static Codec.Factory factory(Function<Class<?>, Codec<?>> codecs) {
    ObjectCodec codec = new ObjectCodec(codecs);
    return (type, lookup) -> type == Object.class ? codec : null;
  }

  @Override
  public @Nullable Kind kind() {
    return null;
  }

  @Override
  @SuppressWarnings("NullAway") // The codec's type is nullable, which NullAway cannot see here.
  public @Nullable Object read(WireReader in) {
    return switch (in.peek()) {
      case INT, LONG -> readInteger(in);
      case BOOLEAN -> in.readBoolean();
      case DOUBLE -> in.readDouble();
      case DECIMAL -> in.readDecimal();
      case STRING -> in.readString();
      case TIME -> readTime(in);
      case BYTES -> in.readBytes();
      case ARRAY -> readList(in);
      case STRUCT -> readMap(in);
      case NIL -> {
        in.readNil();
        yield null;
      }
    };
  }

  private static Object readInteger(WireReader in) {
    boolean wide = in.peek() == Kind.LONG;
    long number = in.readLong();
    if (wide || number != (int) number) {
      return number;
    }
    return (int) number;
  }

  private static Object readTime(WireReader in) {
    Value.Time time = in.readTime();
    return time.offset() == null ? time.local() : time.local().atOffset(time.offset());
  }

  private List<@Nullable Object> readList(WireReader in) {
    List<@Nullable Object> values = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      values.add(read(in));
    }
    in.endArray();
    return Collections.unmodifiableList(values);
  }

  private Map<String, @Nullable Object> readMap(WireReader in) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    in.beginStruct();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      if (members.containsKey(name)) {
        in.duplicateMember(name);
      }
      members.put(name, read(in));
    }
    in.endStruct();
    return Collections.unmodifiableMap(members);
  }

  @Override
  public void write(WireWriter out, @Nullable Object value) {
    if (value == null) {
      out.writeNil();
    } else if (value instanceof Value any) {
      out.writeValue(any);
    } else {
      @SuppressWarnings("unchecked")
      Codec<Object> codec = (Codec<Object>) codec(out, value);
      codec.write(out, value);
    }
  }

  private Codec<?> codec(WireWriter out, Object value) {
    try {
      return codecs.apply(face(value));
    } catch (UnboundTypeException e) {
      throw out.unwritable(String.valueOf(e.getMessage()));
    }
  }

  /** The type under which a value's codec is found: an interface, where its class is hidden. */
  private static Class<?> face(Object value) {
    if (value instanceof Map) {
      return Map.class;
    }
    if (value instanceof Collection) {
      return Collection.class;
    }
    if (value instanceof CharSequence) {
      return CharSequence.class;
    }
    return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
  }
}
