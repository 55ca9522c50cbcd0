package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads nil as null and writes null as nil; all else goes to the type's own codec. A record, as
 * {@link SimpleCodec} is.
 *
 * @param codec the type's own codec
 */
record NullableCodec<T>(Codec<T> codec) implements Codec<@Nullable T> {
  @Override
  public @Nullable Kind kind() {
    return codec.kind();
  }

  @Override
  @SuppressWarnings("NullAway") // The codec's type is nullable, which NullAway cannot see here.
  public @Nullable T read(WireReader in) {
    if (in.peek() == Kind.NIL) {
      in.readNil();
      return null;
    }
    return codec.read(in);
  }

  @Override
  public void write(WireWriter out, @Nullable T value) {
    if (value == null) {
      out.writeNil();
    } else {
      codec.write(out, value);
    }
  }
}
