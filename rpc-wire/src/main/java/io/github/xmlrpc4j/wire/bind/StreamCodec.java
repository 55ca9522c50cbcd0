package io.github.xmlrpc4j.wire.bind;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.ByteSource;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The codec of {@code Stream}, {@code Iterator} and {@code InputStream}: an array whose elements,
 * or base64 whose bytes, are read and written as they are drawn.
 *
 * <p>Such a value is the last parameter of a method, or its result, and no part of another value.
 * It is drawn once. What is written is closed then; what is read is to be closed by whoever does
 * not read it to its end.
 *
 * <p>A served method runs while its last argument comes in, and its result is drawn while it goes
 * out, when the method and its interceptors have returned. A document that is broken is a {@link
 * io.github.xmlrpc4j.wire.WireException} out of the stream and the usual fault to the caller,
 * whatever the method makes of it; what the method leaves unread is read and checked before its
 * answer is complete. A result that fails once a part of it has gone breaks the answer off.
 */
public final class StreamCodec implements Codec<@Nullable Object> {
  private final Class<?> raw;
  private final @Nullable Codec<@Nullable Object> element;

  private StreamCodec(Class<?> raw, @Nullable Codec<@Nullable Object> element) {
    this.raw = raw;
    this.element = element;
  }

  @SuppressWarnings("unchecked")
  static @Nullable Codec<?> create(Type type, Lookup lookup) {
    Class<?> raw = Types.raw(type);
    if (raw == InputStream.class) {
      return new StreamCodec(raw, null);
    }
    return raw == Stream.class || raw == Iterator.class
        ? new StreamCodec(raw, (Codec<@Nullable Object>) lookup.codec(Types.argument(type, 0)))
        : null;
  }

  /** The type as which a value is a stream, or null if it is none. */
  public static @Nullable Class<?> typeOf(@Nullable Object value) {
    if (value instanceof InputStream) {
      return InputStream.class;
    }
    return value instanceof Stream
        ? Stream.class
        : value instanceof Iterator ? Iterator.class : null;
  }

  @Override
  public Kind kind() {
    return element == null ? Kind.BYTES : Kind.ARRAY;
  }

  /** Steps into the next value, of which nothing is read yet. */
  public Incoming open(WireReader in, Incoming.Ending ending) {
    return element == null
        ? new IncomingBytes(in, ending)
        : new IncomingElements(in, element, raw == Stream.class, ending);
  }

  @Override
  public Object read(WireReader in) {
    return open(in, Incoming.Ending.NONE).value();
  }

  @Override
  public void write(WireWriter out, @Nullable Object value) {
    if (value == null) {
      throw out.unwritable("there is no stream; an empty one is a value");
    }
    if (value instanceof InputStream bytes) {
      writeBytes(out, bytes);
    } else if (value instanceof Stream<?> stream) {
      try (stream) {
        writeElements(out, drawn(stream::iterator));
      }
    } else {
      writeElements(out, (Iterator<?>) value);
    }
  }

  private void writeElements(WireWriter out, Iterator<?> elements) {
    Codec<@Nullable Object> codec = requireNonNull(element);
    out.beginArray();
    while (drawn(elements::hasNext)) {
      codec.write(out, drawn(elements::next));
      out.flush();
    }
    out.endArray();
  }

  private static <T extends @Nullable Object> T drawn(Supplier<T> drawing) {
    try {
      return drawing.get();
    } catch (RuntimeException e) {
      throw new DrawException(e);
    }
  }

  private static void writeBytes(WireWriter out, InputStream bytes) {
    try (bytes) {
      ByteSource source =
          (into, offset, length) -> {
            try {
              return bytes.read(into, offset, length);
            } catch (IOException e) {
              throw failed(e);
            }
          };
      out.writeBytes(source);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static DrawException failed(IOException failure) {
    return new DrawException(new UncheckedIOException(failure));
  }
}
