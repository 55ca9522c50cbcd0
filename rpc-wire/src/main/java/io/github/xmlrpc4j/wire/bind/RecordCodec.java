package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.MemberNames;
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
  private static final MethodType WRITE_MEMBERS =
      MethodType.methodType(void.class, WireWriter.class, Object.class);
  private static final MethodType READ_MEMBERS =
      MethodType.methodType(void.class, WireReader.class, Reading.class);
  private static final MethodHandle WRITE_MEMBER = method("write", WRITE_MEMBERS);
  private static final MethodHandle READ_MEMBER =
      method("read", READ_MEMBERS.insertParameterTypes(0, int.class, MemberNames.class));

  private static MethodHandle method(String name, MethodType type) {
    try {
      return LOOKUP.findVirtual(Component.class, name, type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A component, with all that reflection could tell of it. */
  private record Component(String name, Codec<Object> codec, boolean nullable) {
    /** Reads the component, whose number it is, if it and all before it come in turn. */
    @SuppressWarnings("UnusedMethod") // A handle calls it.
    void read(int number, MemberNames names, WireReader in, Reading reading) {
      if (reading.member == number && reading.inTurn == number) {
        reading.values[number] = codec.read(in);
        reading.inTurn++;
        reading.member = in.nextMember(names);
      }
    }

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

    // A codec takes null, or refuses it with the way to it; a handle calls this.
    @SuppressWarnings({"NullAway", "UnusedMethod"})
    void write(WireWriter out, @Nullable Object content) {
      if (!isLeftOut(out, content)) {
        out.name(name);
        codec.write(out, content);
      }
    }
  }

  /** A record as its components come. */
  private static final class Reading {
    private final @Nullable Object[] values;

    /** How many members came in the components' own order, as they mostly do. */
    private int inTurn;

    /** The number of the member at hand. */
    private int member;

    private Reading(int size) {
      values = new @Nullable Object[size];
    }

    private boolean isWhole() {
      return inTurn == values.length && member == WireReader.NO_MEMBER;
    }
  }

  private final String typeName;
  private final Component[] components;
  private final MemberNames names;
  private final MethodHandle constructor;

  /** Reads members as long as they come in the components' order. */
  private final MethodHandle membersInTurn;

  /** Writes all members of a record. */
  private final MethodHandle members;

  private RecordCodec(Type type, Class<?> raw, Lookup lookup) {
    typeName = raw.getSimpleName();
    RecordComponent[] declared = raw.getRecordComponents();
    components = new Component[declared.length];
    for (int i = 0; i < declared.length; i++) {
      components[i] = component(type, declared[i], lookup);
    }
    names = names(type, components);
    constructor = constructor(raw, declared);
    membersInTurn = membersInTurn(components, names);
    members = members(components, declared);
  }

  private static MemberNames names(Type type, Component[] components) {
    try {
      return MemberNames.of(Stream.of(components).map(Component::name).toList());
    } catch (IllegalArgumentException e) {
      throw new UnboundTypeException(type.getTypeName() + " has " + e.getMessage());
    }
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

  /** The reading of each component, one after the other, as {@link #members} has the writing. */
  private static MethodHandle membersInTurn(Component[] components, MemberNames names) {
    MethodHandle all = MethodHandles.empty(READ_MEMBERS);
    for (int i = components.length - 1; i >= 0; i--) {
      MethodHandle read = MethodHandles.insertArguments(READ_MEMBER, 0, components[i], i, names);
      all = MethodHandles.foldArguments(all, read);
    }
    return all;
  }

  /**
   * Each component's accessor and codec, one after the other, as one handle: the compiler sees
   * through all of it, and not through handles in an array.
   */
  private static MethodHandle members(Component[] components, RecordComponent[] declared) {
    MethodHandle all = MethodHandles.empty(WRITE_MEMBERS);
    for (int i = components.length - 1; i >= 0; i--) {
      MethodHandle write = WRITE_MEMBER.bindTo(components[i]);
      MethodHandle accessor = accessor(declared[i].getAccessor());
      all = MethodHandles.foldArguments(all, MethodHandles.filterArguments(write, 1, accessor));
    }
    return all;
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
    Reading reading = new Reading(components.length);
    in.beginStruct();
    reading.member = in.nextMember(names);
    readInTurn(in, reading);
    if (reading.isWhole()) {
      in.endStruct();
    } else {
      boolean[] read = readOthers(in, reading);
      in.endStruct();
      addMissing(in, reading.values, read);
    }
    return construct(in, reading.values);
  }

  private void readInTurn(WireReader in, Reading reading) {
    try {
      membersInTurn.invokeExact(in, reading);
    } catch (Throwable e) {
      throw failed("a component of " + typeName + " cannot be read", e);
    }
  }

  /** Reads all members from the first one on that came out of turn, and tells which there were. */
  private boolean[] readOthers(WireReader in, Reading reading) {
    boolean[] read = new boolean[components.length];
    Arrays.fill(read, 0, reading.inTurn, true);
    int member = reading.member;
    for (; member != WireReader.NO_MEMBER; member = in.nextMember(names)) {
      if (member == WireReader.UNKNOWN_MEMBER) {
        in.skipValue();
        continue;
      }
      if (read[member]) {
        in.duplicateMember(names.name(member));
      }
      reading.values[member] = components[member].codec.read(in);
      read[member] = true;
    }
    return read;
  }

  private void addMissing(WireReader in, @Nullable Object[] values, boolean[] read) {
    for (int i = 0; i < values.length; i++) {
      if (!read[i]) {
        values[i] = components[i].missing(in);
      }
    }
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
    } catch (Throwable e) {
      throw failed("the constructor of " + typeName + " failed", e);
    }
  }

  @Override
  public void write(WireWriter out, Object value) {
    out.beginStruct();
    try {
      members.invokeExact(out, value);
    } catch (Throwable e) {
      throw failed("an accessor of " + typeName + " failed", e);
    }
    out.endStruct();
  }

  /** What a handle has thrown, where it may be thrown as it is; else what stands for it. */
  private static RuntimeException failed(String what, Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException own ? own : new IllegalStateException(what, cause);
  }
}
