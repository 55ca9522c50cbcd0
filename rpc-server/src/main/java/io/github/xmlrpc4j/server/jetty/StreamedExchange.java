package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.wire.ByteSink;
import io.github.xmlrpc4j.wire.ByteSource;
import io.github.xmlrpc4j.wire.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * The bytes of a request that is read while its method runs, and of a response that is sent
 * meanwhile. Both wait for the peer, in a thread that may.
 */
final class StreamedExchange implements ByteSource, ByteSink {
  private final Response response;
  private final Runnable beforeFirst;
  private final ByteBuffer beginning;
  private final InputStream rest;
  private final Turn turn;
  private boolean begun;

  /**
   * Creates an exchange.
   *
   * @param beginning what has come of the request's body
   * @param beforeFirst prepares the response's head, once
   */
  StreamedExchange(Request request, Response response, ByteBuffer beginning, Runnable beforeFirst) {
    this.response = response;
    this.beginning = beginning;
    this.beforeFirst = beforeFirst;
    this.rest = Content.Source.asInputStream(request);
    this.turn = new Turn(request);
    // It is heard only where nobody waits for the peer: the method then takes its time.
    request.addIdleTimeoutListener(timeout -> false);
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (beginning.hasRemaining()) {
      int count = Math.min(length, beginning.remaining());
      beginning.get(into, offset, count);
      return count;
    }
    turn.ofPeer();
    try {
      return rest.read(into, offset, length);
    } catch (IOException e) {
      throw failed(e);
    } finally {
      turn.ofMethod();
    }
  }

  @Override
  public void write(ByteBuffer bytes) {
    if (!begun) {
      begun = true;
      beforeFirst.run();
    }
    turn.ofPeer();
    try {
      Content.Sink.write(response, false, bytes);
    } catch (IOException e) {
      throw failed(e);
    } finally {
      turn.ofMethod();
    }
  }

  private static TransferException failed(IOException failure) {
    return new TransferException(String.valueOf(failure.getMessage()), failure);
  }

  /** Whether a part of the response was sent. */
  boolean isBegun() {
    return begun;
  }

  /** Lets the last part of the response have its own time. */
  void beforeLast() {
    turn.ofPeer();
  }
}
