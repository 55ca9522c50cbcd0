package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** CPython's own {@code xmlrpc.client}, asked line by line. */
final class Python {
  private static final String PROGRAM =
      """
      import base64, datetime, sys
      from xmlrpc.client import Binary, DateTime, Fault, dumps, loads
      def ask(line):
      %s
      for line in sys.stdin.read().splitlines():
          print(base64.b64encode(ask(base64.b64decode(line))).decode())
      """;

  private Python() {}

  /**
   * What a Python function answers to each question, in one process. Where there is no Python the
   * test is skipped, but not in continuous integration, which has to have it.
   *
   * @param body the function's body: from the bytes {@code line} to bytes
   */
  static List<byte[]> ask(String body, List<byte[]> questions) {
    try {
      Path program = Files.createTempFile("ask", ".py");
      Path input = Files.createTempFile("ask", ".txt");
      try {
        Files.writeString(program, PROGRAM.formatted(body.indent(4)));
        Files.write(input, questions.stream().map(Base64.getEncoder()::encodeToString).toList());
        return run(program, input);
      } finally {
        Files.delete(program);
        Files.delete(input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> run(Path program, Path input) throws IOException {
    Process process = start(program, input);
    List<byte[]> answers = new ArrayList<>();
    String output = Wire.text(process.getInputStream().readAllBytes());
    try {
      output.lines().forEach(line -> answers.add(Base64.getDecoder().decode(line)));
    } catch (IllegalArgumentException e) {
      throw new AssertionError(output, e);
    }
    return answers;
  }

  private static Process start(Path program, Path input) {
    ProcessBuilder python =
        new ProcessBuilder("python3", program.toString())
            .redirectErrorStream(true)
            .redirectInput(input.toFile());
    try {
      return python.start();
    } catch (IOException e) {
      assertThat(System.getenv("CI")).as("python3 is missing, and CI is").isNotEqualTo("true");
      assumeTrue(false, "python3 is missing");
      throw new UncheckedIOException(e);
    }
  }
}
