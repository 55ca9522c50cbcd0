package io.github.xmlrpc4j.cli;

/**
 * The command {@code xmlrpc}.
 *
 * <p>Exit status: 0 done, 1 the server answered with a fault, 2 wrong use or something that the
 * machine does not give, 3 no answer.
 */
public final class XmlRpc {
  private XmlRpc() {}

  /** Runs the command and ends the program with its exit status. */
  public static void main(String[] args) {
    System.exit(run(Terminal.ofProcess(), args));
  }

  static int run(Terminal terminal, String... line) {
    Call call = Call.plain(terminal, line);
    if (call != null) {
      return ExitStatus.of(terminal, Call.NAME, call);
    }
    Serve serve = Serve.plain(terminal, line);
    if (serve != null) {
      return ExitStatus.of(terminal, Serve.NAME, serve);
    }
    return line.length == 1 && line[0].equals(Rehearsal.NAME)
        ? Rehearsal.run()
        : Commands.run(terminal, line);
  }
}
