package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A codec made of two functions. A record, so that the compiler sees through it where a record's
 * components are read and written.
 *
 * @param kind the kind of value that it reads and writes
 * @param reading how it reads
 * @param writing how it writes
 */
record SimpleCodec<T>(Kind kind, Function<WireReader, T> reading, BiConsumer<WireWriter, T> writing)
    implements Codec<T> {
  @Override
  public T read(WireReader in) {
    return reading.apply(in);
  }

  @Override
  public void write(WireWriter out, T value) {
    writing.accept(out, value);
  }
}
