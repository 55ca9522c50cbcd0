package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.Dialect;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a server is reached: the options that all commands which call one have. */
final class ServerOptions {
  /** The words that {@code --dialect} takes. */
  static final class DialectNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Dialect.known().stream().map(Dialect::name).iterator();
    }
  }

  /** With all extensions, since arguments that need one have asked for it by their spelling. */
  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "extended",
      completionCandidates = DialectNames.class,
      description =
          "Reads and writes as this kind of server does: ${COMPLETION-CANDIDATES};"
              + " ${DEFAULT-VALUE} if none is named.")
  private String dialect = "extended";

  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      description = "Sends a header with every request; may be given more than once.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--user",
      paramLabel = "NAME[:PASSWORD]",
      description = "Authenticates by name and password; without one, asks for it.")
  private @Nullable String user;

  @Option(
      names = "--bearer",
      paramLabel = "TOKEN",
      description = "Authenticates by a token; @FILE reads it from a file.")
  private @Nullable String bearer;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for each answer: ${DEFAULT-VALUE}.")
  private double timeout = 60;

  @Option(
      names = "--insecure",
      description =
          "Does not check the certificate of an https server. Whoever is in between can read and"
              + " change everything.")
  private boolean insecure;

  @Option(
      names = "--unix",
      paramLabel = "PATH",
      description = "Reserved for servers on a Unix socket; not there yet.")
  private @Nullable String unix;

  @Option(
      names = "--wire",
      description = "Shows what goes over the wire, both ways, on standard error.")
  private boolean wire;

  /**
   * A proxy of the server.
   *
   * @throws UsageException if the options or the address make no sense
   */
  ServerProxy open(Terminal terminal, String command, String url) {
    if (unix != null) {
      throw new UsageException("--unix is reserved: Unix sockets cannot be called yet");
    }
    if (user != null && bearer != null) {
      throw new UsageException("--user and --bearer are two ways of one thing; give one");
    }
    try {
      ServerProxy.Builder builder =
          ServerProxy.builder(url.contains("://") ? url : "http://" + url).dialect(dialect());
      setTime(builder);
      for (String header : headers) {
        addHeader(builder, header);
      }
      authenticate(builder);
      if (wire) {
        builder.listener(new WireLog(terminal));
      }
      if (insecure) {
        terminal.complain(
            command,
            "WARNING: --insecure: nobody checks whether this is the right server; whoever is in"
                + " between can read and change everything, passwords too");
        builder.tls(AnyCertificate.context());
      }
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private Dialect dialect() {
    for (Dialect known : Dialect.known()) {
      if (known.name().equals(dialect)) {
        return known;
      }
    }
    throw new UsageException(
        "--dialect: there is none named "
            + dialect
            + " (expected: "
            + String.join(", ", new DialectNames())
            + ")");
  }

  private void setTime(ServerProxy.Builder builder) {
    if (!(timeout >= 0.001 && timeout <= 1_000_000)) {
      throw new UsageException("--timeout: " + timeout + " (expected: 0.001 to 1000000)");
    }
    Duration limit = Duration.ofMillis((long) (timeout * 1_000));
    builder.timeout(limit).connectTimeout(limit);
  }

  private static void addHeader(ServerProxy.Builder builder, String header) {
    int colon = header.indexOf(':');
    if (colon < 0) {
      throw new UsageException("--header: \"" + header + "\" (expected: NAME: VALUE)");
    }
    builder.header(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
  }

  private void authenticate(ServerProxy.Builder builder) {
    if (user != null) {
      int colon = user.indexOf(':');
      builder.basic(
          colon < 0 ? user : user.substring(0, colon),
          colon < 0 ? password() : user.substring(colon + 1));
    }
    if (bearer != null) {
      builder.bearer(bearer.startsWith("@") ? token(bearer.substring(1)) : bearer);
    }
  }

  @SuppressWarnings("SystemConsoleNull") // From JDK 22 on it is what is typed that is null.
  private static String password() {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password: ");
    if (typed == null) {
      throw new UsageException("--user has no password, and there is no terminal to ask at");
    }
    return new String(typed);
  }

  private static String token(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new UsageException("--bearer: cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
