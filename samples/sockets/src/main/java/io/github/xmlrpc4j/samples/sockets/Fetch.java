package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** A page, read line by line like a file. */
final class Fetch {
  static final String USAGE = "fetch URL";

  private Fetch() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    try (Page page = Page.open(Page.uri(options, options.place(0, "")));
        BufferedReader lines = new BufferedReader(new InputStreamReader(page.body(), UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        System.out.println(line.strip());
        line = lines.readLine();
      }
    }
  }
}
