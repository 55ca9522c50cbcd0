package io.github.xmlrpc4j;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The house that docs/design.md draws, in code: which package may use which, and in which package a
 * line may mention what.
 */
final class HouseTest {
  private static final String HOUSE = "io.github.xmlrpc4j";
  private static final String WIRE = HOUSE + ".wire";
  private static final String BIND = HOUSE + ".wire.bind";
  private static final String CODING = HOUSE + ".wire.coding";
  private static final String CONTRACT = HOUSE + ".contract";
  private static final String SERVER = HOUSE + ".server";
  private static final String PAGE = HOUSE + ".server.page";
  private static final String JETTY = HOUSE + ".server.jetty";
  private static final String FUNCTIONS = HOUSE + ".server.functions";
  private static final String CONFORMANCE = HOUSE + ".server.conformance";
  private static final String CLIENT = HOUSE + ".client";
  private static final String APACHE = HOUSE + ".apache";
  private static final String CLI = HOUSE + ".cli";

  /** Each floor with those below it, which are all that it may use of ours. */
  private static final List<Floor> FLOORS =
      List.of(
          new Floor(WIRE),
          new Floor(BIND, WIRE),
          new Floor(CODING, WIRE),
          new Floor(CONTRACT, WIRE, BIND),
          new Floor(SERVER, WIRE, BIND, CONTRACT),
          new Floor(PAGE, WIRE, SERVER),
          new Floor(JETTY, WIRE, BIND, CODING, CONTRACT, SERVER, PAGE),
          new Floor(FUNCTIONS, WIRE, BIND, CONTRACT, SERVER),
          new Floor(CONFORMANCE, WIRE, BIND, CONTRACT, SERVER),
          new Floor(CLIENT, WIRE, BIND, CODING, CONTRACT),
          new Floor(APACHE, WIRE, BIND, CODING, CONTRACT, SERVER, CLIENT),
          new Floor(
              CLI, WIRE, BIND, CODING, CONTRACT, SERVER, JETTY, FUNCTIONS, CONFORMANCE, CLIENT));

