package io.github.xmlrpc4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one contender reached, a figure a round.
 *
 * @param values the figures, in the order of the rounds
 */
record Figures(List<Double> values) {
  static final String HEADINGS = "contender\twork\tmetric\tmedian\tmin\tmax\tratio_to_floor";

  Figures() {
    this(new ArrayList<>());
  }

  void add(double value) {
    values.add(value);
  }

  /** The quotients of these figures and those of another contender in the same rounds. */
  Figures over(Figures other) {
    Figures ratios = new Figures();
    for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
      ratios.add(values.get(i) / other.values.get(i));
    }
    return ratios;
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** Median, least and most, with tabs between them. */
  String spread() {
    List<Double> sorted = values.stream().sorted().toList();
    return String.join(
        "\t", plain(median()), plain(sorted.get(0)), plain(sorted.get(sorted.size() - 1)));
  }

  /** The line of the results. */
  String line(String contender, String work, String metric, Figures floor) {
    return String.join("\t", contender, work, metric, spread(), plain(over(floor).median()));
  }

  /** At least three digits that count. */
  private static String plain(double value) {
    double size = Math.abs(value);
    int places = size >= 100 || size == 0 ? 0 : Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
    return String.format(Locale.ROOT, "%." + Math.min(places, 6) + "f", value);
  }
}
