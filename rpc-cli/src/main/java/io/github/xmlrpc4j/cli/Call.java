package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Calls a method and prints its result as JSON. */
@Command(
    name = "call",
    description = "Calls a method and prints its result as JSON.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "An ARG is JSON: 7 is an int, 7.0 a double, true a boolean, [1, 2] an array,",
      "{\"a\": 1} a struct. What is not JSON is a string. A prefix says the type:",
      "  int:7 i8:7 double:7 string:7 bool:1 date:2026-12-31T23:59:59",
      "  base64:aGk= base64:@FILE decimal:0.1 nil:",
      "Inside JSON an object of one member does: {\"$date\": \"2026-12-31T23:59:59\"}.",
      "In results, a date is a string of ISO 8601 and bytes are base64; with --typed",
      "they are such objects. A fault is told on standard error.",
      "",
      "Exit status: 0 done, 1 the server answered with a fault, 2 wrong use, 3 no answer.",
      "",
      "Example: xmlrpc call http://127.0.0.1:7001 addtogether 1 2 3"
    })
final class Call implements Callable<Integer> {
  static final String NAME = "call";

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "URL", description = "The server; /RPC2 if it has no path.")
  private String url = "";

  @Parameters(index = "1", paramLabel = "METHOD", description = "The method's name.")
  private String method = "";

  @Parameters(index = "2..*", arity = "0..*", paramLabel = "ARG", description = "An argument.")
  private List<String> arguments = new ArrayList<>();

  @Mixin private ValueOptions values = new ValueOptions();

  @Mixin private ServerOptions server = new ServerOptions();

  @Spec private @Nullable CommandSpec spec;

  Call(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * The call that a line without options means, or null where there are options. It is understood
   * without the library for them, whose loading takes longer than the call.
   */
  static @Nullable Call plain(Terminal terminal, String... line) {
    if (line.length < 3 || !line[0].equals(NAME)) {
      return null;
    }
    for (String word : line) {
      if (isOption(word)) {
        return null;
      }
    }
    Call call = new Call(terminal);
    call.url = line[1];
    call.method = line[2];
    call.arguments = List.of(line).subList(3, line.length);
    return call;
  }

  /** Whether a word is an option, as a number below zero is not. */
  private static boolean isOption(String word) {
    return word.length() > 1
        && word.charAt(0) == '-'
        && !(word.charAt(1) >= '0' && word.charAt(1) <= '9');
  }

  @Override
  public Integer call() {
    refuseUnknownOptions();
    List<Value> sent = new ArgumentReader(terminal, values.input()).read(arguments);
    try (ServerProxy proxy = server.open(terminal, NAME, url)) {
      Value result = proxy.call(method, sent.toArray());
      terminal.out().println(values.output(terminal).of(result));
    }
    return ExitStatus.DONE;
  }

  /** Picocli takes an option that it does not know for an argument, for the sake of {@code -7}. */
  private void refuseUnknownOptions() {
    if (spec == null) {
      return;
    }
    List<String> line = spec.commandLine().getParseResult().originalArgs();
    int end = line.indexOf("--");
    List<String> words = new ArrayList<>(arguments);
    words.add(url);
    words.add(method);
    for (String word : end < 0 ? line : line.subList(0, end)) {
      if (isOption(word) && words.contains(word)) {
        throw new UsageException(
            "there is no option " + word + "; a string that begins so is string:" + word);
      }
    }
  }
}
