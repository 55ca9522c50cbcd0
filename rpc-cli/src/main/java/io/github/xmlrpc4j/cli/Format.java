package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Layout;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a document anew, for people, for machines, or as a program. */
@Command(
    name = "format",
    description = "Writes a document anew: indented, compact, or as the code that makes the call.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The value stays the same; spellings, prefixes and comments do not.",
      "",
      "Example: echo '<methodCall><methodName>m</methodName></methodCall>' | xmlrpc format -"
    })
final class Format implements Callable<Integer> {
  /** A language in which a call can be said. */
  enum Language {
    python,
    java,
    curl
  }

  private static final Dialect DIALECT = Dialect.EXTENDED.laidOut(Layout.COMPACT);

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "A file, or - for standard input.")
  private String file = "";

  @Option(names = "--compact", description = "On one line, without any blank that means nothing.")
  private boolean compact;

  @Option(
      names = "--as",
      paramLabel = "LANGUAGE",
      description = "Prints the code that makes the call: ${COMPLETION-CANDIDATES}.")
  private @Nullable Language language;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:7001/RPC2",
      description = "The server that the code calls: ${DEFAULT-VALUE}.")
  private String url = "";

  Format(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CapturedFile captured = CapturedFile.read(terminal, file);
    try {
      terminal.out().print(formatted(captured));
    } catch (WireException e) {
      throw new UsageException(captured.name() + ": " + e.getMessage(), e);
    }
    return ExitStatus.DONE;
  }

  private String formatted(CapturedFile captured) {
    byte[] document = captured.document();
    if (!captured.isCall()) {
      if (language != null) {
        throw new UsageException(captured.name() + ": a response is nothing that code can call");
      }
      return laidOut(MethodResponse.read(document).write(DIALECT, Limits.DEFAULT));
    }
    MethodCall call = MethodCall.read(document);
    if (language == null) {
      return laidOut(call.write(DIALECT, Limits.DEFAULT));
    }
    return switch (language) {
      case python -> PythonCode.of(call, url);
      case java -> JavaCode.of(call, url);
      case curl -> CurlCode.of(call, url);
    };
  }

  private String laidOut(byte[] written) {
    String text = new String(written, StandardCharsets.UTF_8);
    return compact ? text + "\n" : IndentedXml.of(text);
  }
}
