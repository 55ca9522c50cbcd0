package io.github.xmlrpc4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The {@code xmlrpc.client.loads} of the machine's Python: one process for all cases. */
final class CPythonPeer {
  private static final int MOST_SECONDS = 60;
  private static final String ERROR = "error ";

  private CPythonPeer() {}

  /** The answers, or null where there is no Python. */
  static @Nullable Peer read(List<ConformanceCase> cases) throws IOException, InterruptedException {
    Path program = Files.createTempFile("loads", ".py");
    Path questions = Files.createTempFile("loads", ".in");
    Path answers = Files.createTempFile("loads", ".out");
    try (InputStream code = CPythonPeer.class.getResourceAsStream("/loads.py")) {
      Files.write(program, code.readAllBytes());
      Files.write(questions, cases.stream().map(CPythonPeer::question).toList());
      Process python = start(program, questions, answers);
      return python == null ? null : peer(python, answers);
    } finally {
      Files.delete(program);
      Files.delete(questions);
      Files.delete(answers);
    }
  }

  private static String question(ConformanceCase one) {
    return (one.isCall() ? "call " : "response ")
        + Base64.getEncoder().encodeToString(one.document());
  }

  private static @Nullable Process start(Path program, Path questions, Path answers) {
    try {
      return new ProcessBuilder("python3", program.toString())
          .redirectInput(questions.toFile())
          .redirectOutput(answers.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      assertThat(System.getenv("CI")).as("python3 is missing, and CI is").isNotEqualTo("true");
      return null;
    }
  }

  private static Peer peer(Process python, Path answers) throws IOException, InterruptedException {
    if (!python.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      python.destroyForcibly();
      throw new AssertionError("python3 is not done after " + MOST_SECONDS + " s");
    }
    List<String> lines = Files.readAllLines(answers);
    assertThat(python.exitValue()).as("python3's exit; it wrote %s", lines).isZero();
    return new Peer(lines.get(0), lines.stream().skip(1).map(CPythonPeer::answer).toList());
  }

  private static Peer.Answer answer(String line) {
    return line.startsWith(ERROR)
        ? new Peer.Answer(null, line.substring(ERROR.length()))
        : new Peer.Answer(line, null);
  }
}
