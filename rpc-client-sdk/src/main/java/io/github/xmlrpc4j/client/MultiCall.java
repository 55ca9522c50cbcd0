package io.github.xmlrpc4j.client;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.contract.Contract;
import io.github.xmlrpc4j.contract.MethodContract;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Codecs;
import io.github.xmlrpc4j.wire.bind.StreamCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Many calls in one request, by {@code system.multicall}.
 *
 * <pre>{@code
 * MultiCall batch = proxy.multicall();
 * Pending<Integer> sum = batch.add(Arithmetic.class, math -> math.add(7, 3));
 * Pending<Value> names = batch.add("system.listMethods");
 * batch.send();
 * sum.get();
 * }</pre>
 *
 * <p>A batch is for one thread, and sent once.
 */
public final class MultiCall {
  /** How a server wraps the results of the calls of a batch. */
  public enum Results {
    /** As the batch itself shows: wrapped if each result is an array of one element. */
    DETECTED,
    /** Each result is an array of one element, as the specification has it. */
    WRAPPED,
    /** Each result is itself, as Supervisor's are. */
    BARE
  }

  private static final String NAME = "system.multicall";

  private final Caller caller;
  private final Codecs codecs;
  private final List<Pending<?>> calls = new ArrayList<>();
  private Results results = Results.DETECTED;
  private int maxCalls = Integer.MAX_VALUE;
  private boolean fallsBack;
  private boolean sent;

  MultiCall(Caller caller, Codecs codecs) {
    this.caller = caller;
    this.codecs = codecs;
  }

  // ---- settings

  /** Sends at most so many calls in one request, in as many requests as that takes. */
  public MultiCall splitAt(int calls) {
    if (calls < 1) {
      throw new IllegalArgumentException("calls: " + calls + " (expected: >= 1)");
    }
    maxCalls = calls;
    return this;
  }

  /** Makes the calls one by one where the server has no {@code system.multicall}. */
  public MultiCall fallBack() {
    fallsBack = true;
    return this;
  }

  /** Sets how the server wraps results, where {@link Results#DETECTED} could be mistaken. */
  public MultiCall results(Results form) {
    results = requireNonNull(form, "form");
    return this;
  }

  // ---- calls

  /** Adds a call. */
  public Pending<Value> add(String methodName, @Nullable Object... args) {
    return add(Value.class, methodName, args);
  }

  /** Adds a call whose result is of a class. */
  public <T> Pending<T> add(Class<T> type, String methodName, @Nullable Object... args) {
    return add(methodName, args, codecs.of(type));
  }

  /** Adds a call whose result is of a type with type arguments. */
  @SuppressWarnings("unchecked")
  public <T> Pending<T> add(TypeRef<T> type, String methodName, @Nullable Object... args) {
    return add(methodName, args, (Codec<T>) codecs.of(type.type()));
  }

  private <T> Pending<T> add(String methodName, @Nullable Object[] args, Codec<T> result) {
    return add(
        methodName, out -> Arguments.write(out, codecs, args), result, Arguments.hasStream(args));
  }

  /**
   * Adds the call that a lambda makes on an interface, which must be one call.
   *
   * @throws IllegalArgumentException if the lambda makes no call, or several
   */
  public <I, T> Pending<T> add(Class<I> type, Function<I, T> call) {
    Recorder recorder = new Recorder(Contract.ofInterface(type, codecs));
    // The recorded method has nothing to return; what the server returns is told by get().
    T unused = call.apply(recorder.as(type));
    return add(recorder);
  }

  /** Adds the call that a lambda makes on an interface and that returns nothing. */
  public <I> Pending<Void> run(Class<I> type, Consumer<I> call) {
    Recorder recorder = new Recorder(Contract.ofInterface(type, codecs));
    call.accept(recorder.as(type));
    return add(recorder);
  }

  private <T> Pending<T> add(Recorder recorder) {
    MethodContract method = recorder.method();
    @SuppressWarnings("unchecked")
    Codec<T> result = (Codec<T>) method.result();
    Arguments arguments = Arguments.of(method);
    return add(
        method.name(), out -> arguments.write(out, recorder.args()), result, method.takesStream());
  }

