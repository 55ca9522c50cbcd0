package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The codec of a record, which is a struct of its components by name.
 *
 * <p>A member that the record does not have is passed over. A member that is missing is an error
 * that names it, but where the component is an {@code Optional}, which is then empty, or is marked
 * with an annotation called {@code Nullable}, which is then null. What the constructor refuses with
 * an {@link IllegalArgumentException} is an error too, and so is a null that it refuses.
 */
final class RecordCodec implements Codec<Object> {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  /** A component, with all that reflection could tell of it. */
  private record Component(
      String name, Codec<Object> codec, MethodHandle accessor, boolean nullable) {
    /** What stands for a member that is missing. */
    @Nullable Object missing(WireReader in) {
      OptionalCodec<Object, ?> optional = optional();
      if (optional != null) {
        return optional.empty();
      }
      if (nullable) {
        return null;
      }
      throw in.mismatch("a struct with the member \"" + name + "\"", "one without");
    }

    /** Whether the member is left out, since it has no value and need not have one. */
    boolean isLeftOut(WireWriter out, @Nullable Object content) {
      OptionalCodec<Object, ?> optional = optional();
      return optional != null
          ? !optional.isPresent(content)
          : content == null && nullable && !out.dialect().writes(Extension.NIL);
    }

    @SuppressWarnings("unchecked")
    private @Nullable OptionalCodec<Object, ?> optional() {
      Codec<?> actual = codec instanceof Deferred deferred ? deferred.made() : codec;
      return actual instanceof OptionalCodec ? (OptionalCodec<Object, ?>) actual : null;
    }

    @SuppressWarnings("NullAway") // A codec takes null, or refuses it with the way to it.
    void write(WireWriter out, @Nullable Object content) {
      out.name(name);
      codec.write(out, content);
    }
  }

  private final String typeName;
  private final Component[] components;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final MethodHandle constructor;

  private RecordCodec(Type type, Class<?> raw, Lookup lookup) {
    typeName = raw.getSimpleName();
    RecordComponent[] declared = raw.getRecordComponents();
    components = new Component[declared.length];
    for (int i = 0; i < declared.length; i++) {
      components[i] = component(type, declared[i], lookup);
      if (indexes.put(components[i].name, i) != null) {
        throw new UnboundTypeException(
            type.getTypeName() + " has two members of the name \"" + components[i].name + "\"");
      }
    }
    constructor = constructor(raw, declared);
  }

  static @Nullable Codec<?> create(Type type, Lookup lookup) {
    Class<?> raw = Types.raw(type);
    return raw != null && raw.isRecord()
        ? new NullableCodec<>(new RecordCodec(type, raw, lookup))
        : null;
  }

  private static Component component(Type owner, RecordComponent declared, Lookup lookup) {
    Type type = Types.resolve(declared.getGenericType(), owner);
    @SuppressWarnings("unchecked")
    Codec<Object> codec = (Codec<Object>) codec(owner, declared, type, lookup);
    Name name = declared.getAnnotation(Name.class);
    return new Component(
        name == null ? declared.getName() : name.value(),
        codec,
        accessor(declared.getAccessor()),
        isNullable(declared) || isNullable(declared.getAnnotatedType()));
  }

  private static Codec<?> codec(Type owner, RecordComponent declared, Type type, Lookup lookup) {
    try {
      return lookup.codec(type);
    } catch (UnboundTypeException e) {
      throw new UnboundTypeException(
          owner.getTypeName() + "." + declared.getName() + ": " + e.getMessage());
    }
  }

  private static boolean isNullable(AnnotatedElement element) {
    return Stream.of(element.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
  }

  private static MethodHandle accessor(Method accessor) {
    try {
      accessor.setAccessible(true);
      return LOOKUP.unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
    } catch (InaccessibleObjectException | IllegalAccessException e) {
      throw closed(accessor.getDeclaringClass());
    }
  }

  private static MethodHandle constructor(Class<?> raw, RecordComponent[] declared) {
    Class<?>[] types =
        Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = raw.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return LOOKUP
          .unreflectConstructor(canonical)
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (InaccessibleObjectException | IllegalAccessException | NoSuchMethodException e) {
      throw closed(raw);
    }
  }

  private static UnboundTypeException closed(Class<?> raw) {
    return new UnboundTypeException(
        raw.getTypeName()
            + " cannot be reached; let its module open "
            + raw.getPackageName()
            + " to "
            + RecordCodec.class.getModule().getName());
  }

  @Override
  public Kind kind() {
    return Kind.STRUCT;
  }

  @Override
  public Object read(WireReader in) {
    @Nullable Object[] values = new @Nullable Object[components.length];
    boolean[] seen = new boolean[components.length];
    in.beginStruct();
    int expected = 0;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      int index = index(name, expected);
      if (index < 0) {
        in.skipValue();
        continue;
      }
      if (seen[index]) {
        in.duplicateMember(name);
      }
      values[index] = components[index].codec.read(in);
      seen[index] = true;
      expected = index + 1;
    }
    in.endStruct();
    for (int i = 0; i < values.length; i++) {
      if (!seen[i]) {
        values[i] = components[i].missing(in);
      }
    }
    return construct(in, values);
  }

  /** The index of a component; members mostly come in the components' own order. */
  private int index(String name, int expected) {
    if (expected < components.length && components[expected].name.equals(name)) {
      return expected;
    }
    Integer index = indexes.get(name);
    return index == null ? -1 : index;
  }

  private Object construct(WireReader in, @Nullable Object[] values) {
    try {
      return constructor.invokeExact(values);
    } catch (IllegalArgumentException e) {
      String reason = e.getMessage() == null ? "" : ": " + e.getMessage();
      throw in.mismatch("a valid " + typeName, "one that is refused" + reason);
    } catch (NullPointerException e) {
      if (Arrays.asList(values).contains(null)) {
        throw in.mismatch("a valid " + typeName, "one with a nil that is refused");
      }
      throw e;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the constructor of " + typeName + " failed", e);
    }
  }

  @Override
  public void write(WireWriter out, Object value) {
    out.beginStruct();
    for (Component component : components) {
      Object content = get(component, value);
      if (!component.isLeftOut(out, content)) {
        component.write(out, content);
      }
    }
    out.endStruct();
  }

  private static @Nullable Object get(Component component, Object value) {
    try {
      return (Object) component.accessor.invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the accessor of " + component.name + " failed", e);
    }
  }
}
