package io.github.xmlrpc4j.contract;

import io.github.xmlrpc4j.wire.Fault;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * An exception class that a method declares and that stands for a fault code.
 *
 * @param code the code
 * @param constructor makes an exception of the fault's text
 */
record DeclaredFault(int code, MethodHandle constructor) {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  /**
   * The fault that an exception class stands for, or null if it is not marked as one.
   *
   * @throws IllegalArgumentException if it cannot be made of a text
   */
  static @Nullable DeclaredFault of(Class<?> type) {
    FaultCode code = type.getAnnotation(FaultCode.class);
    if (code == null) {
      return null;
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      if (Modifier.isAbstract(type.getModifiers())) {
        throw new IllegalArgumentException(type.getTypeName() + " is abstract");
      }
      return new DeclaredFault(
          code.value(),
          LOOKUP
              .unreflectConstructor(constructor)
              .asType(MethodType.methodType(Throwable.class, String.class)));
    } catch (NoSuchMethodException | IllegalAccessException | InaccessibleObjectException e) {
      throw new IllegalArgumentException(
          type.getTypeName() + " needs a constructor that takes the fault's text alone", e);
    }
  }

  /** The exception for a fault of the code. */
  Throwable exception(Fault fault) {
    try {
      return (Throwable) constructor.invokeExact(fault.text());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the constructor of a declared exception failed", e);
    }
  }
}
