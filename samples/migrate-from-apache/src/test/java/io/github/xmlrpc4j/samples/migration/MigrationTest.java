package io.github.xmlrpc4j.samples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MigrationTest {
  private static final String ANSWERS = "10\n2 remainder 1\n42: division by zero\n";

  @FunctionalInterface
  private interface Program {
    void run(PrintStream out) throws Exception;
  }

  @Test
  void theProgramSaysTheSameBeforeAndAfterAndThenOneLineMore() throws Exception {
    assertThat(output(Before::run)).isEqualTo(ANSWERS);
    assertThat(output(After::run)).isEqualTo(ANSWERS + "Ratio[quotient=2, remainder=1]\n");
  }

  private static String output(Program program) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    program.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
