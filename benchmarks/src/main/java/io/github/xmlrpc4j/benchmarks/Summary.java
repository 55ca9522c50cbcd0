package io.github.xmlrpc4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums up the figures of rounds: reads lines {@code contender work metric value} with tabs between
 * them, in the order in which they were measured, and prints one line for those of all rounds. The
 * floor of a work is the contender that came first in it. Lines of {@code bars.tsv} whose two
 * contenders were both there become a line each, with the ratio of the first to the second.
 */
final class Summary {
  /** What was measured. */
  private record Measured(String work, String metric) {}

  private final Map<Measured, Map<String, Figures>> all = new LinkedHashMap<>();

  private Summary() {}

  /** Takes the path of the bars. */
  public static void main(String[] args) throws IOException {
    Summary summary = new Summary();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    in.lines().forEach(summary::add);
    summary.print();
    Files.readAllLines(Path.of(args[0])).stream().skip(1).forEach(summary::printBar);
  }

  private void add(String line) {
    String[] columns = line.split("\t", -1);
    all.computeIfAbsent(new Measured(columns[1], columns[2]), measured -> new LinkedHashMap<>())
        .computeIfAbsent(columns[0], contender -> new Figures())
        .add(Double.parseDouble(columns[3]));
  }

  private void print() {
    System.out.println(Figures.HEADINGS);
    all.forEach(
        (measured, contenders) -> {
          Figures floor = contenders.values().iterator().next();
          contenders.forEach(
              (contender, figures) ->
                  System.out.println(
                      figures.line(contender, measured.work, measured.metric, floor)));
        });
  }

  private void printBar(String line) {
    List<String> columns = List.of(line.split("\t", -1));
    Map<String, Figures> contenders =
        all.getOrDefault(new Measured(columns.get(2), columns.get(3)), Map.of());
    Figures first = contenders.get(columns.get(0));
    Figures second = contenders.get(columns.get(1));
    if (first != null && second != null) {
      Figures ratios = first.over(second);
      System.out.println(
          ratios.line(
              columns.get(0),
              columns.get(2),
              columns.get(3) + " over " + columns.get(1),
              new Figures(ratios.values().stream().map(ratio -> 1.0).toList())));
    }
  }
}
