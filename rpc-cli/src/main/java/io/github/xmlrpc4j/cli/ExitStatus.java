package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.client.CallException;
import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.WireException;
import java.util.concurrent.Callable;

/** The numbers with which the program ends. */
final class ExitStatus {
  /** What was asked for is done. */
  static final int DONE = 0;

  /** The server answered with a fault; of {@code lint}: a document is refused. */
  static final int FAULT = 1;

  /** The command was used wrongly, or the machine does not give what it needs. */
  static final int USAGE = 2;

  /** There was no answer, or none that can be understood. */
  static final int NO_ANSWER = 3;

  private ExitStatus() {}

  /** Does a command's work; what comes of it is told, and its status returned. */
  static int of(Terminal terminal, String command, Callable<Integer> work) {
    try {
      return work.call();
    } catch (Exception e) {
      return told(terminal, command, e);
    }
  }

  /** Tells why a command came to nothing, and returns the status that says so. */
  static int told(Terminal terminal, String command, Exception failure) {
    if (failure instanceof ServerFaultException fault) {
      terminal.complain(command, words(fault.fault()));
      return FAULT;
    }
    if (failure instanceof CallException) {
      terminal.complain(command, String.valueOf(failure.getMessage()));
      return NO_ANSWER;
    }
    if (failure instanceof UsageException || failure instanceof WireException) {
      terminal.complain(command, String.valueOf(failure.getMessage()));
      return USAGE;
    }
    terminal.complain(command, "this should not have happened; please report it");
    failure.printStackTrace(terminal.err());
    return NO_ANSWER;
  }

  /** A fault in one line: code, text, and the further members if there are any. */
  static String words(Fault fault) {
    String members =
        fault.members().members().isEmpty() ? "" : " " + JsonOutput.PLAIN.of(fault.members());
    return "fault " + fault.code() + ": " + fault.text() + members;
  }
}
