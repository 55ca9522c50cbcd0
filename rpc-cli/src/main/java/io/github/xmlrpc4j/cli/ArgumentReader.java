package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a call as they are typed: a type, a colon and a text; or JSON; or else a string.
 */
final class ArgumentReader {
  private final Terminal terminal;
  private final JsonInput json;

  ArgumentReader(Terminal terminal, JsonInput json) {
    this.terminal = terminal;
    this.json = json;
  }

  /**
   * The values that the arguments stand for.
   *
   * @throws UsageException if one stands for none, with its place
   */
  List<Value> read(List<String> arguments) {
    List<Value> values = new ArrayList<>();
    for (String argument : arguments) {
      try {
        values.add(read(argument, values.size() + 1));
      } catch (UsageException e) {
        throw new UsageException("argument " + (values.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return values;
  }

  private Value read(String argument, int place) {
    int colon = argument.indexOf(':');
    String type = colon < 0 ? "" : argument.substring(0, colon);
    if (TypedText.TYPES.contains(type)) {
      String text = argument.substring(colon + 1);
      return type.equals("base64") && text.startsWith("@")
          ? Value.Bytes.of(file(text.substring(1)))
          : TypedText.of(type, text);
    }
    if (!maybeJson(argument)) {
      return Value.of(argument);
    }
    try {
      return json.read(argument);
    } catch (NotJsonException e) {
      if (argument.startsWith("{") || argument.startsWith("[") || argument.startsWith("\"")) {
        terminal.complain(
            "call",
            "argument "
                + place
                + " is no JSON ("
                + e.getMessage()
                + "), and goes as a string; string: before it says so without this line");
      }
      return Value.of(argument);
    }
  }

  /** Whether JSON can begin so; most words of a command line spare themselves the parser. */
  private static boolean maybeJson(String argument) {
    String text = argument.strip();
    return !text.isEmpty() && "{[\"-0123456789tfn".indexOf(text.charAt(0)) >= 0;
  }

  private byte[] file(String name) {
    try {
      return name.equals("-") ? terminal.in().readAllBytes() : Files.readAllBytes(Path.of(name));
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException("cannot read " + name + ": " + e.getMessage(), e);
    }
  }
}
