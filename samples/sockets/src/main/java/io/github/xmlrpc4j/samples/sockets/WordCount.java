package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How often each word of a page is there, in the order in which they come. */
final class WordCount {
  static final String USAGE = "words URL";

  /** Blank by Unicode, as in Python, not by ASCII alone. */
  private static final Pattern BLANK = Pattern.compile("(?U)\\s+");

  private WordCount() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (Page page = Page.open(Page.uri(options, options.place(0, "")))) {
      BLANK
          .splitAsStream(page.text())
          .filter(word -> !word.isEmpty())
          .forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    System.out.println(
        counts.entrySet().stream()
            .map(count -> Repr.text(count.getKey()) + ": " + count.getValue())
            .collect(Collectors.joining(", ", "{", "}")));
  }
}
