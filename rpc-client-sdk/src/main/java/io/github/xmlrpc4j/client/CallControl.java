package io.github.xmlrpc4j.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time limits of one call, and the way to end it from another thread. */
public final class CallControl {
  /** Far enough: no program runs for a century, and the clock's sums do not overflow. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final long nanos;
  private final long connectNanos;
  private volatile long deadline;
  private @Nullable Runnable onAbort;
  private boolean aborted;
  private volatile boolean cancelled;

  private CallControl(long nanos, long connectNanos) {
    this.nanos = nanos;
    this.connectNanos = connectNanos;
    restart();
  }

  /** A control whose deadline is so far from now. */
  static CallControl lasting(Duration timeout, Duration connectTimeout) {
    return new CallControl(nanos(timeout), nanos(connectTimeout));
  }

  private static long nanos(Duration duration) {
    return (duration.compareTo(LONGEST) < 0 ? duration : LONGEST).toNanos();
  }

  /** Gives the call all its time again: a stream waits for the peer. */
  void restart() {
    deadline = System.nanoTime() + nanos;
  }

  /** Gives the call no end: a stream waits for this program. */
  void suspend() {
    deadline = System.nanoTime() + LONGEST.toNanos();
  }

  /** When the call is to be over, as {@link System#nanoTime()} counts. */
  long deadline() {
    return deadline;
  }

  /** The milliseconds that are left; 0 or less once the deadline has passed. */
  public long millisLeft() {
    return millis(deadline - System.nanoTime());
  }

  /** The milliseconds that a connection may take from now; never more than are left. */
  public long connectMillisLeft() {
    return Math.min(millis(connectNanos), millisLeft());
  }

  /** Whether a connection that takes too long from now on has taken the call's deadline. */
  boolean connectsUntilDeadline() {
    return connectNanos >= deadline - System.nanoTime();
  }

  private static long millis(long nanos) {
    return (nanos + 999_999) / 1_000_000;
  }

  /** Whether the call was cancelled. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Sets what cancelling does from now on, and the passing of the deadline where the transport
   * watches it; at once if that has come already.
   */
  public synchronized void onAbort(Runnable action) {
    onAbort = action;
    if (aborted) {
      runAction();
    }
  }

  /**
   * Makes cancelling do nothing, since what it would have closed belongs to another call now. Once
   * this has returned, no action runs any more.
   */
  public synchronized void release() {
    onAbort = null;
  }

  void cancel() {
    cancelled = true;
    abort();
  }

  /** Ends what the call is doing, which then fails. */
  synchronized void abort() {
    aborted = true;
    runAction();
  }

  private synchronized void runAction() {
    Runnable action = onAbort;
    onAbort = null;
    if (action != null) {
      action.run();
    }
  }
}
