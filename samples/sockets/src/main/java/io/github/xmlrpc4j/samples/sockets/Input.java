package io.github.xmlrpc4j.samples.sockets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The lines that a person types. */
final class Input {
  private static final BufferedReader LINES =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  private Input() {}

  /** Prompts for a line; after the last one it is empty. */
  static String ask(String prompt) throws IOException {
    System.out.print(prompt);
    System.out.flush();
    String line = LINES.readLine();
    return line == null ? "" : line;
  }
}
