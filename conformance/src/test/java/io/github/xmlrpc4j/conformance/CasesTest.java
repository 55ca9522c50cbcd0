package io.github.xmlrpc4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Deviation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases as a set: how many, and that none of what they are for is left out. */
class CasesTest {
  private static final List<ConformanceCase> CASES = ConformanceCase.all();

  @Test
  void thereAreAtLeastFourHundred() {
    assertThat(CASES).hasSizeGreaterThanOrEqualTo(400);
  }

  @Test
  void eachHasATitleOfItsOwnThatReadsAsASentence() {
    assertThat(CASES.stream().map(ConformanceCase::title))
        .doesNotHaveDuplicates()
        .allMatch(title -> title.matches("\\S.*[^. ]"));
  }

  @Test
  void eachDocumentIsThereOnce() {
    assertThat(
            CASES.stream()
                .map(one -> one.isCall() + new String(one.document(), StandardCharsets.ISO_8859_1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void eachDeviationIsMetInOneAndRefusedByNameInOne() {
    List<String> met =
        CASES.stream().flatMap(one -> Stream.concat(met(one.lenient()), met(one.every()))).toList();
    List<String> refused =
        CASES.stream()
            .map(ConformanceCase::strict)
            .filter(outcome -> !outcome.isValue())
            .map(outcome -> outcome.why().text())
            .toList();
    assertThat(Arrays.stream(Deviation.values()).map(Deviation::name))
        .allMatch(name -> met.contains(name))
        .allMatch(name -> refused.stream().anyMatch(text -> names(text, name)));
  }

  private static Stream<String> met(Outcome outcome) {
    return outcome.deviations().stream().map(met -> met.split(" ", 2)[0]);
  }

  private static boolean names(String text, String deviation) {
    return (text + " ").contains("Deviation." + deviation + " ");
  }
}
