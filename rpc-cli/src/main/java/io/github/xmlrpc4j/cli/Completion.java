package io.github.xmlrpc4j.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints what makes a shell complete this command's words. */
@Command(
    name = "completion",
    description = "Prints what makes bash and zsh complete commands and options.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: xmlrpc completion > ~/.xmlrpc-completion",
      "and in ~/.bashrc: source ~/.xmlrpc-completion"
    })
final class Completion implements Callable<Integer> {
  private final Terminal terminal;

  Completion(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(AutoComplete.bash("xmlrpc", Commands.all(terminal)));
    return ExitStatus.DONE;
  }
}
