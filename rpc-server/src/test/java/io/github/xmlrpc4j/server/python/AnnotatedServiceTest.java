package io.github.xmlrpc4j.server.python;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.contract.Help;
import io.github.xmlrpc4j.contract.RpcService;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.bind.Name;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service of Java's own types, called from Python. */
final class AnnotatedServiceTest {
  enum Size {
    SMALL,
    @Name("extra-large")
    LARGE
  }

  record Line(String article, int count, Size size) {
    Line {
      if (count < 1) {
        throw new IllegalArgumentException("count: " + count + " (expected: > 0)");
      }
    }
  }

  record Order(
      int id,
      LocalDateTime when,
      Optional<String> note,
      Map<String, Double> prices,
      List<Line> lines) {}

  record Confirmation(int id, LocalDateTime due, Optional<String> note, List<Size> sizes) {}

  @RpcService("shop")
  interface Shop {
    Confirmation confirm(Order order);

    double total(Order order, Size size);

    @Help("The same time of the next day.")
    LocalDateTime nextDay(LocalDateTime when);

    byte[] reversed(byte[] bytes);

    int[] sorted(int[] numbers);

    List<Integer> grid(int[][] rows);

    Map<Size, List<Line>> bySize(List<Line> lines);

    int counts(Map<Size, Integer> counts);

    Map<String, Object> find(String article);

    String joined(String between, String... words);
  }

  static final class Warehouse implements Shop {
    @Override
    public Confirmation confirm(Order order) {
      return new Confirmation(
          order.id(),
          order.when().plusDays(1),
          order.note().map(note -> "noted: " + note),
          order.lines().stream().map(Line::size).toList());
    }

    @Override
    public double total(Order order, Size size) {
      return order.lines().stream()
          .filter(line -> line.size() == size)
          .mapToDouble(line -> line.count() * order.prices().get(line.article()))
          .sum();
    }

    @Override
    public LocalDateTime nextDay(LocalDateTime when) {
      return when.plusDays(1);
    }

    @Override
    public byte[] reversed(byte[] bytes) {
      byte[] reversed = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        reversed[i] = bytes[bytes.length - 1 - i];
      }
      return reversed;
    }

    @Override
    public int[] sorted(int[] numbers) {
      return Arrays.stream(numbers).sorted().toArray();
    }

    @Override
    public List<Integer> grid(int[][] rows) {
      return Arrays.stream(rows).map(row -> Arrays.stream(row).sum()).toList();
    }

    @Override
    public Map<Size, List<Line>> bySize(List<Line> lines) {
      return new TreeMap<>(lines.stream().collect(toMap(Line::size, List::of)));
    }

    @Override
    public int counts(Map<Size, Integer> counts) {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public Map<String, Object> find(String article) {
      return article.equals("nut")
          ? new TreeMap<>(Map.of("article", article, "sizes", List.of("M3", 4), "stock", true))
          : Map.of();
    }

    @Override
    public String joined(String between, String... words) {
      return Arrays.stream(words).collect(joining(between));
    }
  }

  private static List<String> lines;

  @BeforeAll
  static void callFromPython() {
    try (RpcServer server = RpcServer.builder().register(new Warehouse()).start()) {
      lines = Python.run("shop.py", server.uri());
    }
  }

  @Test
  void javasTypesArePythonsOnTheOtherSide() {
    assertThat(lines.subList(0, lines.indexOf("--")))
        .containsExactly(
            "{'id': 7, 'due': DateTime('20240301T12:30:00'), 'note': 'noted: in haste',"
                + " 'sizes': ['SMALL', 'extra-large']}",
            "{'id': 7, 'due': DateTime('20240301T12:30:00'), 'sizes': ['SMALL', 'extra-large']}",
            "2.0",
            "1.5",
            "DateTime('20240301T12:30:00')",
            "Binary(b'cba')",
            "[1, 2, 3]",
            "[3, 3]",
            "{'SMALL': [{'article': 'nut', 'count': 3, 'size': 'SMALL'}]}",
            "3",
            "{'article': 'nut', 'sizes': ['M3', 4], 'stock': True}",
            "{}",
            "'a-b-c'",
            "''",
            "[['dateTime.iso8601', 'dateTime.iso8601']]",
            "'The same time of the next day.'");
  }

  @Test
  void whatDoesNotFitIsAFaultThatTellsTheWayToIt() {
    assertThat(lines.subList(lines.indexOf("--") + 1, lines.size()))
        .containsExactly(
            "fault -32602: params[0].when: expected dateTime.iso8601, found string",
            "fault -32602: params[0]: expected a struct with the member \"when\", found one"
                + " without",
            "fault -32602: params[0].id: expected int, found string",
            "fault -32602: params[0].id: expected int, found boolean",
            "fault -32602: params[0].note: expected string, found int",
            "fault -32602: params[0].prices.nut: expected double, found string",
            "fault -32602: params[0].prices: expected struct, found array",
            "fault -32602: params[0].lines[0].size: expected one of SMALL, extra-large,"
                + " found another string",
            "fault -32602: params[0].lines[1]: expected a struct with the member \"count\","
                + " found one without",
            "fault -32602: params[0].lines[0]: expected a valid Line, found one that is"
                + " refused: count: 0 (expected: > 0)",
            "fault -32602: params[0]: expected struct, found string",
            "fault -32602: shop.confirm takes 1 parameter, not none",
            "fault -32602: shop.confirm takes 1 parameter, not 2",
            "fault -32602: params[1]: expected one of SMALL, extra-large, found another string",
            "fault -32602: params[0]: expected dateTime.iso8601, found string",
            "fault -32602: params[0]: expected base64, found string",
            "fault -32602: params[0][1]: expected int, found double",
            "fault -32602: params[0][1][0]: expected int, found string",
            "fault -32602: params[0].HUGE: expected one of SMALL, extra-large as the"
                + " member's name, found another string",
            "fault -32602: shop.joined takes at least 1 parameter, not none",
            "fault -32602: params[2]: expected string, found int");
  }
}
