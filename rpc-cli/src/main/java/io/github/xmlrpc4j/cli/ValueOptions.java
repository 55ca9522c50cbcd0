package io.github.xmlrpc4j.cli;

import picocli.CommandLine.Option;

/** How JSON and XML-RPC's values become each other: the options of all commands that call. */
final class ValueOptions {
  @Option(names = "--i8", description = "Lets integers outside 32 bits be sent as i8.")
  private boolean longs;

  @Option(names = "--nil", description = "Lets null be sent as nil.")
  private boolean nils;

  @Option(
      names = "--typed",
      description = "Prints values that JSON lacks with their types, as call and batch read them.")
  private boolean typed;

  JsonInput input() {
    return new JsonInput(longs, nils);
  }

  /** Results, one on a line. */
  JsonOutput lines() {
    return new JsonOutput(typed, false, false);
  }

  /** One result, for a person where there is one. */
  JsonOutput output(Terminal terminal) {
    return new JsonOutput(typed, terminal.outIsSeen(), terminal.colouredOut());
  }
}
