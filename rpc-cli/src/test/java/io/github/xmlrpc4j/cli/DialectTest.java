package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are only understood by whoever is told what they are. */
@Timeout(60)
final class DialectTest {
  private static final String CALL = "[\"wp.getUser\", 1970, \"x\"]\n";

  @RegisterExtension static final Peers PEERS = new Peers();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call URL wp.getUser 1970 x",
        "list URL",
        "describe URL",
        "batch --block 1 URL",
        "generate URL"
      })
  void whatIsPrintedBehindTheResponseIsPassedOverForWordPressAlone(String line) {
    List<String> words =
        new ArrayList<>(List.of(line.replace("URL", PEERS.with("noisy")).split(" ")));
    Cli unnamed = Cli.reading(CALL, words.toArray(String[]::new));
    words.addAll(List.of("--dialect", "wordpress"));
    Cli named = Cli.reading(CALL, words.toArray(String[]::new));

    assertThat(unnamed.status()).isEqualTo(3);
    assertThat(unnamed.err()).contains("TRAILING_CONTENT");
    assertThat(named.out().replace("/noisy", "/examples"))
        .isEqualTo(Cli.reading(CALL, line.replace("URL", PEERS.with("examples")).split(" ")).out());
    assertThat(named.err()).isEmpty();
    assertThat(named.status()).isZero();
  }

  @Test
  void noBodyIsNoValueForHomeMaticAlone() {
    assertThat(Cli.run("call", PEERS.with("mute"), "setValue").status()).isEqualTo(3);
    assertThat(Cli.run("call", "--dialect", "homematic", PEERS.with("mute"), "setValue"))
        .isEqualTo(new Cli(0, "null\n", ""));
  }

  @Test
  void whatTheDialectDoesNotWriteIsRefused() {
    String url = PEERS.with("examples");

    assertThat(Cli.run("call", "--dialect", "strict", url, "wp.getUser", "nil:"))
        .isEqualTo(
            new Cli(
                2,
                "",
                "xmlrpc call: params[0]: there is no value, and no nil without Extension.NIL\n"));
    assertThat(Cli.run("call", "--dialect", "odoo", url, "wp.getUser", "nil:").out())
        .contains("\"born\":null");
  }

  @Test
  void aDialectThatIsNotKnownIsWrongUse() {
    assertThat(Cli.run("list", "--dialect", "klingon", PEERS.own()))
        .isEqualTo(
            new Cli(
                2,
                "",
                "xmlrpc list: --dialect: there is none named klingon (expected: strict, lenient,"
                    + " extended, cpython, apache, odoo, homematic, rtorrent, ros, supervisor,"
                    + " wordpress)\n"));
  }
}
