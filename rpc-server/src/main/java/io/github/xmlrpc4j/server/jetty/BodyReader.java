package io.github.xmlrpc4j.server.jetty;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Takes the body of a request as it comes. No thread waits for what has not come yet, so that a
 * slow peer costs a connection and no more.
 */
abstract class BodyReader implements Invocable.Task {
  private final Request request;
  private final InvocationType threads;

  /**
   * Creates a reader.
   *
   * @param threads whether the threads that come back may wait in what is made of the body
   */
  BodyReader(Request request, InvocationType threads) {
    this.request = request;
    this.threads = threads;
  }

  @Override
  public final InvocationType getInvocationType() {
    return threads;
  }

  /** Takes what is there, and comes back for the rest by itself. */
  @Override
  public final void run() {
    try {
      readOn();
    } catch (OutOfMemoryError e) {
      // Jetty lets a connection hang whose reader comes back with an error.
      failed(e);
    }
  }

  private void readOn() {
    boolean last = false;
    while (!last) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        failed(chunk.getFailure());
        return;
      }
      last = chunk.isLast();
      boolean goesOn = taken(chunk.getByteBuffer());
      // At once: a chunk that is kept, be it of one byte, holds a whole buffer of the connection.
      chunk.release();
      if (!goesOn) {
        return;
      }
    }
    ended();
  }

  /** Copies some bytes, and says whether to go on. */
  abstract boolean taken(ByteBuffer bytes);

  /** All has come. */
  abstract void ended();

  /** The peer, the network or the memory has failed; no more will come. */
  abstract void failed(Throwable failure);
}
