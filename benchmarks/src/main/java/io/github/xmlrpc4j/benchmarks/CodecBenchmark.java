package io.github.xmlrpc4j.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the contenders do with the payloads, each in processes of its own. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
  /** A contender and a payload. */
  @State(Scope.Thread)
  public static class Codecs {
    /** Who reads and writes. */
    @Param CodecContender contender = CodecContender.XMLRPC4J;

    /** What is read and written. */
    @Param Payload payload = Payload.SMALL;

    private Map<String, Callable<Object>> steps = Map.of();

    /** Takes what the contender does, which has been checked then. */
    @Setup
    public void prepare() throws Exception {
      steps = contender.steps(payload);
    }
  }

  /** Ours, by values or by Java types, and a payload. */
  @State(Scope.Thread)
  public static class Ours {
    /** How arguments and results are held. */
    @Param({"XMLRPC4J", "TYPED"})
    CodecContender contender = CodecContender.XMLRPC4J;

    /** What is sent and comes back. */
    @Param Payload payload = Payload.SMALL;

    private Map<String, Callable<Object>> steps = Map.of();

    /** Takes the calls, which have been checked then. */
    @Setup
    public void prepare() throws Exception {
      steps = contender.steps(payload);
    }
  }

  /** From bytes to a call. */
  @Benchmark
  public Object parse(Codecs codecs) throws Exception {
    return once(codecs.steps, "parse");
  }

  /** From a call to bytes. */
  @Benchmark
  public Object write(Codecs codecs) throws Exception {
    return once(codecs.steps, "write");
  }

  /** From the bytes of a request to those of the answer. */
  @Benchmark
  public Object dispatch(Ours ours) throws Exception {
    return once(ours.steps, "dispatch");
  }

  /** From the client's arguments to its result, without a network. */
  @Benchmark
  public Object call(Ours ours) throws Exception {
    return once(ours.steps, "client and server");
  }

  private static Object once(Map<String, Callable<Object>> steps, String name) throws Exception {
    return requireNonNull(steps.get(name)).call();
  }
}
