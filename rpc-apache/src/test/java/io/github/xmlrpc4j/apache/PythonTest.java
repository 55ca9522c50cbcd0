package io.github.xmlrpc4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old handlers on our server, called by the python3 of this machine. */
@Timeout(120)
final class PythonTest {
  private static final List<String> SEEN =
      List.of(
          "Integer 7",
          "Integer -2147483648",
          "Boolean true",
          "String ",
          "String  Zoë & <b> ]]> \uD83D\uDE00",
          "",
          "Double 1.5",
          "Double -1.0E-7",
          "Double 1.0E10",
          "Date 1998-07-17T12:08:55Z",
          "bytes ",
          "bytes 00ff",
          "[]",
          "[Integer 1, [String two, [Double 3.0]]]",
          "{}",
          "{={x <y>=Integer 1}, name=String Zoë, tags=[String a]}");

  private static final List<String> REST =
      List.of(
          "17 no user <Zoë> & no \"one\"",
          "-32601 there is no method \"nobody\"; system.listMethods tells which there are",
          "-32500 the call failed unexpectedly; the server's log tells why",
          "['Integer 1', 1]",
          "17",
          "['break', 'echo', 'fail', 'system.getCapabilities', 'system.listMethods',"
              + " 'system.methodHelp', 'system.methodSignature', 'system.multicall', 'types']");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itCallsThemWithEveryValueThatItKnows(boolean extensions) throws Exception {
    List<String> expected = new ArrayList<>(SEEN);
    if (extensions) {
      expected.addAll(List.of("null", "[null, {nothing=null}]"));
    }
    expected.addAll(REST);
    try (Host.Running server = Host.RPC_SERVER.start(Calls::handler, Host.config(extensions))) {
      assertThat(run(server.uri(), extensions)).containsExactlyElementsOf(expected);
    }
  }

  private List<String> run(Object... arguments) throws Exception {
    Path script = Path.of(PythonTest.class.getResource("/python/apache_handlers.py").toURI());
    Path output = folder.resolve("output");
    List<String> command = new ArrayList<>(List.of("python3", "-B", "-X", "utf8", "" + script));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = start(new ProcessBuilder(command).redirectOutput(output.toFile()));
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.exitValue()).as(errors).isZero();
      return Files.readAllLines(output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(ProcessBuilder python) {
    try {
      return python.start();
    } catch (IOException e) {
      String missing = "python3 is missing, so it called nothing";
      if ("true".equals(System.getenv("CI"))) {
        return fail(missing, e);
      }
      return abort(missing);
    }
  }
}
