package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codec of a map, which is a struct. What is read keeps its order and is unmodifiable. */
final class MapCodec implements Codec<Map<Object, @Nullable Object>> {
  private final Codec<@Nullable Object> content;
  private final Function<String, @Nullable Object> toKey;
  private final Function<Object, String> toName;
  private final String keys;

  private MapCodec(
      Codec<@Nullable Object> content,
      Function<String, @Nullable Object> toKey,
      Function<Object, String> toName,
      String keys) {
    this.content = content;
    this.toKey = toKey;
    this.toName = toName;
    this.keys = keys;
  }

  static @Nullable Codec<?> create(Type type, Lookup lookup) {
    if (Types.raw(type) != Map.class) {
      return null;
    }
    Type key = Types.argument(type, 0);
    @SuppressWarnings("unchecked")
    Codec<@Nullable Object> content =
        (Codec<@Nullable Object>) lookup.codec(Types.argument(type, 1));
    if (key == String.class || key == Object.class) {
      return new NullableCodec<>(
          new MapCodec(content, name -> name, MapCodec::requireString, "a string"));
    }
    if (key instanceof Class<?> raw && raw.isEnum()) {
      return new NullableCodec<>(ofEnum(raw, content));
    }
    throw new UnboundTypeException(
        type.getTypeName() + ": a struct's names are strings or the constants of an enum");
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static MapCodec ofEnum(Class<?> type, Codec<@Nullable Object> content) {
    EnumCodec constants = EnumCodec.of(type);
    return new MapCodec(
        content,
        constants::constant,
        constant -> constants.name((Enum) constant),
        constants.choices());
  }

  private static String requireString(Object key) {
    if (key instanceof String name) {
      return name;
    }
    throw new IllegalArgumentException(
        "a struct's names are strings, not " + key.getClass().getTypeName());
  }

  @Override
  public Kind kind() {
    return Kind.STRUCT;
  }

  @Override
  public Map<Object, @Nullable Object> read(WireReader in) {
    Map<Object, @Nullable Object> map = new LinkedHashMap<>();
    in.beginStruct();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      Object key = toKey.apply(name);
      if (key == null) {
        throw in.mismatch(keys + " as the member's name", "another string");
      }
      if (map.containsKey(key)) {
        in.duplicateMember(name);
      }
      map.put(key, content.read(in));
    }
    in.endStruct();
    return Collections.unmodifiableMap(map);
  }

  @Override
  public void write(WireWriter out, Map<Object, @Nullable Object> map) {
    out.beginStruct();
    for (Map.Entry<Object, @Nullable Object> member : map.entrySet()) {
      out.name(name(out, member.getKey()));
      content.write(out, member.getValue());
    }
    out.endStruct();
  }

  private String name(WireWriter out, Object key) {
    try {
      return toName.apply(key);
    } catch (IllegalArgumentException e) {
      throw out.unwritable(String.valueOf(e.getMessage()));
    }
  }
}
