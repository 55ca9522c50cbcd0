package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.server.Caller;
import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * What a call costs against the number of methods that are served, and an element of a multicall
 * against the number of elements; without a network.
 */
final class TableSizes {
  private static final int[] METHODS = {10, 100, 1_000, 10_000};
  private static final int[] ELEMENTS = {1, 10, 100, 1_000, 10_000};

  private TableSizes() {}

  /** Takes the number of rounds, and the milliseconds for each figure. */
  public static void main(String[] args) throws Exception {
    Duration time = Duration.ofMillis(Long.parseLong(args[1]));
    Map<Integer, Callable<Object>> calls = new LinkedHashMap<>();
    for (int methods : METHODS) {
      calls.put(methods, step(endpoint(methods), call(methods - 1), Value.of(7)));
    }
    Endpoint endpoint = endpoint(10);
    Map<Integer, Callable<Object>> batches = new LinkedHashMap<>();
    for (int elements : ELEMENTS) {
      Value each = Value.Array.of(Value.of(7));
      Value results = new Value.Array(Collections.nCopies(elements, each));
      batches.put(elements, step(endpoint, multicall(elements), results));
    }
    // One round goes before them to warm up.
    for (int round = 0; round <= Integer.parseInt(args[0]); round++) {
      for (Map.Entry<Integer, Callable<Object>> call : calls.entrySet()) {
        double micros = CpuTime.of(call.getValue(), time, time).micros();
        print(round, call.getKey() + " methods", "call of one of them", "thread CPU us", micros);
      }
      for (Map.Entry<Integer, Callable<Object>> batch : batches.entrySet()) {
        double micros = CpuTime.of(batch.getValue(), time, time).micros() / batch.getKey();
        print(round, batch.getKey() + " elements", "multicall", "thread CPU us a call", micros);
      }
    }
  }

  private static void print(int round, String size, String work, String metric, double value) {
    if (round > 0) {
      Rounds.print("xmlrpc4j, " + size, work, metric, value);
    }
  }

  private static Endpoint endpoint(int methods) {
    Endpoint.Builder builder =
        Endpoint.builder().limits(Limits.DEFAULT.withMaxCalls(ELEMENTS[ELEMENTS.length - 1]));
    IntStream.range(0, methods)
        .mapToObj(i -> MethodDefinition.of("method" + i, int.class, int.class, number -> number))
        .forEach(builder::method);
    return builder.build();
  }

  private static MethodCall call(int method) {
    return MethodCall.of("method" + method, Value.of(7));
  }

  private static MethodCall multicall(int elements) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("methodName", Value.of("method7"));
    members.put("params", Value.Array.of(Value.of(7)));
    List<Value> calls = Collections.nCopies(elements, new Value.Struct(members));
    return MethodCall.of("system.multicall", new Value.Array(calls));
  }

  private static Callable<Object> step(Endpoint endpoint, MethodCall call, Value result) {
    byte[] document = call.write();
    if (!MethodResponse.read(endpoint.handle(document)).orElseThrow().equals(result)) {
      throw new IllegalStateException("another answer");
    }
    return () -> endpoint.handle(ByteBuffer.wrap(document), null, Caller.LOCAL);
  }
}
