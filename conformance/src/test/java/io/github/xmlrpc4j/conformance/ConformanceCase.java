package io.github.xmlrpc4j.conformance;

import io.github.xmlrpc4j.wire.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document, and what each dialect should make of it.
 *
 * @param topic the folder
 * @param name the file's name without its ending
 * @param title what the case shows, in a sentence
 * @param isCall whether the document is to be read as a call, or as a response
 * @param document the document's bytes
 * @param strict what the strict dialect makes of it
 * @param lenient what the lenient dialect makes of it
 * @param every what a dialect that accepts every deviation makes of it
 */
@SuppressWarnings("ArrayRecordComponent") // Cases are run, not compared.
record ConformanceCase(
    String topic,
    String name,
    String title,
    boolean isCall,
    byte[] document,
    Outcome strict,
    Outcome lenient,
    Outcome every) {
  /** The repository, as seen from the module's folder, which is where tests run. */
  static final Path ROOT = Path.of("..");

  /** The folder of the cases, below the repository. */
  static final String FOLDER = "rpc-wire/src/test/resources/conformance/";

  private static final List<String> KEYS =
      List.of(
          "title",
          "message",
          "value",
          "strict",
          "lenient",
          "every",
          "deviation",
          "encoding",
          "escapes");

  /** All cases, by topic and name. */
  static List<ConformanceCase> all() {
    try (Stream<Path> files = Files.walk(ROOT.resolve(FOLDER))) {
      return files
          .filter(path -> path.toString().endsWith(".txt"))
          .sorted()
          .map(ConformanceCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConformanceCase read(Path path) {
    try {
      String file = path.getFileName().toString();
      String name = file.substring(0, file.length() - ".txt".length());
      return of(path.getParent().getFileName().toString(), name, CaseFile.read(path));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
    }
  }

  private static ConformanceCase of(String topic, String name, CaseFile file) {
    file.requireNoOtherThan(KEYS);
    String message = file.required("message");
    if (!message.equals("call") && !message.equals("response")) {
      throw new IllegalArgumentException("a message is a call or a response, not a " + message);
    }
    Outcome strict = verdict(file, "strict", List.of());
    Outcome lenient = verdict(file, "lenient", file.all("deviation"));
    Outcome every =
        file.optional("every") == null ? lenient : verdict(file, "every", file.all("deviation"));
    requireSense(file, strict, lenient, every);
    return new ConformanceCase(
        topic,
        name,
        file.required("title"),
        message.equals("call"),
        file.document(),
        strict,
        lenient,
        every);
  }

  private static Outcome verdict(CaseFile file, String dialect, List<String> deviations) {
    String stated = file.required(dialect);
    return stated.equals("value")
        ? Outcome.value(Json.ascii(file.required("value")), deviations)
        : Outcome.refused(Problem.parse(stated));
  }

  /** A case whose lines contradict each other would state nothing. */
  private static void requireSense(CaseFile file, Outcome strict, Outcome lenient, Outcome every) {
    require(
        every.isValue() == (file.optional("value") != null),
        "a value stands where a dialect reads one, and only there");
    require(!lenient.isValue() || every.equals(lenient), "what lenient reads, all dialects read");
    require(
        file.all("deviation").isEmpty() == (strict.isValue() || !every.isValue()),
        "deviations stand where they part the dialects, and only there");
    require(!strict.isValue() || lenient.isValue(), "what strict reads, lenient reads");
    require(
        lenient.isValue() || lenient.why().text().contains("Deviation.") == every.isValue(),
        "what is refused by a deviation's name has a line \"every\", and nothing else has");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** What one of {@link OurReaders#DIALECTS} should make of the document. */
  Outcome verdict(Dialect dialect) {
    return switch (dialect.name()) {
      case "strict" -> strict;
      case "lenient" -> lenient;
      default -> every;
    };
  }

  /** What the document says, or null if no dialect reads it. */
  @Nullable String json() {
    return every.json();
  }

  String path() {
    return FOLDER + topic + "/" + name + ".txt";
  }

  @Override
  public String toString() {
    return topic + "/" + name + ": " + title;
  }
}
