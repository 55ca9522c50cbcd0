package io.github.xmlrpc4j.wire.bind;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Type;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codec of an enum, whose constants are strings of their names. */
final class EnumCodec<E extends Enum<E>> implements Codec<E> {
  private final Map<String, E> constants = new LinkedHashMap<>();
  private final Map<E, String> names;

  private EnumCodec(Class<E> type) {
    E[] all = type.getEnumConstants();
    names = new EnumMap<>(type);
    for (E constant : all) {
      String name = name(type, constant);
      names.put(constant, name);
      if (constants.put(name, constant) != null) {
        throw new UnboundTypeException(
            type.getTypeName() + " has two constants of the name \"" + name + "\"");
      }
    }
  }

  static @Nullable Codec<?> create(Type type, Lookup lookup) {
    return type instanceof Class<?> raw && raw.isEnum() ? new NullableCodec<>(of(raw)) : null;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static EnumCodec<?> of(Class<?> type) {
    return new EnumCodec(type);
  }

  private static String name(Class<?> type, Enum<?> constant) {
    try {
      Name name = type.getField(constant.name()).getAnnotation(Name.class);
      return name == null ? constant.name() : name.value();
    } catch (NoSuchFieldException e) {
      throw new LinkageError("an enum without the field of its constant " + constant, e);
    }
  }

  /** The constant of a name, or null if there is none. */
  @Nullable E constant(String name) {
    return constants.get(name);
  }

  String name(E constant) {
    return requireNonNull(names.get(constant));
  }

  /** The names, in words. */
  String choices() {
    return "one of " + String.join(", ", names.values());
  }

  @Override
  public Kind kind() {
    return Kind.STRING;
  }

  @Override
  public E read(WireReader in) {
    if (in.peek() != Kind.STRING) {
      throw in.mismatch(choices());
    }
    String name = in.readString();
    E constant = constants.get(name);
    if (constant == null) {
      throw in.mismatch(choices(), "another string");
    }
    return constant;
  }

  @Override
  public void write(WireWriter out, E value) {
    out.writeString(name(value));
  }
}
