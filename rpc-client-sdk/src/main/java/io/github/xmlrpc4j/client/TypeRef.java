package io.github.xmlrpc4j.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type with its type arguments, which a class alone does not have. It is immutable.
 *
 * <pre>{@code
 * List<Point> points = proxy.call(new TypeRef<List<Point>>() {}, "points");
 * }</pre>
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {
  private final Type type;

  /**
   * Takes the type from the subclass that the braces make.
   *
   * @throws IllegalStateException if the type is left out
   */
  protected TypeRef() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parameterized)) {
      throw new IllegalStateException("a TypeRef is made with its type: new TypeRef<List<X>>() {}");
    }
    type = parameterized.getActualTypeArguments()[0];
  }

  /** The type. */
  public final Type type() {
    return type;
  }

  @Override
  public final String toString() {
    return type.getTypeName();
  }
}
