package io.github.xmlrpc4j.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The tree of all commands, as picocli reads it. */
@Command(
    name = "xmlrpc",
    description = "XML-RPC from a terminal.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "The script ./xmlrpc, which runs this from its sources, has two commands more: samples lists",
      "small programs, and sample NAME runs one.",
      "",
      "Exit status: 0 done, 1 the server answered with a fault, 2 wrong use, 3 no answer.",
      "",
      "Example: xmlrpc call http://127.0.0.1:7001 addtogether 1 2 3"
    })
final class Commands {
  private static final Map<String, Function<Terminal, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put(Call.NAME, Call::new);
    ALL.put(ListMethods.NAME, ListMethods::new);
    ALL.put(Describe.NAME, Describe::new);
    ALL.put(Batch.NAME, Batch::new);
    ALL.put(Generate.NAME, Generate::new);
    ALL.put("lint", Lint::new);
    ALL.put("format", Format::new);
    ALL.put(Serve.NAME, Serve::new);
    ALL.put("completion", Completion::new);
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"xmlrpc " + version()};
    }
  }

  private Commands() {}

  /** The names of all commands. */
  static Set<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  static String version() {
    String version = XmlRpc.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }

  /** Does what a line says, and returns the exit status. */
  static int run(Terminal terminal, String... line) {
    Function<Terminal, Object> named = line.length == 0 ? null : ALL.get(line[0]);
    CommandLine commands = named == null ? all(terminal) : only(line[0], named.apply(terminal));
    commands.setOut(writer(terminal.out())).setErr(writer(terminal.err()));
    commands.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colouredOut() ? Ansi.ON : Ansi.OFF));
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> ExitStatus.told(terminal, command.getCommandName(), failure));
    return commands.execute(line);
  }

  /** All commands. */
  static CommandLine all(Terminal terminal) {
    CommandLine root = root();
    ALL.forEach((name, make) -> root.addSubcommand(name, make.apply(terminal)));
    return configured(root);
  }

  /** The one command that a line names: making all of them takes longer than most take to run. */
  private static CommandLine only(String name, Object command) {
    return configured(root().addSubcommand(name, command));
  }

  private static CommandLine root() {
    return new CommandLine(new Commands());
  }

  private static CommandLine configured(CommandLine root) {
    CommandLine call = root.getSubcommands().get(Call.NAME);
    if (call != null) {
      call.setUnmatchedOptionsArePositionalParams(true);
    }
    root.setUsageHelpWidth(100);
    // An argument that begins with @ is an argument, no file of arguments.
    return root.setExpandAtFiles(false);
  }

  private static PrintWriter writer(PrintStream to) {
    return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), true);
  }
}
