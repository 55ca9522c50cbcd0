package io.github.xmlrpc4j.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

/** The CPU time and the memory of each thing that one contender does with one payload. */
final class CodecTimes {
  /** How long the compilers take to be done with a step. */
  private static final Duration WARM_UP = Duration.ofMillis(2_500);

  private CodecTimes() {}

  /** Takes the contender, the payload, and the milliseconds for which each step is measured. */
  public static void main(String[] args) throws Exception {
    CodecContender contender = CodecContender.valueOf(args[0]);
    Payload payload = Payload.valueOf(args[1]);
    Duration time = Duration.ofMillis(Long.parseLong(args[2]));
    for (Map.Entry<String, Callable<Object>> step : contender.steps(payload).entrySet()) {
      String work = step.getKey() + " " + payload.title();
      CpuTime spent = CpuTime.of(step.getValue(), WARM_UP, time);
      Rounds.print(contender.title(), work, "thread CPU us", spent.micros());
      Rounds.print(contender.title(), work, "allocated kB", spent.kilobytes());
    }
  }
}
