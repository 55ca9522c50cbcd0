package io.github.xmlrpc4j.samples.curl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts, each run as its reader would. */
final class CurlSamplesTest {
  private static final int SECONDS = 60;

  private final RpcServer server =
      RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start();

  @TempDir private Path folder;

  @BeforeAll
  static void requireCurl() {
    boolean found =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "curl")));
    if (!"true".equals(System.getenv("CI"))) {
      Assumptions.assumeTrue(found, "curl is missing, so none of its samples was run");
    }
    assertThat(found).as("curl").isTrue();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void itAddsStrings() throws Exception {
    assertThat(result("addtogether.sh")).isEqualTo(Value.of("xyz"));
  }

  @Test
  void itSolvesAnEquation() throws Exception {
    assertThat(result("quadratic.sh")).isEqualTo(Value.Array.of(Value.of(0.0), Value.of(8.0)));
  }

  @Test
  void aFaultIsPrintedAndIsTheExitStatus() throws Exception {
    assertThat(run(1, "fault.sh")).contains("<value><string>division by zero</string></value>");
  }

  @Test
  void itListsTheFunctions() throws Exception {
    assertThat(run(0, "introspection.sh").lines())
        .startsWith("add", "addTogether", "addtogether", "divide")
        .endsWith("system.multicall");
  }

  @Test
  void itMakesTwoCallsInOneRequest() throws Exception {
    assertThat(result("multicall.sh"))
        .isEqualTo(
            Value.Array.of(
                Value.Array.of(Value.of(3)),
                Value.Struct.empty()
                    .with("faultCode", Value.of(-32500))
                    .with("faultString", Value.of("division by zero"))));
  }

  @Test
  void itSendsACompressedRequest() throws Exception {
    assertThat(result("gzip.sh")).isEqualTo(Value.of("xyz"));
  }

  @Test
  void itReplaysACapturedRequest() throws Exception {
    assertThat(run(0, "raw.sh").replaceAll("Date: .*", "Date: ..."))
        .isEqualTo(
            """
            HTTP/1.1 200 OK\r
            Date: ...\r
            Content-Type: text/xml\r
            Content-Length: 129\r
            \r
            <?xml version='1.0'?>
            <methodResponse>
            <params>
            <param>
            <value><string>xyz</string></value>
            </param>
            </params>
            </methodResponse>
            """);
  }

  @Test
  void itShowsBothHeads() throws Exception {
    assertThat(run(0, "wire.sh"))
        .contains(
            "> POST /RPC2 HTTP/1.1", "> Content-Length: 258", "< HTTP/1.1 200 OK", "<string>xyz<");
  }

  private Value result(String script) throws Exception {
    return MethodResponse.read(run(0, script).getBytes(UTF_8)).orElseThrow();
  }

  /** What a script prints, on both streams. */
  private String run(int expectedStatus, String script) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder("./" + script, server.uri().toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("done").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(output);
    assertThat(process.exitValue()).as(printed).isEqualTo(expectedStatus);
    return printed;
  }
}
