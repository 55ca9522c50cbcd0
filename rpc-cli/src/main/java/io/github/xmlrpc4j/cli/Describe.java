package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.client.ServerProxy;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells how methods are called and what they do. */
@Command(
    name = "describe",
    description = "Tells how methods are called and what they do, as their server tells it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Where a server does not tell the types, they are shown as (...).",
      "",
      "Example: xmlrpc describe http://127.0.0.1:7001 divide"
    })
final class Describe implements Callable<Integer> {
  static final String NAME = "describe";

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "URL", description = "The server; /RPC2 if it has no path.")
  private String url = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "METHOD",
      description = "The method; all if there is none.")
  private @Nullable String method;

  @Mixin private ServerOptions server = new ServerOptions();

  Describe(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (ServerProxy proxy = server.open(terminal, NAME, url)) {
      Introspection introspection = new Introspection(proxy);
      List<String> all = introspection.names();
      List<String> names = all;
      if (method != null) {
        if (!all.contains(method)) {
          throw new UsageException(
              "the server has no method \"" + method + "\"; xmlrpc list tells which there are");
        }
        names = List.of(method);
      }
      boolean first = true;
      for (MethodNote note : introspection.methods(names, all)) {
        if (!first) {
          terminal.out().println();
        }
        print(note);
        first = false;
      }
    }
    return ExitStatus.DONE;
  }

  private void print(MethodNote note) {
    PrintStream out = terminal.out();
    if (note.signatures().isEmpty()) {
      out.println(emphasized(note.name() + "(...)"));
    }
    for (SignatureNote signature : note.signatures()) {
      out.println(emphasized(signature.of(note.name())));
    }
    note.help().lines().forEach(line -> out.println(("    " + Printable.of(line)).stripTrailing()));
  }

  private String emphasized(String signature) {
    String line = Printable.line(signature);
    return terminal.colouredOut() ? Terminal.coloured("1", line) : line;
  }
}
