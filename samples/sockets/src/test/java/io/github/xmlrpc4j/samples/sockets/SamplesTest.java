package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SamplesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/xmlrpc4j/samples/sockets");

  /** An import that is neither the JDK's nor of a nullness annotation. */
  private static final Predicate<String> FROM_ELSEWHERE =
      Pattern.compile(
              "import (static )?+(?!java\\.|org\\.jspecify\\.|io\\.github\\.xmlrpc4j\\.samples\\.)")
          .asPredicate();

  @TempDir private Path folder;

  @Test
  void theListHasAllAndTheMapToo() throws IOException {
    String map = Files.readString(Path.of("README.md"));
    try (Program list = Program.java()) {
      assertThat(list.rest())
          .hasSize(31)
          .contains("udp-upper         upper case by datagrams")
          .allSatisfy(line -> assertThat(map).contains("`" + line.split(" ", 2)[0] + "`"));
    }
  }

  @Test
  void noFileIsLong() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(120));
    }
  }

  @Test
  void theJdkIsEnoughForAllButTheRemoteCalls() throws IOException {
    Set<String> more = new TreeSet<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        if (Files.readAllLines(file).stream().anyMatch(FROM_ELSEWHERE)) {
          more.add(file.getFileName().toString());
        }
      }
    }
    assertThat(more).containsExactly("Spread.java", "Worker.java");
  }

  @Test
  void aHostThatDoesNotExistIsNamed() throws IOException {
    Path hosts = Files.createFile(folder.resolve("hosts"));
    for (String sample : List.of("udp-upper", "tcp-upper")) {
      try (Program client =
          Program.javaWithHosts(hosts, sample, "client", "--host", "nonexistent.com")) {
        assertThat(client.line()).isEqualTo(sample + ": there is no host nonexistent.com");
        assertThat(client.status()).isEqualTo(2);
      }
    }
  }

  @Test
  void helpIsTheUsageLine() {
    for (String word : List.of("--help", "-h")) {
      try (Program help = Program.java("sixteen", "server", word)) {
        assertThat(help.rest())
            .containsExactly(
                "sixteen: sixteen octets each way",
                "usage: ./xmlrpc sample sixteen client|server [HOST] [-p PORT]");
        assertThat(help.status()).isZero();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sixteen,                      client|server is missing",
    "sixteen waiter,               there is no waiter here",
    "sixteen client a b,           what is b?",
    "sixteen client -q 1,          there is no option -q",
    "sixteen client -p,            -p needs a value",
    "sixteen client -p x,          x is not a number from 0 to 999999999",
    "sixteen client -p -1,         -1 is not a number from 0 to 999999999",
    "sixteen client -p 65536,      port 65536 is not within 0 to 65535"
  })
  void wrongUseIsNamed(String words, String message) {
    try (Program program = Program.java((Object[]) words.split(" ", -1))) {
      assertThat(program.rest())
          .containsExactly(
              "sixteen: " + message,
              "usage: ./xmlrpc sample sixteen client|server [HOST] [-p PORT]");
      assertThat(program.status()).isEqualTo(2);
    }
  }

  @Test
  void aNameThatIsNoneIsNamed() {
    try (Program program = Program.java("quic")) {
      assertThat(program.rest())
          .containsExactly("sample: there is no quic; ./xmlrpc samples lists all");
      assertThat(program.status()).isEqualTo(2);
    }
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    for (String url : List.of("ftp://127.0.0.1/", "page1.htm")) {
      try (Program program = Program.java("fetch", url)) {
        assertThat(program.line())
            .isEqualTo("fetch: " + url + " is not like http://127.0.0.1:8080/page1.htm");
      }
    }
  }
}
