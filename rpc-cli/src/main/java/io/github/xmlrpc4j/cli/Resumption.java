package io.github.xmlrpc4j.cli;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch has come, for whoever interrupts it: the line to go on from, and the lines that
 * are under way. It is shared by the thread that works and the one that stops the program.
 */
final class Resumption {
  /** How long an interrupted batch waits for the answer that is under way. */
  private static final long PATIENCE_MILLIS = 5_000;

  private int next;

  /** The last line that is under way; 0 if none is. */
  private int last;

  private boolean stopping;

  Resumption(int from) {
    this.next = from;
  }

  /** The first line that has no answer yet. */
  synchronized int next() {
    return next;
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /** Takes note that lines are sent; not so if the program is being stopped. */
  synchronized boolean begins(BatchLine from, BatchLine to) {
    if (!stopping) {
      next = from.number();
      last = to.number();
    }
    return !stopping;
  }

  /** Takes note that all before a line have been answered, and nothing is under way. */
  synchronized void ended(int nextLine) {
    next = nextLine;
    last = 0;
    notifyAll();
  }

  /** Stops the batch, once what is under way is answered, and tells how to go on. */
  synchronized @Nullable String stop() {
    stopping = true;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      while (last != 0 && System.nanoTime() < end) {
        wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "interrupted; " + advice();
  }

  /** How to go on, in words. */
  synchronized String advice() {
    return last == 0
        ? "go on with --from " + next
        : "lines "
            + next
            + " to "
            + last
            + " were sent, and may have been done: --from "
            + next
            + " repeats them, --from "
            + (last + 1)
            + " leaves them out";
  }
}
