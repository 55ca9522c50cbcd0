package io.github.xmlrpc4j.client;

import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose peer does not take a large request before the deadline: a blocking write
 * has no time limit of its own. Its one thread exists from the first large request on.
 */
final class Watchdog implements AutoCloseable {
  private @Nullable ScheduledExecutorService timer;
  private boolean closed;

  /** Closes a connection so many milliseconds from now, unless the future is cancelled before. */
  synchronized @Nullable Future<?> watch(HttpConnection connection, long millis) {
    if (closed) {
      return null;
    }
    if (timer == null) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "xmlrpc-client-watchdog");
                thread.setDaemon(true);
                return thread;
              });
    }
    Closeable watched = connection;
    return timer.schedule(
        () -> {
          watched.close();
          return null;
        },
        millis,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (timer != null) {
      timer.shutdownNow();
    }
  }
}
