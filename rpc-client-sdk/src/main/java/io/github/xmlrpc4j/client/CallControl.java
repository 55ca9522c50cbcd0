package io.github.xmlrpc4j.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The deadline of one call, and the way to cancel it from another thread. */
public final class CallControl {
  private final long deadline;
  private final AtomicReference<@Nullable Runnable> onCancel = new AtomicReference<>();
  private volatile boolean cancelled;

  private CallControl(long deadline) {
    this.deadline = deadline;
  }

  /** A control whose deadline is so far from now. */
  static CallControl lasting(Duration timeout) {
    return new CallControl(System.nanoTime() + timeout.toNanos());
  }

  /** The milliseconds that are left; 0 or less once the deadline has passed. */
  public long millisLeft() {
    return (deadline - System.nanoTime() + 999_999) / 1_000_000;
  }

  /** Whether the call was cancelled. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** Sets what cancelling does from now on; at once if the call has been cancelled already. */
  public void onCancel(Runnable action) {
    onCancel.set(action);
    if (cancelled) {
      runAction();
    }
  }

  /** Makes cancelling do nothing, since what it would have closed belongs to another call now. */
  public void release() {
    onCancel.set(null);
  }

  void cancel() {
    cancelled = true;
    runAction();
  }

  private void runAction() {
    Runnable action = onCancel.getAndSet(null);
    if (action != null) {
      action.run();
    }
  }
}
