package io.github.xmlrpc4j.server;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.contract.Signature;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Codecs;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code system.multicall}: many calls in one request, after Eric Kidd's proposal
 * (http://mirrors.talideon.com/articles/multicall.html). Each call answers with an array of its
 * result, or with a fault's struct; what goes wrong with one is that one's fault alone.
 */
final class Multicall {
  private static final String NAME = "system.multicall";

  /** What became of one call: its fault, or its result with the method that can write it. */
  private record Outcome(
      CallContext context,
      @Nullable Fault fault,
      @Nullable BoundMethod method,
      @Nullable Object result) {}

  private final Map<String, BoundMethod> methods;
  private final Dispatcher dispatcher;
  private final Limits limits;

  /**
   * Creates the method.
   *
   * @param methods the table of the methods to call, which may grow until the first call
   */
  Multicall(Map<String, BoundMethod> methods, Dispatcher dispatcher, Limits limits) {
    this.methods = methods;
    this.dispatcher = dispatcher;
    this.limits = limits;
  }

  BoundMethod method() {
    return new BoundMethod(
        NAME,
        "Makes many calls at once. Takes an array of structs with methodName and params, and"
            + " returns an array with, for each, an array of its one result, or a struct with"
            + " faultCode and faultString.",
        List.of(Signature.of(Kind.ARRAY, Kind.ARRAY)),
        List.of(Codecs.standard().of(Value.Array.class)),
        null,
        new Outcomes(),
        false,
        this::callAll);
  }

  private Object callAll(@Nullable Object[] arguments, CallContext context) {
    List<Value> calls = ((Value.Array) requireNonNull(arguments[0])).values();
    if (calls.size() > limits.maxCalls()) {
      throw new FaultException(
          new LimitExceededException(
                  calls.size() + " calls in one " + NAME,
                  "maxCalls",
                  limits.maxCalls(),
                  "params[0]")
              .toFault());
    }
    List<Outcome> outcomes = new ArrayList<>(calls.size());
    for (Value call : calls) {
      outcomes.add(call(call, context.caller()));
    }
    return outcomes;
  }

  private Outcome call(Value call, Caller caller) {
    CallContext context = new CallContext(name(call), caller, true);
    BoundMethod method = methods.get(context.methodName());
    @Nullable Object[] result = new @Nullable Object[1];
    Dispatcher.Progress progress = new Dispatcher.Progress(Dispatcher.Phase.READING, context);
    Fault fault =
        dispatcher.attempt(
            progress,
            now -> {
              List<Value> params = params(call);
              if (method == null) {
                throw EndpointCall.notFound(context.methodName());
              }
              if (method.takesStream() || method.givesStream()) {
                throw noCall(
                    context.methodName() + " takes or gives a stream; call it outside " + NAME);
              }
              @Nullable Object[] arguments = method.readArguments(new Elements(params));
              now.enter(Dispatcher.Phase.RUNNING);
              result[0] = dispatcher.invoke(method, arguments, context);
            });
    return new Outcome(context, fault, method, result[0]);
  }

  private static String name(Value call) {
    return call instanceof Value.Struct struct && struct.get("methodName") instanceof Value.Str name
        ? name.value()
        : "";
  }

  /** The parameters of an element, none where it has no params; or why it is no call. */
  private static List<Value> params(Value call) {
    if (!(call instanceof Value.Struct struct)) {
      throw noCall("a call is a struct with methodName and params, not " + call.kind().typeName());
    }
    if (!(struct.get("methodName") instanceof Value.Str name)) {
      throw noCall("a call's methodName is a string");
    }
    if (name.value().equals(NAME)) {
      throw noCall(NAME + " cannot be called inside itself");
    }
    Value params = struct.get("params");
    if (params == null) {
      return List.of();
    }
    if (!(params instanceof Value.Array array)) {
      throw noCall("a call's params are an array, not " + params.kind().typeName());
    }
    return array.values();
  }

  private static FaultException noCall(String problem) {
    return new FaultException(FaultCodes.NOT_XML_RPC, problem);
  }

  /** The parameters of one call of the batch. */
  private static final class Elements implements BoundMethod.Params {
    private final Iterator<Value> values;
    private int index;

    Elements(List<Value> values) {
      this.values = values.iterator();
    }

    @Override
    public @Nullable WireReader next() {
      return values.hasNext() ? WireReader.ofParam(values.next(), index++) : null;
    }
  }

  /** Writes the outcomes; a result that cannot be written becomes its call's fault. */
  private final class Outcomes implements Codec<List<Outcome>> {
    @Override
    public Kind kind() {
      return Kind.ARRAY;
    }

    @Override
    public List<Outcome> read(WireReader in) {
      throw new UnsupportedOperationException("outcomes are written, never read");
    }

    @Override
    public void write(WireWriter out, List<Outcome> outcomes) {
      out.beginArray();
      for (Outcome outcome : outcomes) {
        write(out, outcome);
      }
      out.endArray();
    }

    private void write(WireWriter out, Outcome outcome) {
      WireWriter.Mark mark = out.mark();
      Fault failed =
          dispatcher.attempt(
              new Dispatcher.Progress(Dispatcher.Phase.WRITING, outcome.context),
              now -> writeOutcome(out, outcome));
      if (failed != null) {
        out.reset(mark);
        out.writeFault(failed);
      }
    }

    private void writeOutcome(WireWriter out, Outcome outcome) {
      if (outcome.fault != null) {
        out.writeFault(outcome.fault);
        return;
      }
      out.beginArray();
      requireNonNull(outcome.method).writeResult(out, outcome.result);
      out.endArray();
    }
  }
}
