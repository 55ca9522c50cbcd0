package io.github.xmlrpc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md promises nothing that no test proves. */
final class SecurityPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("SECURITY.md");
  private static final Pattern PROOF = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void everyTestThatThePageNamesIsThere() throws IOException {
    List<MatchResult> proofs = PROOF.matcher(Files.readString(PAGE)).results().toList();

    assertThat(proofs).hasSizeGreaterThan(20);
    assertThat(proofs).extracting(MatchResult::group).allMatch(SecurityPageTest::isThere);
  }

  private static boolean isThere(String proof) {
    String[] names = proof.replace("`", "").split("#", 2);
    return Pattern.compile(
            "(?s)@(Test|ParameterizedTest)\\b((?!\\bvoid\\b).)*\\bvoid " + names[1] + "\\(")
        .matcher(sourceOf(names[0]))
        .find();
  }

  @Test
  void everyRowOfATableNamesATest() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| what "))
            .toList();

    assertThat(rows).hasSizeGreaterThan(10).allMatch(row -> PROOF.matcher(row).find());
  }

  private static String sourceOf(String test) {
    try (Stream<Path> files = Files.find(ROOT, 20, (path, attributes) -> isSourceOf(test, path))) {
      return Files.readString(files.findFirst().orElseThrow(() -> new AssertionError(test)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSourceOf(String test, Path path) {
    return path.endsWith(test + ".java")
        && path.toString().contains("src" + path.getFileSystem().getSeparator() + "test");
  }
}
