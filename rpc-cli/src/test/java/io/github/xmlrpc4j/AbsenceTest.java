package io.github.xmlrpc4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What is not there cannot be abused: no class that is shipped so much as mentions what remote
 * attacks on programs in Java are made of.
 */
final class AbsenceTest {
  private static final String HOUSE = "io.github.xmlrpc4j.";

  /** The classes of all shipped modules; a further module is a test dependency of this one. */
  private static final List<ClassFile> SHIPPED =
      new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPackages("io.github.xmlrpc4j")
              .stream()
              .map(AbsenceTest::read)
              .toList();

  /** Classes of which each has to be among them, so that no module is left out unseen. */
  private static final List<String> ONE_OF_EACH_MODULE =
      List.of(
          "wire.Scanner",
          "server.jetty.RpcServer",
          "client.ServerProxy",
          "apache.ApacheCodec",
          "cli.XmlRpc");

  /** Those who find out once, when something is bound, what calls then do without. */
  private static final Set<String> REFLECTIVE =
      Set.of(
          "contract.Contract",
          "contract.DeclaredFault",
          "contract.MethodContract",
          "wire.bind.EnumCodec",
          "wire.bind.RecordCodec",
          "server.BoundMethod",
          "client.AsyncCalls",
          "client.ProxyHandler",
          "client.Recorder",
          // Reads eight bytes at a time, by a view of a byte array.
          "wire.Words");

  static final List<Rule> RULES =
      List.of(
          new Rule(
              "object streams",
              "java\\.io\\.Object(In|Out)put.*|java\\.io\\.Externalizable"
                  + "|java\\.(beans|rmi)\\..*"
                  + "|.*\\.(read|write)(Object|Unshared|Resolve|Replace|External)",
              Set.of(),
              Offences.ReadsObjects.class),
          new Rule(
              "objects that can be streamed",
              "implements java\\.io\\.Serializable",
              // A part of an exception, and every exception can be.
              Set.of("wire.Position"),
              Offences.CanBeWrittenAsObject.class),
          new Rule(
              "classes by name",
              "java\\.lang\\.Class\\.forName|java\\.lang\\.ClassLoader\\..*"
                  + "|java\\.util\\.ServiceLoader.*|.*ClassLoader\\.<init>"
                  + "|.*\\.(find|load|define|defineHidden)Class",
              Set.of(),
              Offences.FindsClassesByName.class,
              Offences.LoadsClasses.class),
          new Rule(
              "programs",
              "java\\.lang\\.Runtime\\.exec|java\\.lang\\.Process(Builder.*)?",
              Set.of(),
              Offences.StartsPrograms.class,
              Offences.BuildsPrograms.class),
          new Rule(
              "scripts and compilers",
              "javax\\.(script|tools)\\..*",
              Set.of(),
              Offences.RunsScripts.class),
          new Rule(
              "naming services",
              "(javax\\.naming|com\\.sun\\.jndi)\\..*",
              Set.of(),
              Offences.LooksUpNames.class),
          new Rule(
              "parsers of XML",
              "(javax\\.xml|org\\.xml\\.sax|org\\.w3c\\.dom|com\\.sun\\.org\\.apache)\\..*",
              Set.of(),
              Offences.ParsesXml.class),
          new Rule(
              "raw memory",
              "((sun|jdk\\.internal)\\.misc|java\\.lang\\.foreign)\\..*",
              Set.of(),
              Offences.ReachesIntoMemory.class),
          new Rule(
              "native code",
              "native .*|java\\.lang\\.(System|Runtime)\\.load(Library)?",
              Set.of(),
              Offences.HasNativeCode.class,
              Offences.LoadsNativeCode.class),
          new Rule(
              "reflection",
              "java\\.lang\\.invoke\\..*"
                  // Types and arrays describe and hold; nobody can be called by them.
                  + "|java\\.lang\\.reflect\\.(?!(\\w*Type|TypeVariable|GenericDeclaration|Array)\\b).*"
                  + "|java\\.lang\\.Class\\.(newInstance|get(Declared)?"
                  + "(Class|Constructor|Field|Method|RecordComponent)(e?s)?)",
              REFLECTIVE,
              Offences.CallsByReflection.class,
              Offences.CallsByHandle.class));

  /** What must not be mentioned but by those who are allowed to, and who do it to show that. */
  private record Rule(
      String what, Pattern forbidden, Set<String> allowed, List<Class<?>> offenders) {
    Rule(String what, String forbidden, Set<String> allowed, Class<?>... offenders) {
      this(what, Pattern.compile(forbidden), allowed, List.of(offenders));
    }

    List<String> brokenBy(ClassFile file) {
      return file.mentions().stream().filter(forbidden.asMatchPredicate()).toList();
    }

    @Override
    public String toString() {
      return what;
    }
  }

  @Test
  void theClassesOfEveryModuleAreLookedAt() {
    assertThat(SHIPPED.stream().map(AbsenceTest::shortName)).containsAll(ONE_OF_EACH_MODULE);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void noShippedClassMentions(Rule rule) {
    Set<String> offenders = new TreeSet<>();
    Set<String> offences = new TreeSet<>();
    for (ClassFile file : SHIPPED) {
      List<String> broken = rule.brokenBy(file);
      String outermost = shortName(file).replaceFirst("\\$.*", "");
      if (!broken.isEmpty()) {
        offenders.add(outermost);
        if (!rule.allowed().contains(outermost)) {
          offences.add(file.name() + " mentions " + broken);
        }
      }
    }
    assertThat(offences).isEmpty();
    assertThat(rule.allowed()).as("allowed, but needless").isSubsetOf(offenders);
  }

  @ParameterizedTest
  @FieldSource("RULES")
  void aClassThatMentionsItWouldBeFound(Rule rule) {
    assertThat(rule.offenders())
        .isNotEmpty()
        .allSatisfy(offender -> assertThat(rule.brokenBy(read(offender))).isNotEmpty());
  }

  @Test
  void aClassThatDoesNoneOfItIsNotFound() {
    ClassFile innocent = read(SecurityPageTest.class);

    assertThat(RULES.stream().map(rule -> rule.brokenBy(innocent)))
        .allSatisfy(broken -> assertThat(broken).isEmpty());
  }

  private static String shortName(ClassFile file) {
    return file.name().substring(HOUSE.length());
  }

  private static ClassFile read(JavaClass type) {
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassFile read(Class<?> type) {
    String path = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(path)) {
      return ClassFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
