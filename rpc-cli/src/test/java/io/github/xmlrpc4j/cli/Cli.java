package io.github.xmlrpc4j.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command line came to in this very process; that it is the same in one of its own is for
 * {@link JarTest}.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
record Cli(int status, String out, String err) {
  static Cli run(String... line) {
    return run("", false, line);
  }

  /** With a text on standard input. */
  static Cli reading(String in, String... line) {
    return run(in, false, line);
  }

  /** With both outputs on a terminal. */
  static Cli seen(String... line) {
    return run("", true, line);
  }

  /** With a text on standard input, and both outputs on a terminal. */
  static Cli seenReading(String in, String... line) {
    return run(in, true, line);
  }

  private static Cli run(String in, boolean seen, String... line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            seen,
            seen,
            seen);
    int status = XmlRpc.run(terminal, line);
    return new Cli(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
