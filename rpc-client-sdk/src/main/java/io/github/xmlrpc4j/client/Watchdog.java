package io.github.xmlrpc4j.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells which connections are overdue: in use past the deadline of their call, or idle for too
 * long. A read with a time limit of its own costs two more system calls than one without; watching
 * costs the path of a call one comparison.
 *
 * <p>Its one thread is there only as long as there are connections.
 */
final class Watchdog implements AutoCloseable {
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Consumer<HttpConnection> onOverdue;
  private final Set<HttpConnection> watched = ConcurrentHashMap.newKeySet();
  private volatile long nextLook;
  private volatile @Nullable Thread thread;
  private boolean closed;

  Watchdog(Consumer<HttpConnection> onOverdue) {
    this.onOverdue = onOverdue;
  }

  /** Watches a connection from now on; after closing it is overdue at once. */
  void add(HttpConnection connection) {
    boolean late;
    synchronized (this) {
      late = closed;
      if (!late) {
        watched.add(connection);
        if (thread == null) {
          nextLook = System.nanoTime();
          Thread started = new Thread(this::run, "xmlrpc-client-watchdog");
          started.setDaemon(true);
          thread = started;
          started.start();
        }
      }
    }
    if (late) {
      onOverdue.accept(connection);
    } else {
      expect(connection);
    }
  }

  void remove(HttpConnection connection) {
    watched.remove(connection);
  }

  /** Takes note that a connection is due at another time than before. */
  void expect(HttpConnection connection) {
    if (connection.due() - nextLook < 0) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!isOver()) {
      // Whoever becomes due while this looks wakes it again.
      nextLook = System.nanoTime() + NEVER;
      long next = nextLook;
      for (HttpConnection connection : watched) {
        long due = connection.due();
        if (due - System.nanoTime() <= 0) {
          onOverdue.accept(connection);
        } else if (due - next < 0) {
          next = due;
        }
      }
      nextLook = next;
      if (!watched.isEmpty()) {
        LockSupport.parkNanos(this, next - System.nanoTime());
      }
    }
  }

  private synchronized boolean isOver() {
    boolean over = closed || watched.isEmpty();
    if (over) {
      thread = null;
    }
    return over;
  }

  /** Ends the thread. The connections that are still there are overdue now. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      LockSupport.unpark(thread);
    }
    watched.forEach(onOverdue);
  }
}
