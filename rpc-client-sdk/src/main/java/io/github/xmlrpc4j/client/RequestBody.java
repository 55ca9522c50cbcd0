package io.github.xmlrpc4j.client;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: one buffer or a row of them, so that a large document need not be copied
 * into one array to be sent.
 */
public final class RequestBody {
  private final int length;
  private final @Nullable Runnable afterwards;
  private List<ByteBuffer> parts;

  private RequestBody(List<ByteBuffer> parts, @Nullable Runnable afterwards) {
    this.parts = parts;
    this.afterwards = afterwards;
    long length = 0;
    for (ByteBuffer part : parts) {
      length += part.remaining();
    }
    this.length = Math.toIntExact(length);
  }

  /** A body of some parts, each in an array whose bytes nobody changes. */
  public static RequestBody of(List<ByteBuffer> parts) {
    return new RequestBody(List.copyOf(parts), null);
  }

  /** A body of one part, in an array whose bytes nobody changes. */
  public static RequestBody of(ByteBuffer whole) {
    return of(List.of(whole));
  }

  /**
   * A body that nobody else holds.
   *
   * @param afterwards what is done with its memory once it has been sent
   */
  static RequestBody sentOnce(List<ByteBuffer> parts, Runnable afterwards) {
    return new RequestBody(parts, afterwards);
  }

  /** Other parts that are sent in place of these, as often as these would be. */
  RequestBody inPlace(List<ByteBuffer> others) {
    return new RequestBody(others, afterwards);
  }

  /** The number of bytes. */
  public int length() {
    return length;
  }

  /** The parts, in order, each in an array; their positions are to be left as they are. */
  public List<ByteBuffer> parts() {
    return parts;
  }

  /** The body in one buffer that has an array; a copy of it, unless there is one part alone. */
  public ByteBuffer whole() {
    if (parts.size() == 1) {
      return parts.get(0).duplicate();
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    parts.forEach(part -> all.put(part.duplicate()));
    return all.flip();
  }

  /**
   * Lets the memory go, where the body is sent once: its answer has begun, so that it is not sent
   * again.
   */
  void release() {
    if (afterwards != null) {
      parts = List.of();
      afterwards.run();
    }
  }
}
