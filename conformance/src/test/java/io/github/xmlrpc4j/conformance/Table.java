package io.github.xmlrpc4j.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code CONFORMANCE.md}: all cases, what ours make of them by what they state, and the peers. */
final class Table {
  /** What writes the file anew. */
  static final String COMMAND =
      "mvn -pl conformance -am test -Dconformance.write=true \\\n"
          + "  -Dtest=ConformanceTableTest -Dsurefire.failIfNoSpecifiedTests=false";

  private static final int LONGEST_CELL = 70;
  private static final String CALL_HEAD = "{\"methodName\":\"m\",\"params\":[";
  private static final String RESULT_HEAD = "{\"result\":";
  private static final Pattern CPYTHON = Pattern.compile("CPython \\d+\\.\\d+");
  private static final Pattern CPYTHON_ROW = Pattern.compile("(?m)^\\| CPython .*\n");

  /** A row of a case, up to the cell that is CPython's, and that cell. */
  private static final Pattern CPYTHON_CELL =
      Pattern.compile("(?m)^(\\| \\[(?:(?:[^|\\\\]|\\\\.)*\\|){4})(?:[^|\\\\]|\\\\.)*\\|");

  private final List<ConformanceCase> cases;
  private final List<@Nullable String> ours;
  private final List<Peer> peers;

  Table(List<ConformanceCase> cases, List<Peer> peers) {
    this.cases = cases;
    this.ours = cases.stream().map(Table::plain).collect(Collectors.toCollection(ArrayList::new));
    this.peers = peers;
  }

  /** The message as a peer should read it, or null if it should not. */
  private static @Nullable String plain(ConformanceCase one) {
    if (one.json() == null) {
      return null;
    }
    return one.isCall() ? Plain.json(OurReaders.call(one)) : Plain.json(OurReaders.response(one));
  }

  /** The text without what depends on the machine's Python. */
  static String withoutCPython(String table) {
    String rows = CPYTHON_ROW.matcher(table).replaceAll("");
    return CPYTHON.matcher(CPYTHON_CELL.matcher(rows).replaceAll("$1")).replaceAll("CPython");
  }

  String render() {
    StringBuilder out = new StringBuilder();
    out.append(head()).append(ourSummary()).append(peerSummary());
    Set<String> topics = new LinkedHashSet<>();
    cases.forEach(one -> topics.add(one.topic()));
    topics.forEach(topic -> topic(out, topic));
    return out.toString();
  }

  private String head() {
    return """
    # Conformance

    What xmlrpc4j makes of %d documents, beside %s.

    Each document is a small file that says by itself what should come of it;
    [the README beside them](%sREADME.md) tells how.
    The tests of [conformance](conformance) run each against the reader of documents, the reader of values, the server and
    the client, and fail where anything else comes. They have written this file too, and do it anew by

    ```sh
    %s
    ```

    ✓ is the value that the case states; another value is shown as it came; ✗ is a refusal, with the kind of error.
    *Strict* accepts no `Deviation`, *lenient* those of `Dialect.LENIENT`. CPython is its `xmlrpc.client.loads`; Apache is
    its parser with extensions on, as the fork's server and client set it up. What ✓ leaves out, since peers do not tell
    it: the width of an integer and the order of members. CPython keeps a date as text.

    """
        .formatted(
            cases.size(),
            peers.stream().map(Peer::name).collect(Collectors.joining(" and ")),
            ConformanceCase.FOLDER,
            COMMAND);
  }

  private String ourSummary() {
    return """
    | | reads | refuses |
    |---|--:|--:|
    | ours, strict | %d | %d |
    | ours, lenient | %d | %d |

    """
        .formatted(
            count(one -> one.strict().isValue()),
            count(one -> !one.strict().isValue()),
            count(one -> one.lenient().isValue()),
            count(one -> !one.lenient().isValue()));
  }

  private long count(Predicate<ConformanceCase> which) {
    return cases.stream().filter(which).count();
  }

  private String peerSummary() {
    StringBuilder out = new StringBuilder();
    out.append("| beside ours, lenient | reads the same | refuses too | reads another value |");
    out.append(" refuses what ours reads | reads what ours refuses |\n");
    out.append("|---|--:|--:|--:|--:|--:|\n");
    for (Peer peer : peers) {
      int[] counts = new int[5];
      for (int i = 0; i < cases.size(); i++) {
        counts[comparison(i, peer.answers().get(i))]++;
      }
      out.append("| ").append(peer.name()).append(" |");
      for (int count : counts) {
        out.append(' ').append(count).append(" |");
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** The column of the summary that a peer's answer counts in. */
  private int comparison(int index, Peer.Answer answer) {
    boolean read = cases.get(index).lenient().isValue();
    if (answer.json() == null) {
      return read ? 3 : 1;
    }
    return read ? (answer.json().equals(ours.get(index)) ? 0 : 2) : 4;
  }

  private void topic(StringBuilder out, String topic) {
    String words = topic.replace('-', ' ');
    out.append("\n## ").append(Character.toUpperCase(words.charAt(0))).append(words.substring(1));
    out.append("\n\n| case | deviations | strict | lenient |");
    peers.forEach(peer -> out.append(' ').append(peer.name()).append(" |"));
    out.append("\n|---|---|---|---|").append("---|".repeat(peers.size())).append('\n');
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).topic().equals(topic)) {
        row(out, i);
      }
    }
  }

  private void row(StringBuilder out, int index) {
    ConformanceCase one = cases.get(index);
    Set<String> deviations = new LinkedHashSet<>();
    one.every().deviations().forEach(met -> deviations.add(met.split(" ", 2)[0]));
    out.append("| [").append(one.title().replace("|", "\\|")).append("](").append(one.path());
    out.append(") | ").append(String.join(", ", deviations)).append(" | ");
    out.append(cell(one.strict())).append(" | ").append(cell(one.lenient())).append(" |");
    for (Peer peer : peers) {
      out.append(' ').append(cell(peer.answers().get(index), ours.get(index))).append(" |");
    }
    out.append('\n');
  }

  private static String cell(Outcome outcome) {
    return outcome.isValue() ? "✓" : "✗ " + outcome.why().kind();
  }

  private static String cell(Peer.Answer answer, @Nullable String ours) {
    if (answer.json() == null) {
      return "✗ " + answer.error();
    }
    return answer.json().equals(ours) ? "✓" : "`" + brief(answer.json()) + "`";
  }

  /** What of a message differs from case to case, cut to the width of a cell. */
  private static String brief(String json) {
    String brief = json;
    if (json.startsWith(CALL_HEAD)) {
      brief = json.substring(CALL_HEAD.length(), json.length() - 2);
    } else if (json.startsWith(RESULT_HEAD)) {
      brief = json.substring(RESULT_HEAD.length(), json.length() - 1);
    }
    String text = brief.isEmpty() ? "no parameters" : brief;
    String cut = text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text;
    return cut.replace('`', '\'').replace("|", "\\|");
  }
}
