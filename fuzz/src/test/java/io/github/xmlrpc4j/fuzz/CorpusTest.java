package io.github.xmlrpc4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The targets on all inputs that were kept, without a fuzzer. */
@Timeout(10)
class CorpusTest {
  private static final Path CORPUS = Path.of("corpus");

  /** A target and the folders whose inputs it takes. */
  private record Target(String name, Consumer<byte[]> target, List<String> folders) {
    Stream<Path> inputs() {
      return folders.stream().flatMap(Target::inputs).sorted();
    }

    private static Stream<Path> inputs(String folder) {
      try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
        return files.toList().stream();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static final List<Target> TARGETS =
      List.of(
          new Target("CallReader", CallReader::fuzzerTestOneInput, List.of("CallReader")),
          new Target(
              "ResponseReader", ResponseReader::fuzzerTestOneInput, List.of("ResponseReader")),
          new Target("RoundTrip", RoundTrip::fuzzerTestOneInput, List.of("RoundTrip")),
          new Target(
              "Differential",
              Differential::fuzzerTestOneInput,
              List.of("CallReader", "ResponseReader", "Differential")));

  static Stream<Arguments> inputs() {
    return TARGETS.stream()
        .flatMap(
            target ->
                target
                    .inputs()
                    .map(
                        input ->
                            Arguments.of(
                                target.name, CORPUS.relativize(input), target.target, input)));
  }

  @ParameterizedTest(name = "{0} takes {1}")
  @MethodSource("inputs")
  void keptInputsBreakNoPromise(String name, Path shown, Consumer<byte[]> target, Path input)
      throws IOException {
    byte[] data = Files.readAllBytes(input);
    assertThatCode(() -> target.accept(data)).doesNotThrowAnyException();
  }

  @Test
  void everyTargetHasInputs() {
    assertThat(TARGETS).allSatisfy(target -> assertThat(target.inputs()).isNotEmpty());
  }
}
