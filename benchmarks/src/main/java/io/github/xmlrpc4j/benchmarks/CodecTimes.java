package io.github.xmlrpc4j.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

/** The CPU time and the memory of each thing that one contender does with one payload. */
final class CodecTimes {
  private CodecTimes() {}

  /**
   * Takes the contender, the payload, and for each step the milliseconds to warm up and those for
   * which it is measured.
   */
  public static void main(String[] args) throws Exception {
    CodecContender contender = CodecContender.valueOf(args[0]);
    Payload payload = Payload.valueOf(args[1]);
    Duration warmUp = Duration.ofMillis(Long.parseLong(args[2]));
    Duration time = Duration.ofMillis(Long.parseLong(args[3]));
    for (Map.Entry<String, Callable<Object>> step : contender.steps(payload).entrySet()) {
      String work = step.getKey() + " " + payload.title();
      CpuTime spent = CpuTime.of(step.getValue(), warmUp, time);
      Rounds.print(contender.title(), work, "thread CPU us", spent.micros());
      Rounds.print(contender.title(), work, "allocated kB", spent.kilobytes());
    }
  }
}
