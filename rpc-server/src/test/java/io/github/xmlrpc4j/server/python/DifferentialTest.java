package io.github.xmlrpc4j.server.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Thousands of calls by chance of every built-in function, answered by our server and by Python's
 * {@code SimpleXMLRPCServer} with the documents' functions: value, type, and whether it is a fault.
 * The roots of {@code quadratic.roots}, which Python's server does not have, are compared with
 * those of integers of thousands of bits.
 */
final class DifferentialTest {
  private static final int SEED = 20_160_118;
  private static final int CALLS = 2_200;

  /** Each way in which an answer may differ, which the script tells as narrowly as can be. */
  private static final Map<String, String> ALLOWED =
      Map.of(
          "set-order",
          "quadratic gives the minus root first; Python puts both into a set, which has no order",
          "not-finite",
          "Python writes inf and nan as doubles, which the specification does not have; we refuse",
          "carriage-return",
          "Python writes a CR as it is, and whoever parses that reads an LF; we write &#13;",
          "date-extension",
          "Python's dates are any text; we write no fraction and no zone unless the dialect does",
          "count-over-64-bits",
          "Python repeats nothing at all, or less than no times, only by a count of 64 bits");

  private static final Pattern CALLED =
      Pattern.compile("^calls (\\S+) total=(\\d+) values=(\\d+) faults=(\\d+)$", Pattern.MULTILINE);

  private static final Pattern USED = Pattern.compile("^allowed (\\S+) \\d+$", Pattern.MULTILINE);

  @Test
  void everyFunctionAnswersAsPythonDoesButForWhatIsAllowed() {
    List<String> lines = compare();

    lines.forEach(System.out::println);
    assertThat(lines).filteredOn(line -> line.startsWith("difference ")).isEmpty();
    List<MatchResult> called = matches(CALLED, lines);
    assertThat(called)
        .extracting(function -> function.group(1))
        .containsExactly(
            "addtogether", "quadratic", "add", "subtract", "multiply", "divide", "quadratic.roots");
    assertThat(called)
        .allSatisfy(
            function -> {
              assertThat(Integer.parseInt(function.group(2))).isEqualTo(CALLS);
              assertThat(Integer.parseInt(function.group(3))).as("values").isGreaterThan(1_000);
              assertThat(Integer.parseInt(function.group(4))).as("faults").isGreaterThan(300);
            });
    assertThat(matches(USED, lines))
        .extracting(allowance -> allowance.group(1))
        .containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
  }

  private static List<MatchResult> matches(Pattern line, List<String> lines) {
    return line.matcher(String.join("\n", lines)).results().collect(Collectors.toList());
  }

  private static List<String> compare() {
    try (RpcServer ours =
            RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start();
        Python theirs = Python.start("reference_server.py")) {
      URI uri = ours.uri();
      return Python.run(
          "differential.py",
          uri.getHost() + ":" + uri.getPort(),
          "127.0.0.1:" + theirs.readLine(),
          SEED,
          CALLS);
    }
  }
}
