package io.github.xmlrpc4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code xmlrpc}.
 *
 * <p>Exit status: 0 done, 2 wrong use or something that the machine does not give.
 */
@Command(
    name = "xmlrpc",
    description = "XML-RPC from a terminal.",
    mixinStandardHelpOptions = true,
    versionProvider = XmlRpc.Version.class,
    subcommands = Serve.class,
    synopsisSubcommandLabel = "COMMAND")
public final class XmlRpc {
  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = XmlRpc.class.getPackage().getImplementationVersion();
      return new String[] {"xmlrpc " + (version == null ? "(not from a jar)" : version)};
    }
  }

  private XmlRpc() {}

  /** Runs the command and ends the program with its exit status. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new XmlRpc()).execute(args));
  }
}
