package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.TypeMismatchException;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of a {@link MultiCall}: its result, once the batch has been sent. Like the batch it is
 * for one thread.
 *
 * @param <T> the type of the result
 */
public final class Pending<T> {
  private final CallSite site;
  private final Consumer<WireWriter> params;
  private final Codec<T> result;
  private @Nullable T value;
  private @Nullable CallException failure;
  private boolean answered;

  Pending(CallSite site, Consumer<WireWriter> params, Codec<T> result) {
    this.site = site;
    this.params = params;
    this.result = result;
  }

  String methodName() {
    return site.methodName();
  }

  void writeParams(WireWriter out) {
    params.accept(out);
  }

  void succeed(Value answer) {
    try {
      value = result.read(WireReader.of(answer));
    } catch (TypeMismatchException e) {
      failure = new ResultMismatchException(site, e);
    }
    answered = true;
  }

  void fail(Fault fault) {
    fail(new ServerFaultException(site, fault));
  }

  void fail(CallException cause) {
    failure = cause;
    answered = true;
  }

  /** Whether the batch was sent and this call has its answer. */
  public boolean isAnswered() {
    return answered;
  }

  /**
   * The call's result.
   *
   * @throws ServerFaultException if this call's answer is a fault
   * @throws ResultMismatchException if its result is not of the type
   * @throws IllegalStateException if the batch has not been sent, or its sending failed
   */
  @SuppressWarnings("NullAway") // A result is null where the method's type lets it be.
  public T get() {
    if (!answered) {
      throw new IllegalStateException(site + ": the batch has not been sent");
    }
    if (failure != null) {
      throw failure;
    }
    return value;
  }
}
