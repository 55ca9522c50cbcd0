package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/** Stands for the codec of a type that is made of itself, as a tree's node is, until it is made. */
final class Deferred implements Codec<Object> {
  private @Nullable Codec<Object> made;

  @SuppressWarnings("unchecked")
  void resolve(Codec<?> codec) {
    made = (Codec<Object>) codec;
  }

  /** The codec that this one stands for. */
  Codec<Object> made() {
    if (made == null) {
      throw new IllegalStateException("a codec was used before it was made");
    }
    return made;
  }

  @Override
  public @Nullable Kind kind() {
    return made().kind();
  }

  @Override
  public Object read(WireReader in) {
    return made().read(in);
  }

  @Override
  public void write(WireWriter out, Object value) {
    made().write(out, value);
  }
}
