package io.github.xmlrpc4j.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The code that the page writes, run by what it is written for. */
@ExtendWith(Chromium.class)
final class CodeTest {
  /** What quoting has to do with, in each of the languages. */
  private static final String NASTY = "it's \"q\" $(touch x) `y` \\ %s {z} é \uD83D\uDE00 <&>";

  private final List<List<Value>> received = new CopyOnWriteArrayList<>();
  private final Browser browser;
  private final RpcServer server =
      RpcServer.builder()
          .method("take.all", this::take)
          .method("take it's", this::take)
          .dialect(Dialect.LENIENT.writing(Extension.I8, Extension.NIL))
          .start();

  @TempDir private Path folder;

  CodeTest(Browser browser) {
    this.browser = browser;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Value take(List<Value> params, Object context) {
    received.add(params);
    return Value.of("taken");
  }

  @Test
  void theCommandOfCurlMakesTheCall() throws Exception {
    assertThat(run("curl", "bash", "-c", written("take.all", "curl"))).contains(">taken<");
  }

  @Test
  void theScriptOfPythonMakesTheCall() throws Exception {
    assertThat(run("python3", "python3", "-B", "-c", written("take.all", "Python")))
        .isEqualTo("taken\n");
  }

  @Test
  void theProgramOfJavaMakesTheCall() throws Exception {
    Path source = folder.resolve("Call.java");
    Files.writeString(source, written("take.all", "Java"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    assertThat(
            run(
                "java",
                java,
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString()))
        .contains("taken");
  }

  @Test
  void aNameThatIsNoneInPythonIsNamedByText() throws Exception {
    assertThat(run("python3", "python3", "-B", "-c", written("take it's", "Python")))
        .isEqualTo("taken\n");
  }

  @Test
  void theCodeIsCopied() {
    try (Visit visit = Visit.to(browser, server.port())) {
      visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Locator form = visit.open("system.listMethods");
      Visit.press(form, "Code");
      visit.button("Copy the code").click();
      visit.page().getByText("Copied").first().waitFor();

      assertThat(visit.page().evaluate("() => navigator.clipboard.readText()"))
          .isEqualTo(
              """
              curl -H 'Content-Type: text/xml' 'http://127.0.0.1:%d/RPC2' --data-binary '<methodCall>
              <methodName>system.listMethods</methodName>
              <params>
              </params>
              </methodCall>
              '
              """
                  .formatted(server.port()));
    }
  }

  /** The code in a language for a call with a value of each type; checks what then arrives. */
  private String written(String function, String language) {
    try (Visit visit = Visit.to(browser, server.port())) {
      Locator form = visit.open(function);
      Visit.press(form, "Add a parameter");
      Visit.give(
          form,
          1,
          "array",
          "[-7, 12345678901, -0.5, 3.0, true, date('2026-11-21T12:34:56'), base64('AAH/'), null,"
              + " [], {}, {\"it's\": [1]}, "
              + quoted(NASTY)
              + "]");
      Visit.press(form, "Code");
      Visit.press(form, language);
      return Visit.wire(form, "Code");
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private String run(String tool, String... command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s is done", tool).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(output, UTF_8);
    assertThat(process.exitValue()).as(printed).isZero();
    assertThat(received).as(printed).containsExactly(List.of(expected()));
    assertThat(folder.resolve("x")).doesNotExist();
    return printed;
  }

  private static Value expected() {
    return Value.Array.of(
        Value.of(-7),
        Value.of(12345678901L),
        Value.of(-0.5),
        Value.of(3.0),
        Value.of(true),
        Value.Time.of(LocalDateTime.parse("2026-11-21T12:34:56")),
        Value.Bytes.of((byte) 0, (byte) 1, (byte) 0xFF),
        Value.nil(),
        Value.Array.of(),
        Value.Struct.empty(),
        Value.Struct.empty().with("it's", Value.Array.of(Value.of(1))),
        Value.of(NASTY));
  }
}
