package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the values of one Java type.
 *
 * <p>A codec reads exactly one value and writes exactly one. It sees neither bytes nor elements. It
 * is immutable and used by many threads at once.
 *
 * @param <T> the Java type
 */
public interface Codec<T extends @Nullable Object> {
  /** The kind of value that the type is on the wire, or null if it can be of several kinds. */
  @Nullable Kind kind();

  /**
   * Reads the next value.
   *
   * @param in what to read from until this returns, and not later: the document may be another by
   *     then
   * @throws io.github.xmlrpc4j.wire.TypeMismatchException if it is not one of the type; see {@link
   *     WireReader#mismatch(String, String)}
   */
  T read(WireReader in);

  /**
   * Writes a value.
   *
   * @throws io.github.xmlrpc4j.wire.UnwritableValueException if it cannot be written without
   *     change; see {@link WireWriter#unwritable(String)}
   */
  void write(WireWriter out, T value);

  /** Makes codecs for a family of types. */
  @FunctionalInterface
  interface Factory {
    /**
     * Makes the codec of a type.
     *
     * @param type the type, with its type arguments where it has some
     * @param lookup finds the codecs of the types that this one is made of
     * @return the codec, or null if the type is none of the family
     * @throws UnboundTypeException if it is one of the family but cannot be bound
     */
    @Nullable Codec<?> create(Type type, Lookup lookup);
  }

  /** Finds the codecs of the parts of a type while its own is being made. */
  @FunctionalInterface
  interface Lookup {
    /**
     * The codec of a type. Of a type that is made of itself it must not be used before the factory
     * has returned.
     *
     * @throws UnboundTypeException if there is none
     */
    Codec<?> codec(Type type);
  }
}