  private static final String[] LIBRARIES = {
    WIRE, BIND, CODING, CONTRACT, SERVER, PAGE, JETTY, FUNCTIONS, CONFORMANCE, CLIENT, APACHE
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(HOUSE);

  private static final Set<String> JAVA_BASE = Object.class.getModule().getPackages();

  private record Floor(String name, Set<String> below) {
    Floor(String name, String... below) {
      this(name, Set.of(below));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void everyClassLivesOnAFloor() {
    check(classes().should().resideInAnyPackage(packages(FLOORS.stream().map(Floor::name))));
  }

  @ParameterizedTest
  @FieldSource("FLOORS")
  void aFloorUsesOnlyWhatIsBelowIt(Floor floor) {
    String[] ours = packages(Stream.concat(Stream.of(floor.name()), floor.below().stream()));
    check(
        classes()
            .that()
            .resideInAPackage(floor.name())
            .should()
            .onlyDependOnClassesThat(
                resideOutsideOfPackage(HOUSE + "..").or(resideInAnyPackage(ours))));
  }

  @Test
  void noPackagesUseEachOtherInACircle() {
    check(slices().matching(HOUSE + ".(**)").should().beFreeOfCycles());
  }

  @Test
  void theGroundNeedsNothingButTheJdk() {
    check(
        classes()
            .that()
            .resideInAnyPackage(WIRE, BIND, CODING, CONTRACT)
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(WIRE, BIND, CODING, CONTRACT)
                    .or(inJavaBase())
                    .or(resideInAPackage("org.jspecify.annotations"))));
  }

  @Test
  void reflectionIsForBindingAndForTheBoundMethod() {
    DescribedPredicate<JavaClass> byteViews =
        type(MethodHandles.class).or(type(VarHandle.class)).as("views of byte arrays");
    check(
        mention(
            resideInAnyPackage("java.lang.reflect", "java.lang.invoke"),
            resideInAnyPackage(BIND, CONTRACT).or(boundMethod()),
            Map.of(WIRE, byteViews, CLIENT, resideInAPackage("java.lang.reflect"))));
  }

  @Test
  void theWireTakesNoMethodHandleButViewsOfByteArrays() {
    check(
        noClasses()
            .that()
            .resideInAPackage(WIRE)
            .should()
            .accessTargetWhere(
                accessTo("MethodHandles but for byteArrayViewVarHandle", MethodHandles.class)
                    .and(not(accessNamed("byteArrayViewVarHandle")))));
  }

  @Test
  void inputAndOutputAreForTheTransport() {
    check(
        mention(
            inputOrOutputFailures(),
            resideInAnyPackage(CODING, JETTY, CLIENT, APACHE, CLI),
            // The program's own InputStream, which is written as it is drawn, may fail.
            Map.of(BIND, inputOrOutputFailures())));
  }

  @Test
  void theNetworkIsForTheTransport() {
    DescribedPredicate<JavaClass> uri = type(URI.class).or(type(URISyntaxException.class));
    check(
        mention(
            resideInAPackage("java.net.."),
            resideInAnyPackage(JETTY, CLIENT, CLI),
            // A URI is a value like others, and a call knows who made it: neither is a socket.
            Map.of(BIND, uri, SERVER, type(SocketAddress.class), APACHE, uri.or(type(URL.class)))));
  }

  @Test
  void jettyStaysInItsPackage() {
    check(mention(resideInAPackage("org.eclipse.jetty.."), resideInAPackage(JETTY), Map.of()));
  }

  @Test
  void jettyIsInNoPublicSignature() {
    check(
        classes()
            .that()
            .resideInAPackage(JETTY)
            .should(showNothingOf(resideInAPackage("org.eclipse.jetty.."))));
  }

  @Test
  void apacheXmlRpcStaysInItsBridge() {
    check(mention(resideInAPackage("org.apache.xmlrpc.."), resideInAPackage(APACHE), Map.of()));
  }

  @Test
  void onlyTheServerAndTheCommandLog() {
    check(
        mention(
            resideInAPackage("org.slf4j.."),
            resideInAnyPackage(SERVER, JETTY, FUNCTIONS, CLI),
            Map.of()));
  }

  @Test
  void threadsAreForTheTransport() {
    DescribedPredicate<JavaClass> threads =
        assignableTo(Thread.class)
            .or(assignableTo(Executor.class))
            .or(assignableTo(ThreadFactory.class))
            .or(type(Executors.class))
            .or(type(Timer.class))
            .or(describe("of Thread", type -> type.getName().startsWith("java.lang.Thread$")))
            .as("threads or executors");
    check(mention(threads, resideInAnyPackage(JETTY, CLIENT, CLI), Map.of()));
  }

  @Test
  void noLibraryReadsSystemProperties() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .accessTargetWhere(
                accessTo("System properties", System.class)
                    .and(
                        accessNamed("getProperty", "getProperties", "setProperty", "clearProperty"))
                    .or(
                        accessTo("System properties", Integer.class, Long.class, Boolean.class)
                            .and(accessNamed("getInteger", "getLong", "getBoolean")))));
  }

