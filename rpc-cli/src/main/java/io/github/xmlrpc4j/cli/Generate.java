package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.client.ServerProxy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a server's methods as an interface of Java. */
@Command(
    name = "generate",
    description = "Prints a server's methods as an interface for ServerProxy.as(...).",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Where a server describes the members of structs, they become records. Methods whose",
      "types it does not tell take Object... and return a Value. The methods of system.*",
      "are left out.",
      "",
      "Example: xmlrpc generate http://127.0.0.1:7001 --package org.example --name Arithmetic"
    })
final class Generate implements Callable<Integer> {
  static final String NAME = "generate";

  private final Terminal terminal;

  @Parameters(paramLabel = "URL", description = "The server; /RPC2 if it has no path.")
  private String url = "";

  @Option(names = "--package", paramLabel = "NAME", description = "The interface's package.")
  private String packageName = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "RemoteMethods",
      description = "The interface's name: ${DEFAULT-VALUE}.")
  private String typeName = "";

  @Mixin private ServerOptions server = new ServerOptions();

  Generate(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean named = List.of(packageName.split("\\.", -1)).stream().allMatch(JavaText::isName);
    if (!packageName.isEmpty() && !named) {
      throw new UsageException("--package: \"" + packageName + "\" (expected: a package's name)");
    }
    if (!JavaText.isName(typeName)) {
      throw new UsageException("--name: \"" + typeName + "\" (expected: a type's name)");
    }
    try (ServerProxy proxy = server.open(terminal, NAME, url)) {
      Introspection introspection = new Introspection(proxy);
      List<String> all = introspection.names();
      List<String> names =
          all.stream()
              .filter(name -> !name.startsWith("system.") && !name.isBlank())
              .distinct()
              .toList();
      if (names.isEmpty()) {
        throw new UsageException("the server tells of no methods but those of system.*");
      }
      terminal
          .out()
          .print(
              new InterfaceSource(packageName, typeName, proxy.uri().toString())
                  .of(introspection.methods(names, all)));
    }
    return ExitStatus.DONE;
  }
}
