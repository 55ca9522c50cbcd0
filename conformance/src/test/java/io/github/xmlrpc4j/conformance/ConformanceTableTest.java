package io.github.xmlrpc4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** {@code CONFORMANCE.md} is what the cases and the peers of today make it. */
class ConformanceTableTest {
  private static final Path FILE = ConformanceCase.ROOT.resolve("CONFORMANCE.md");
  private static final String HOW = "CONFORMANCE.md is stale; write it anew by\n" + Table.COMMAND;

  @Test
  void theCheckedInTableIsThatOfTheCases() throws IOException, InterruptedException {
    List<ConformanceCase> cases = ConformanceCase.all();
    Peer apache = ApachePeer.read(cases);
    Peer python = CPythonPeer.read(cases);
    if (Boolean.getBoolean("conformance.write")) {
      assertThat(python).as("the python3 that the table is written with").isNotNull();
      Files.writeString(FILE, new Table(cases, List.of(python, apache)).render());
      return;
    }
    String table = Files.readString(FILE);
    if (python != null && table.contains(" " + python.name() + " ")) {
      assertSame(new Table(cases, List.of(python, apache)).render(), table);
      return;
    }
    String today = new Table(cases, List.of(without(python, cases), apache)).render();
    assertSame(Table.withoutCPython(today), Table.withoutCPython(table));
    Assumptions.abort(
        "All columns but CPython's are up to date; that one is of another version than "
            + (python == null ? "the python3 that is missing here" : python.name()));
  }

  /** The lines that differ say more than two long texts. */
  private static void assertSame(String today, String table) {
    Set<String> lines = table.lines().collect(Collectors.toSet());
    assertThat(today.lines().filter(line -> !lines.contains(line))).as(HOW).isEmpty();
    assertThat(today).as(HOW).isEqualTo(table);
  }

  private static Peer without(@Nullable Peer python, List<ConformanceCase> cases) {
    return python != null
        ? python
        : new Peer("CPython 0.0", cases.stream().map(one -> new Peer.Answer(null, "")).toList());
  }
}
