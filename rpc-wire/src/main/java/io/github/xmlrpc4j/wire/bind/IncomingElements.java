package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.WireReader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The elements of an array, each read when it is asked for. */
final class IncomingElements extends Incoming {
  private final WireReader in;
  private final Codec<?> element;
  private final boolean stream;

  IncomingElements(WireReader in, Codec<?> element, boolean stream, Ending ending) {
    super(ending);
    this.in = in;
    this.element = element;
    this.stream = stream;
    in.beginStream();
  }

  @Override
  public Object value() {
    Elements elements = new Elements();
    return stream
        ? StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(elements, Spliterator.ORDERED), false)
            .onClose(elements::close)
        : elements;
  }

  @Override
  public void drain() {
    while (hasNext()) {
      read(WireReader::skipValue);
    }
  }

  private boolean hasNext() {
    if (isEnded()) {
      return false;
    }
    try {
      if (in.hasNext()) {
        return true;
      }
      in.endArray();
      end();
      return false;
    } catch (RuntimeException e) {
      throw fail(e);
    }
  }

  private void read(Consumer<WireReader> reading) {
    try {
      reading.accept(in);
    } catch (RuntimeException e) {
      throw fail(e);
    }
  }

  /** The elements as an iterator that can be closed before its end. */
  private final class Elements implements Iterator<@Nullable Object>, AutoCloseable {
    @Override
    public boolean hasNext() {
      return !isClosed() && IncomingElements.this.hasNext();
    }

    @Override
    public @Nullable Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      @Nullable Object[] read = new @Nullable Object[1];
      read(from -> read[0] = element.read(from));
      return read[0];
    }

    @Override
    public void close() {
      IncomingElements.this.close();
    }
  }
}
