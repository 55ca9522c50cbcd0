package io.github.xmlrpc4j.wire.bind;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What binding must know of Java's generic types. */
final class Types {
  private Types() {}

  /** The class behind a type, or null if it is a variable. */
  static @Nullable Class<?> raw(Type type) {
    if (type instanceof Class<?> itself) {
      return itself;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (type instanceof GenericArrayType array) {
      Class<?> component = raw(array.getGenericComponentType());
      return component == null ? null : Array.newInstance(component, 0).getClass();
    }
    if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return null;
  }

  /** The type argument at an index; {@code Object} where a type is used raw. */
  static Type argument(Type type, int index) {
    return type instanceof ParameterizedType parameterized
        ? bound(parameterized.getActualTypeArguments()[index])
        : Object.class;
  }

  private static Type bound(Type type) {
    return type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
  }

  static Type component(Type arrayType) {
    return arrayType instanceof GenericArrayType array
        ? array.getGenericComponentType()
        : ((Class<?>) arrayType).getComponentType();
  }

  /** A type as it is seen from an owner, whose type arguments replace its variables. */
  static Type resolve(Type type, Type owner) {
    if (type instanceof TypeVariable<?> variable) {
      return argument(variable, owner);
    }
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments =
          Arrays.stream(parameterized.getActualTypeArguments())
              .map(argument -> resolve(bound(argument), owner))
              .toArray(Type[]::new);
      return new Parameterized((Class<?>) parameterized.getRawType(), List.of(arguments));
    }
    if (type instanceof GenericArrayType array) {
      Type component = resolve(array.getGenericComponentType(), owner);
      return component instanceof Class<?> known
          ? Array.newInstance(known, 0).getClass()
          : new ArrayOf(component);
    }
    return bound(type);
  }

  /**
   * A type as it is seen from a class that inherits the member that declares it: what the class
   * says of its generic ancestors replaces their variables.
   */
  static Type inherited(Type declared, Class<?> heir) {
    return inherited(declared, heir, (Type) heir);
  }

  private static Type inherited(Type declared, Class<?> heir, Type owner) {
    Type seen = declared;
    for (Type parent : parents(heir)) {
      Class<?> raw = raw(parent);
      if (raw != null) {
        Type known = resolve(parent, owner);
        seen = inherited(resolve(seen, known), raw, known);
      }
    }
    return seen;
  }

  private static List<Type> parents(Class<?> type) {
    Stream<Type> above = Stream.ofNullable(type.getGenericSuperclass());
    return Stream.concat(above, Arrays.stream(type.getGenericInterfaces())).toList();
  }

  private static Type argument(TypeVariable<?> variable, Type owner) {
    if (owner instanceof ParameterizedType parameterized) {
      TypeVariable<?>[] variables = ((Class<?>) parameterized.getRawType()).getTypeParameters();
      int index = Arrays.asList(variables).indexOf(variable);
      return index < 0 ? variable : argument(owner, index);
    }
    return variable.getGenericDeclaration() == owner ? variable.getBounds()[0] : variable;
  }

  record Parameterized(Class<?> rawType, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return rawType;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return rawType.getDeclaringClass();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(rawType.getTypeName());
      String before = "<";
      for (Type argument : arguments) {
        text.append(before).append(argument.getTypeName());
        before = ", ";
      }
      return text.append('>').toString();
    }
  }

  record ArrayOf(Type component) implements GenericArrayType {
    @Override
    public Type getGenericComponentType() {
      return component;
    }

    @Override
    public String toString() {
      return component.getTypeName() + "[]";
    }
  }
}
