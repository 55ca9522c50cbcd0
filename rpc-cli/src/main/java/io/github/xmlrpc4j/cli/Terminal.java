package io.github.xmlrpc4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command reads and writes, and whether a person sees it. Text is in UTF-8, whatever the
 * locale.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param outIsSeen whether standard output is a terminal
 * @param errIsSeen whether standard error is a terminal
 * @param colourful whether a terminal may be given colours
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsSeen,
    boolean errIsSeen,
    boolean colourful) {
  private static final String RESET = "\u001b[0m";

  /** Those of this process. The script tells which are terminals, since Java cannot. */
  static Terminal ofProcess() {
    String seen = System.getProperty("xmlrpc.terminals", "");
    Map<String, String> environment = System.getenv();
    return new Terminal(
        System.in,
        printer(FileDescriptor.out),
        printer(FileDescriptor.err),
        seen.contains("out"),
        seen.contains("err"),
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM")));
  }

  private static PrintStream printer(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  boolean colouredOut() {
    return outIsSeen && colourful;
  }

  boolean colouredErr() {
    return errIsSeen && colourful;
  }

  /** A line on standard error. */
  void complain(String command, String text) {
    err.println("xmlrpc " + command + ": " + Printable.of(text));
  }

  /** The text in a colour, which is a parameter of ANSI's sequence, as {@code 32} for green. */
  static String coloured(String colour, String text) {
    return "\u001b[" + colour + "m" + text + RESET;
  }
}
