package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import org.jspecify.annotations.Nullable;

/**
 * The result of a method that returns nothing. Any value is read and dropped; nil is written where
 * the dialect has it, else the int 0, since a response holds one value.
 */
final class VoidCodec implements Codec<@Nullable Void> {
  @Override
  public Kind kind() {
    return Kind.INT;
  }

  @Override
  @SuppressWarnings("NullAway") // The codec's type is nullable, which NullAway cannot see here.
  public @Nullable Void read(WireReader in) {
    in.skipValue();
    return null;
  }

  @Override
  public void write(WireWriter out, @Nullable Void value) {
    if (out.dialect().writes(Extension.NIL)) {
      out.writeNil();
    } else {
      out.writeInt(0);
    }
  }
}
