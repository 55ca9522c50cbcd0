package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.NotWellFormedException;
import io.github.xmlrpc4j.wire.NotXmlRpcException;
import io.github.xmlrpc4j.wire.Position;
import io.github.xmlrpc4j.wire.Sighting;
import io.github.xmlrpc4j.wire.WireException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks captured requests and responses. */
@Command(
    name = "lint",
    description = "Checks captured requests and responses against the specification.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A FILE is a document, with or without the head of HTTP before it; - is standard",
      "input. Each deviation has its place, its name and the rule that it breaks; the",
      "verdict says whether strict and lenient readers take the document.",
      "",
      "Exit status: 0 all are taken, 1 one is refused by the lenient reader (with",
      "--strict: by the strict one), 2 wrong use.",
      "",
      "Example: echo '<methodCall><methodName>m</methodName></methodCall>' | xmlrpc lint -"
    })
final class Lint implements Callable<Integer> {
  /** Goes on past whatever can be passed, so that all that is odd is seen in one reading. */
  private static final Dialect ALL = Dialect.LENIENT.accepting(Deviation.values()).named("all");

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "A file, or - for standard input.")
  private List<String> files = List.of();

  @Option(names = "--strict", description = "Ends with 1 if any document has a deviation.")
  private boolean strict;

  Lint(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean allTaken = true;
    for (String name : files) {
      CapturedFile file = CapturedFile.read(terminal, name);
      WireException strictly = refusal(file, Dialect.STRICT);
      WireException leniently = refusal(file, Dialect.LENIENT);
      allTaken &= (strict ? strictly : leniently) == null;
      report(file, strictly == null, leniently == null);
    }
    return allTaken ? ExitStatus.DONE : ExitStatus.FAULT;
  }

  private static @Nullable WireException refusal(CapturedFile file, Dialect dialect) {
    try {
      read(DocumentReader.of(file.document(), dialect, Limits.DEFAULT), file.isCall());
      return null;
    } catch (WireException e) {
      return e;
    }
  }

  private static void read(DocumentReader in, boolean call) {
    if (call) {
      MethodCall unused = MethodCall.read(in);
    } else {
      MethodResponse unused = MethodResponse.read(in);
    }
  }

  private void report(CapturedFile file, boolean strictly, boolean leniently) {
    terminal
        .out()
        .println(
            file.name()
                + ": "
                + (file.isCall() ? "call" : "response")
                + "; strict: "
                + (strictly ? "taken" : "refused")
                + "; lenient: "
                + (leniently ? "taken" : "refused"));
    try {
      DocumentReader in = DocumentReader.of(file.document(), ALL, Limits.DEFAULT);
      WireException refusal = null;
      try {
        read(in, file.isCall());
      } catch (WireException e) {
        refusal = e;
      }
      in.sightings().forEach(sighting -> print(file, sighting));
      if (in.sightings().size() >= 100) {
        terminal.out().println(file.name() + ": the first hundred deviations are shown");
      }
      if (refusal != null) {
        print(file, refusal);
      }
    } catch (WireException e) {
      print(file, e);
    }
  }

  private void print(CapturedFile file, Sighting sighting) {
    Deviation met = sighting.deviation();
    String refused = Dialect.LENIENT.accepts(met) ? "" : " (refused by the lenient reader too)";
    terminal
        .out()
        .println(file.place(sighting.position()) + ": " + met + ": " + met.rule() + refused);
  }

  private void print(CapturedFile file, WireException refusal) {
    Position position =
        refusal instanceof NotWellFormedException broken
            ? broken.position()
            : refusal instanceof NotXmlRpcException other ? other.position() : null;
    String place = position == null ? file.name() : file.place(position);
    terminal.out().println(place + ": " + Printable.line("" + refusal.getMessage()));
  }
}
