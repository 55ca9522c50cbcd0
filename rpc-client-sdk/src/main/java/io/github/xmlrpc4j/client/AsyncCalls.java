package io.github.xmlrpc4j.client;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes calls in threads of their own, as many as there are calls at once: virtual ones where the
 * JDK has them.
 */
final class AsyncCalls implements AutoCloseable {
  /** A future whose cancelling ends the exchange behind it. */
  private static final class CallFuture<T> extends CompletableFuture<T> {
    private final CallControl control;

    CallFuture(CallControl control) {
      this.control = control;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      control.cancel();
      return cancelled;
    }

    void run(Function<CallControl, T> call, UnaryOperator<Throwable> failures) {
      try {
        complete(call.apply(control));
      } catch (RuntimeException | Error e) {
        completeExceptionally(failures.apply(e));
      }
    }
  }

  private final AtomicInteger count = new AtomicInteger();
  private final ExecutorService threads = executor();

  private ExecutorService executor() {
    try {
      Object virtual = Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      return (ExecutorService) requireNonNull(virtual);
    } catch (ReflectiveOperationException e) {
      // Before Java 21 there are none.
      return Executors.newCachedThreadPool(this::thread);
    }
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "xmlrpc-client-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a call; cancelling the future ends it. Failures become what the operator makes of them.
   */
  <T> CompletableFuture<T> start(
      CallControl control, Function<CallControl, T> call, UnaryOperator<Throwable> failures) {
    CallFuture<T> future = new CallFuture<>(control);
    try {
      threads.execute(() -> future.run(call, failures));
    } catch (RejectedExecutionException e) {
      future.completeExceptionally(new IllegalStateException("the proxy is closed", e));
    }
    return future;
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
