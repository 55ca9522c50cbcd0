package io.github.xmlrpc4j.server;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.TransferException;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.WireException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes calls through the interceptors to their methods, and makes faults of what fails. */
final class Dispatcher {
  /** How far a call has come, which decides what an exception means. */
  enum Phase {
    READING,
    RUNNING,
    WRITING
  }

  /** One step of a call, or all of it. */
  @FunctionalInterface
  interface Work {
    void run(Progress progress) throws Throwable;
  }

  /** Where a call stands. */
  static final class Progress {
    private Phase phase;
    private CallContext context;

    Progress(Phase phase, CallContext context) {
      this.phase = phase;
      this.context = context;
    }

    void enter(Phase next) {
      phase = next;
    }

    CallContext context() {
      return context;
    }

    void enter(CallContext known) {
      context = known;
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  private final Interceptor[] interceptors;
  private final FaultMapper mapper;

  Dispatcher(List<Interceptor> interceptors, FaultMapper mapper) {
    this.interceptors = interceptors.toArray(Interceptor[]::new);
    this.mapper = mapper;
  }

  /** Whether anything stands between a call and its method. */
  boolean intercepts() {
    return interceptors.length > 0;
  }

  @Nullable Object invoke(BoundMethod method, @Nullable Object[] arguments, CallContext context)
      throws Throwable {
    return interceptors.length == 0
        ? method.invoke(arguments, context)
        : new Invocation(context, method, arguments, interceptors, 0).proceed();
  }

  /**
   * Does the work, and returns the fault that it came to, or null if it was done.
   *
   * @throws TransferException if nobody is there any more to be told of a fault
   */
  @Nullable Fault attempt(Progress progress, Work work) {
    try {
      work.run(progress);
      return null;
    } catch (TransferException e) {
      throw e;
    } catch (Throwable failure) {
      return fault(failure, progress);
    }
  }

  private Fault fault(Throwable failure, Progress progress) {
    Fault known = known(failure, progress);
    if (known != null) {
      log(known, progress.context);
      return known;
    }
    String id = String.format("%08x", ThreadLocalRandom.current().nextInt());
    LOG.error(
        "{} called by {} failed unexpectedly (id {})",
        oneLine(progress.context.methodName()),
        progress.context.caller().address(),
        id,
        failure);
    return new Fault(
        progress.phase == Phase.RUNNING ? FaultCodes.APPLICATION_ERROR : FaultCodes.INTERNAL_ERROR,
        "the call failed unexpectedly; the server's log tells why under the id " + id);
  }

  private @Nullable Fault known(Throwable failure, Progress progress) {
    if (progress.phase == Phase.RUNNING) {
      return mapper.map(failure, progress.context);
    }
    if (failure instanceof FaultException own) {
      return own.fault();
    }
    if (failure instanceof WireException wire && isOfPhase(wire, progress.phase)) {
      return wire.toFault();
    }
    return null;
  }

  /** Whether a phase throws such an exception of itself, and not because something is broken. */
  private static boolean isOfPhase(WireException failure, Phase phase) {
    return phase == Phase.READING
        || failure instanceof UnwritableValueException
        || failure instanceof LimitExceededException;
  }

  private static void log(Fault fault, CallContext context) {
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "fault {} for {} calling {}: {}",
          fault.code(),
          context.caller().address(),
          oneLine(context.methodName()),
          oneLine(fault.text()));
    }
  }

  /** Text of a peer's, which must not forge lines of the log. */
  private static String oneLine(String text) {
    String line = text.length() > 300 ? text.substring(0, 300) + "..." : text;
    return line.replaceAll("\\p{Cntrl}", " ");
  }
}
