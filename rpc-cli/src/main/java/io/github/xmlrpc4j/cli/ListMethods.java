package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.client.ServerProxy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the methods of a server. */
@Command(
    name = "list",
    description = "Lists the methods of a server, one on a line.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: xmlrpc list http://127.0.0.1:7001"})
final class ListMethods implements Callable<Integer> {
  static final String NAME = "list";

  private final Terminal terminal;

  @Parameters(paramLabel = "URL", description = "The server; /RPC2 if it has no path.")
  private String url = "";

  @Mixin private ServerOptions server = new ServerOptions();

  ListMethods(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (ServerProxy proxy = server.open(terminal, NAME, url)) {
      new Introspection(proxy)
          .names()
          .forEach(name -> terminal.out().println(Printable.line(name)));
    }
    return ExitStatus.DONE;
  }
}
