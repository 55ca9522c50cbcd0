package io.github.xmlrpc4j.server.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection whose peer must keep up a pace. Each byte winds up the idle timer, so
 * that a peer could hold a connection for ever by one byte now and then; bytes that come, or go,
 * too slowly therefore do not count, and the connection is idle.
 */
final class PacedEndPoint extends SocketChannelEndPoint {
  /**
   * The most that is written at once: the JDK copies it out of the heap, to a buffer that it then
   * keeps for the thread.
   */
  private static final int PIECE = 64 * 1024;

  /**
   * How often bytes move before the clock is looked at: an answer that goes at once and the next
   * request that comes at once are of no pace.
   */
  private static final int AT_ONCE = 2;

  private final int bytesPerSecond;

  /** Held by the thread that reads requests. */
  private final ReentrantLock reader = new ReentrantLock();

  private @Nullable Alone whenRequestComes;
  private long movements;
  private long movingSince;
  private long moved;

  /** Whether the last look gave all that had come. */
  private boolean emptied;

  /** Whether an answer has gone out to all that had come. */
  private boolean answered;

  PacedEndPoint(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      int bytesPerSecond) {
    super(channel, selector, key, scheduler);
    this.bytesPerSecond = bytesPerSecond;
  }

  /**
   * Has no other thread read requests meanwhile. Jetty answers a broken head while the thread that
   * met it still reads, and sends another to read on: each of the two would give the one buffer
   * back, and from then on two connections have it, and the requests of one are the other's.
   */
  void readAlone(Runnable reading) {
    reader.lock();
    try {
      reading.run();
    } finally {
      reader.unlock();
    }
  }

  /** What reads requests when some come, alone. A body has threads of its own to wait for it. */
  private final class Alone extends Callback.Nested {
    private final Runnable reading = super::succeeded;

    private Alone(Callback callback) {
      super(callback);
    }

    @Override
    public void succeeded() {
      readAlone(reading);
    }
  }

  @Override
  public void fillInterested(Callback reading) {
    Alone alone = whenRequestComes;
    if (alone == null || alone.getCallback() != reading) {
      alone = new Alone(reading);
      whenRequestComes = alone;
    }
    super.fillInterested(alone);
  }

  /** Winds up the timer, and forgets how slow the peer has been. */
  void restart() {
    movements = 0;
    moved = 0;
    super.notIdle();
  }

  /** Leaves a time out of account in which the peer could not go on, and winds up the timer. */
  void excuse(long nanos) {
    movingSince += nanos;
    super.notIdle();
  }

  @Override
  public void notIdle() {
    movements++;
    if (movements <= AT_ONCE || keepsPace()) {
      super.notIdle();
    }
  }

  private boolean keepsPace() {
    long now = System.nanoTime();
    if (movements == AT_ONCE + 1) {
      movingSince = now;
    }
    long millis = (now - movingSince) / 1_000_000;
    return bytesPerSecond == 0 || millis <= getIdleTimeout() + moved * 1_000 / bytesPerSecond;
  }

  /**
   * Takes what has come. Behind an answer to all that had come it does not look, once: a peer that
   * waits for its answer has sent nothing yet. Jetty asks again at once, and under load meets the
   * next request then, which saves a turn of the selector: not to look at all would take a tenth
   * more CPU of a small call.
   */
  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    if (answered) {
      answered = false;
      if (!isInputShutdown()) {
        return 0;
      }
    }
    int space = BufferUtil.space(buffer);
    int filled = super.fill(buffer);
    emptied = 0 < filled && filled < space;
    moved += Math.max(filled, 0);
    return filled;
  }

  @Override
  public boolean flush(ByteBuffer... buffers) throws IOException {
    answered = emptied;
    long all = BufferUtil.remaining(buffers);
    if (all <= PIECE) {
      boolean flushed = super.flush(buffers);
      moved += all - BufferUtil.remaining(buffers);
      return flushed;
    }
    for (ByteBuffer buffer : buffers) {
      while (buffer.hasRemaining()) {
        ByteBuffer piece = buffer.slice();
        piece.limit(Math.min(piece.limit(), PIECE));
        boolean flushed = super.flush(piece);
        buffer.position(buffer.position() + piece.position());
        moved += piece.position();
        if (!flushed) {
          return false;
        }
      }
    }
    return true;
  }
}
