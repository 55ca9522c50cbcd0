package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.NotWellFormedException;
import io.github.xmlrpc4j.wire.NotXmlRpcException;
import io.github.xmlrpc4j.wire.Position;
import io.github.xmlrpc4j.wire.Sighting;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.WireException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a document: a message, or why there is none.
 *
 * @param message the message, or null
 * @param refusal the refusal, or null
 * @param deviations what was met and accepted
 * @param allocated the bytes that the reading allocated
 */
record Reading<T>(
    @Nullable T message,
    @Nullable WireException refusal,
    Set<Deviation> deviations,
    long allocated) {

  /** What looks like more of the document to whoever looks beyond its end. */
  private static final byte[] AROUND =
      "</value></int></name>]]>--> 1\0&amp;".getBytes(StandardCharsets.US_ASCII);

  /** A value before its member's name is passed, passed over once more inside another, and read. */
  private static final int PASSES_OF_LATE_VALUES = 3;

  /** Reads a document and checks all that holds for whatever document. */
  static <T> Reading<T> of(byte[] document, Way way, Function<DocumentReader, T> message) {
    Reading<T> reading = read(ByteBuffer.wrap(document), way, message);
    boolean repeats = reading.deviations.contains(Deviation.VALUE_BEFORE_NAME);
    int passes = repeats ? PASSES_OF_LATE_VALUES : 1;
    Memory.checkAllocated(
        reading.allocated,
        document.length,
        Memory.ALLOCATED_FACTOR * passes,
        () -> read(ByteBuffer.wrap(document), way, message).allocated);
    return reading;
  }

  /** Checks that a document means the same where it is part of a longer array. */
  static <T> void checkSlice(byte[] document, Way way, Function<DocumentReader, T> message) {
    Reading<T> alone = read(ByteBuffer.wrap(document), way, message);
    Reading<T> slice = read(amidOther(document), way, message);
    if (!alone.isSameAs(slice)) {
      throw new AssertionError("read otherwise as a slice: " + alone + "\n" + slice);
    }
  }

  static <T> Reading<T> read(ByteBuffer document, Way way, Function<DocumentReader, T> message) {
    int length = document.remaining();
    long before = Memory.allocated();
    DocumentReader in = null;
    T read = null;
    WireException refusal = null;
    try {
      in = DocumentReader.of(document, null, way.dialect(), way.limits());
      read = message.apply(in);
    } catch (WireException e) {
      refusal = e;
    }
    long allocated = Memory.allocated() - before;
    if (refusal != null) {
      check(refusal, length);
    }
    if (in == null) {
      return new Reading<>(read, refusal, Set.of(), allocated);
    }
    for (Sighting sighting : in.sightings()) {
      check(sighting.position(), length);
      if (!way.dialect().accepts(sighting.deviation())) {
        throw new AssertionError(sighting + " in dialect " + way.dialect().name());
      }
    }
    return new Reading<>(read, refusal, in.deviations(), allocated);
  }

  private static ByteBuffer amidOther(byte[] document) {
    byte[] all = Arrays.copyOf(AROUND, AROUND.length * 2 + document.length);
    System.arraycopy(document, 0, all, AROUND.length, document.length);
    System.arraycopy(AROUND, 0, all, AROUND.length + document.length, AROUND.length);
    return ByteBuffer.wrap(all, AROUND.length, document.length);
  }

  private static void check(WireException refusal, int length) {
    if (refusal instanceof NotWellFormedException e) {
      check(e.position(), length);
    } else if (refusal instanceof NotXmlRpcException e) {
      check(e.position(), length);
    } else if (refusal instanceof UnwritableValueException e) {
      throw new AssertionError("a reader writes", e);
    }
  }

  private static void check(Position position, int length) {
    boolean inside = position.offset() >= 0 && position.offset() <= length;
    if (!inside || position.line() < 1 || position.column() < 1) {
      throw new AssertionError(position + " in a document of " + length + " bytes");
    }
  }

  private boolean isSameAs(Reading<T> other) {
    if (refusal == null || other.refusal == null) {
      return refusal == other.refusal
          && Objects.equals(message, other.message)
          && deviations.equals(other.deviations);
    }
    return String.valueOf(refusal.getMessage()).equals(other.refusal.getMessage());
  }
}
