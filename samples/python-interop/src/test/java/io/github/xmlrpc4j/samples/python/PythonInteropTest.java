package io.github.xmlrpc4j.samples.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PythonInteropTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @BeforeAll
  static void requirePython() throws InterruptedException {
    try {
      new ProcessBuilder("python3", "--version").start().waitFor();
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        fail("python3 is missing", e);
      }
      abort("python3 is missing");
    }
  }

  @Test
  void javaHearsWhatPythonAnswers() throws IOException {
    PythonInterop.javaCallsPython(out);

    assertThat(bytes).hasToString("Java hears: new brave world\n");
  }

  @Test
  void pythonHearsWhatJavaAnswers() throws IOException {
    PythonInterop.pythonCallsJava(out);

    assertThat(bytes)
        .hasToString(
            """
            Python hears: 5
            Python hears: params[0]: expected string, found int
            """);
  }
}