  @Test
  void noLibraryTurnsTextIntoClasses() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .accessTargetWhere(
                accessTo("classes by name", Class.class)
                    .and(accessNamed("forName"))
                    .or(
                        accessTo("classes by name", ClassLoader.class, MethodHandles.Lookup.class)
                            .and(accessNamed("loadClass", "findClass", "defineClass")))));
  }

  @Test
  void noLibraryDeserializesObjects() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .dependOnClassesThat(assignableTo(ObjectInputStream.class)));
  }

  @Test
  void noLibraryStartsProcesses() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .accessTargetWhere(
                accessTo("programs", Runtime.class)
                    .and(accessNamed("exec"))
                    .or(accessTo("programs", ProcessBuilder.class))));
  }

  @Test
  void noLibraryHasStaticStateThatChanges() {
    check(
        fields()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(LIBRARIES))
            .should()
            .notBeStatic()
            .orShould()
            .beFinal());
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(false).check(CLASSES);
  }

  private static String[] packages(Stream<String> names) {
    return names.toArray(String[]::new);
  }

  /**
   * A rule: what is guarded is mentioned at home only, and elsewhere not but for the exceptions of
   * single packages.
   */
  private static ArchRule mention(
      DescribedPredicate<JavaClass> guarded,
      DescribedPredicate<JavaClass> home,
      Map<String, DescribedPredicate<JavaClass>> exceptions) {
    return classes()
        .that(not(home))
        .should(
            new ArchCondition<JavaClass>("not mention " + guarded.getDescription()) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                DescribedPredicate<JavaClass> allowed =
                    exceptions.getOrDefault(type.getPackageName(), describe("none", any -> false));
                DescribedPredicate<JavaClass> broken = guarded.and(not(allowed));
                type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> broken.test(dependency.getTargetClass()))
                    .forEach(dependency -> fail(type, dependency.getDescription(), events));
              }
            });
  }

  /**
   * A condition: no type that is seen outside has one of these in a signature that is seen outside.
   */
  private static ArchCondition<JavaClass> showNothingOf(DescribedPredicate<JavaClass> hidden) {
    return new ArchCondition<>("show nothing of " + hidden.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isSeenOutside(type)) {
          return;
        }
        Stream<JavaType> parents =
            Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        if (Stream.concat(parents, type.getTypeParameters().stream())
            .flatMap(parent -> parent.getAllInvolvedRawTypes().stream())
            .anyMatch(hidden)) {
          fail(type, type.getDescription(), events);
        }
        type.getMembers().stream()
            .filter(member -> isSeenOutside(member.getModifiers()))
            .filter(member -> signature(member).anyMatch(hidden))
            .forEach(member -> fail(type, member.getDescription(), events));
      }
    };
  }

  private static Stream<JavaClass> signature(JavaMember member) {
    Stream<JavaClass> thrown =
        member instanceof JavaCodeUnit unit
            ? unit.getThrowsClause().getTypes().stream().map(JavaClass.class::cast)
            : Stream.empty();
    return Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown);
  }

  private static boolean isSeenOutside(JavaClass type) {
    return isSeenOutside(type.getModifiers())
        && type.getEnclosingClass().map(HouseTest::isSeenOutside).orElse(true);
  }

  private static boolean isSeenOutside(Collection<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static void fail(JavaClass type, String message, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(type, message));
  }

  private static DescribedPredicate<JavaClass> inJavaBase() {
    return describe(
        "are in java.base",
        type -> {
          JavaClass element = type.getBaseComponentType();
          return element.isPrimitive() || JAVA_BASE.contains(element.getPackageName());
        });
  }

  /** By reflection: the importer does not know the parents of what is only caught. */
  private static DescribedPredicate<JavaClass> inputOrOutputFailures() {
    return describe(
        "IOException or its kinds",
        type ->
            type.getName().endsWith("Exception")
                && IOException.class.isAssignableFrom(type.reflect()));
  }

  private static DescribedPredicate<JavaClass> boundMethod() {
    return describe(
        "are the bound method of the server",
        type ->
            type.getPackageName().equals(SERVER)
                && outermost(type).getSimpleName().equals("BoundMethod"));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseTest::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaClass> type(Class<?> type) {
    return describe(type.getName(), candidate -> candidate.isEquivalentTo(type));
  }

  private static DescribedPredicate<JavaAccess<?>> accessTo(String what, Class<?>... owners) {
    return describe(
        what,
        access ->
            Stream.of(owners).anyMatch(owner -> access.getTargetOwner().isAssignableTo(owner)));
  }

  private static DescribedPredicate<JavaAccess<?>> accessNamed(String... names) {
    return describe(
        String.join(", ", names), access -> List.of(names).contains(access.getTarget().getName()));
  }
}
