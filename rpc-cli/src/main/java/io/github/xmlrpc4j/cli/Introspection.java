package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.client.BadResponseException;
import io.github.xmlrpc4j.client.MultiCall;
import io.github.xmlrpc4j.client.Pending;
import io.github.xmlrpc4j.client.ResultMismatchException;
import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server tells of itself, by whichever of the usual methods it has. */
final class Introspection {
  /** Two calls for each method, and servers that take at most a thousand. */
  private static final int BLOCK = 200;

  private static final String DESCRIBE = "system.describeMethods";

  private final ServerProxy proxy;

  Introspection(ServerProxy proxy) {
    this.proxy = proxy;
  }

  /**
   * The names of all methods, in the server's order.
   *
   * @throws ServerFaultException if the server does not tell
   */
  List<String> names() {
    if (!(proxy.call("system.listMethods") instanceof Value.Array names)) {
      throw new UsageException("the server's system.listMethods does not return an array");
    }
    return names.values().stream()
        .filter(Value.Str.class::isInstance)
        .map(name -> ((Value.Str) name).value())
        .toList();
  }

  /** What the server tells of some of its methods, in their order. */
  List<MethodNote> methods(List<String> names, List<String> all) {
    Map<String, MethodNote> described =
        all.contains(DESCRIBE) ? EpiDescription.read(answer(DESCRIBE)) : Map.of();
    List<String> others = names.stream().filter(name -> !described.containsKey(name)).toList();
    Map<String, MethodNote> asked = ask(others);
    return names.stream()
        .map(name -> described.getOrDefault(name, asked.get(name)))
        .map(note -> note == null ? new MethodNote("", List.of(), "") : note)
        .toList();
  }

  private Map<String, MethodNote> ask(List<String> names) {
    MultiCall batch = proxy.multicall().splitAt(BLOCK).fallBack();
    List<Pending<Value>> signatures = new ArrayList<>();
    List<Pending<Value>> helps = new ArrayList<>();
    for (String name : names) {
      signatures.add(batch.add("system.methodSignature", name));
      helps.add(batch.add("system.methodHelp", name));
    }
    boolean sent = isSent(batch);
    Map<String, MethodNote> notes = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Value signature = sent ? answer(signatures.get(i)) : answer("system.methodSignature", name);
      Value help = sent ? answer(helps.get(i)) : answer("system.methodHelp", name);
      notes.put(
          name,
          new MethodNote(
              name,
              signature == null ? List.of() : SignatureNote.allOf(signature),
              help instanceof Value.Str text ? text.value().strip() : ""));
    }
    return notes;
  }

  /**
   * Whether the batch was answered as one. Some servers answer with one fault when a single call of
   * it would be one, and some with what is no answer to a batch.
   */
  private static boolean isSent(MultiCall batch) {
    try {
      batch.send();
      return true;
    } catch (ServerFaultException | ResultMismatchException | BadResponseException e) {
      return false;
    }
  }

  private static @Nullable Value answer(Pending<Value> call) {
    try {
      return call.get();
    } catch (ServerFaultException e) {
      return null;
    }
  }

  private @Nullable Value answer(String methodName, Object... arguments) {
    try {
      return proxy.call(methodName, arguments);
    } catch (ServerFaultException e) {
      return null;
    }
  }
}
