package io.github.xmlrpc4j.server.page;

import io.github.xmlrpc4j.server.Caller;
import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions of an endpoint as one caller is told of them by {@code system.listMethods}, {@code
 * system.methodSignature} and {@code system.methodHelp}. It is asked for by real calls, so that
 * interceptors have their say and nobody reads here what they may not ask for.
 *
 * @param functions the functions, those of the server itself behind the others
 * @param refusal why the caller is not told, or null
 */
public record Catalog(List<Function> functions, @Nullable String refusal) {
  /**
   * A function.
   *
   * @param name its name on the wire
   * @param signatures the names of types, the result's first; none where the types are open
   * @param help what it does, or an empty string
   */
  public record Function(String name, List<List<String>> signatures, String help) {
    /** Copies the signatures. */
    public Function {
      signatures = signatures.stream().map(List::copyOf).toList();
    }

    /** Whether this is a function by which the server tells of itself. */
    boolean ofTheServer() {
      return name.startsWith("system.");
    }
  }

  /** Copies the functions. */
  public Catalog {
    functions = List.copyOf(functions);
  }

  /** Asks an endpoint on behalf of a caller. */
  public static Catalog of(Endpoint endpoint, Caller caller) {
    try {
      List<Function> own = new ArrayList<>();
      List<Function> ofTheServer = new ArrayList<>();
      for (Value name : (Value.Array) ask(endpoint, caller, "system.listMethods")) {
        Function function = function(endpoint, caller, ((Value.Str) name).value());
        (function.ofTheServer() ? ofTheServer : own).add(function);
      }
      own.addAll(ofTheServer);
      return new Catalog(own, null);
    } catch (FaultException e) {
      return new Catalog(List.of(), "system.listMethods: " + e.getMessage());
    }
  }

  private static Function function(Endpoint endpoint, Caller caller, String name) {
    Value help = orNothing(endpoint, caller, "system.methodHelp", name);
    return new Function(
        name,
        signatures(orNothing(endpoint, caller, "system.methodSignature", name)),
        help instanceof Value.Str text ? text.value() : "");
  }

  private static List<List<String>> signatures(Value told) {
    List<List<String>> signatures = new ArrayList<>();
    if (told instanceof Value.Array array) {
      for (Value signature : array) {
        signatures.add(
            ((Value.Array) signature)
                .values().stream().map(type -> ((Value.Str) type).value()).toList());
      }
    }
    return signatures;
  }

  /** What is told of one function, or nil where this caller may not ask for it. */
  private static Value orNothing(Endpoint endpoint, Caller caller, String method, String name) {
    try {
      return ask(endpoint, caller, method, Value.of(name));
    } catch (FaultException e) {
      return Value.Nil.NIL;
    }
  }

  private static Value ask(Endpoint endpoint, Caller caller, String method, Value... params) {
    ByteBuffer call = ByteBuffer.wrap(MethodCall.of(method, params).write());
    ByteBuffer response = endpoint.handle(call, null, caller);
    return MethodResponse.read(DocumentReader.of(response, null, Dialect.LENIENT, Limits.DEFAULT))
        .orElseThrow();
  }
}
