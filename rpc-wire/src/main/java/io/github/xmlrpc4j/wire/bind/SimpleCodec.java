package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A codec made of two functions. */
final class SimpleCodec<T> implements Codec<T> {
  private final Kind kind;
  private final Function<WireReader, T> reading;
  private final BiConsumer<WireWriter, T> writing;

  SimpleCodec(Kind kind, Function<WireReader, T> reading, BiConsumer<WireWriter, T> writing) {
    this.kind = kind;
    this.reading = reading;
    this.writing = writing;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public T read(WireReader in) {
    return reading.apply(in);
  }

  @Override
  public void write(WireWriter out, T value) {
    writing.accept(out, value);
  }
}
