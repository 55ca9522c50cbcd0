package io.github.xmlrpc4j.benchmarks;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of JMH and prints each measured iteration as a line {@code contender work
 * metric value}. What JMH itself has to say goes to the standard error.
 */
final class JmhRounds {
  private JmhRounds() {}

  /** Takes the options of JMH. */
  public static void main(String[] args) throws Exception {
    CommandLineOptions options = new CommandLineOptions(args);
    Runner runner =
        new Runner(
            options, OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL));
    for (RunResult result : runner.run()) {
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          print(result.getParams(), iteration.getPrimaryResult().getScore());
        }
      }
    }
  }

  private static void print(BenchmarkParams params, double micros) {
    String method = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    String step = method.equals("call") ? "client and server" : method;
    Rounds.print(
        CodecContender.valueOf(params.getParam("contender")).title(),
        step + " " + Payload.valueOf(params.getParam("payload")).title(),
        "JMH us",
        micros);
  }
}