  private <T> Pending<T> add(
      String methodName, Consumer<WireWriter> params, Codec<T> result, boolean drawn) {
    if (sent) {
      throw new IllegalStateException("the batch has been sent");
    }
    if (drawn || result instanceof StreamCodec) {
      throw new IllegalArgumentException(
          methodName + " takes or gives a stream; call it outside a batch");
    }
    Pending<T> call = new Pending<>(new CallSite(caller.server(), methodName), params, result);
    calls.add(call);
    return call;
  }

  // ---- sending

  /**
   * Sends the batch. A call whose answer is a fault does not concern the others: it is thrown by
   * that call's {@link Pending#get()}.
   *
   * @throws CallException if the batch as a whole comes to nothing
   * @throws io.github.xmlrpc4j.wire.UnwritableValueException if an argument cannot be written
   */
  public void send() {
    if (sent) {
      throw new IllegalStateException("the batch has been sent");
    }
    sent = true;
    for (int from = 0; from < calls.size(); from += maxCalls) {
      List<Pending<?>> block =
          calls.subList(from, (int) Math.min(calls.size(), from + (long) maxCalls));
      try {
        send(block);
      } catch (ServerFaultException e) {
        if (!fallsBack || !isMissing(e)) {
          throw e;
        }
        calls.subList(from, calls.size()).forEach(this::callAlone);
        return;
      }
    }
  }

  /**
   * Whether a fault says that there is no such method, as far as servers agree on how to say it.
   * One with another of the agreed codes says something else, whatever it mentions: that there are
   * too many calls in the batch, for one.
   */
  private static boolean isMissing(ServerFaultException fault) {
    if (FaultCodes.isReserved(fault.code())) {
      return fault.code() == FaultCodes.METHOD_NOT_FOUND;
    }
    return fault.text().contains(NAME) || fault.text().contains("UNKNOWN_METHOD");
  }

  private void send(List<Pending<?>> block) {
    List<Value> answers = caller.call(NAME, out -> write(out, block), MultiCall::readAnswers);
    if (answers.size() != block.size()) {
      throw new BadResponseException(
          new CallSite(caller.server(), NAME),
          answers.size() + " answers to " + block.size() + " calls",
          null,
          "",
          null);
    }
    boolean wrapped =
        results == Results.WRAPPED
            || (results == Results.DETECTED && answers.stream().allMatch(MultiCall::maybeWrapped));
    for (int i = 0; i < answers.size(); i++) {
      answer(block.get(i), answers.get(i), wrapped);
    }
  }

  private static void write(WireWriter out, List<Pending<?>> block) {
    out.beginArray();
    for (Pending<?> call : block) {
      out.beginStruct();
      out.name("methodName");
      out.writeString(call.methodName());
      out.name("params");
      out.beginArray();
      call.writeParams(out);
      out.endArray();
      out.endStruct();
    }
    out.endArray();
  }

  private static List<Value> readAnswers(WireReader in) {
    List<Value> answers = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      answers.add(in.readValue());
    }
    in.endArray();
    return answers;
  }

  private static boolean maybeWrapped(Value answer) {
    return Fault.isFault(answer)
        || (answer instanceof Value.Array array && array.values().size() == 1);
  }

  private void answer(Pending<?> call, Value answer, boolean wrapped) {
    if (Fault.isFault(answer)) {
      call.fail(Fault.read(WireReader.of(answer)));
    } else if (!wrapped) {
      call.succeed(answer);
    } else if (answer instanceof Value.Array array && array.values().size() == 1) {
      call.succeed(array.values().get(0));
    } else {
      throw new BadResponseException(
          new CallSite(caller.server(), NAME),
          "an answer to "
              + call.methodName()
              + " that is neither an array of one result nor a fault",
          null,
          "",
          null);
    }
  }

  private void callAlone(Pending<?> call) {
    try {
      call.succeed(caller.call(call.methodName(), call::writeParams, WireReader::readValue));
    } catch (ServerFaultException e) {
      call.fail(e);
    }
  }
}
