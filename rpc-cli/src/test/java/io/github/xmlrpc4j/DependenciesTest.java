package io.github.xmlrpc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What comes along with each jar: this and no more, so that nothing slips in with an upgrade. */
final class DependenciesTest {
  private static final String WIRE = "io.github.xmlrpc4j:xmlrpc4j-wire";

  private static final List<String> SERVER =
      List.of(
          WIRE,
          "org.eclipse.jetty:jetty-http",
          "org.eclipse.jetty:jetty-io",
          "org.eclipse.jetty:jetty-server",
          "org.eclipse.jetty:jetty-util",
          "org.slf4j:slf4j-api");

  /** Each module that is shipped; a further one is a line here. */
  static final List<Shipped> SHIPPED =
      List.of(
          new Shipped("rpc-wire", List.of()),
          new Shipped("rpc-client-sdk", List.of(WIRE)),
          new Shipped("rpc-server", SERVER),
          new Shipped(
              "rpc-apache",
              List.of(
                  WIRE,
                  "io.github.xmlrpc4j:xmlrpc4j-client-sdk",
                  "com.evolvedbinary.thirdparty.org.apache.xmlrpc:xmlrpc-client",
                  "com.evolvedbinary.thirdparty.org.apache.xmlrpc:xmlrpc-common",
                  "org.apache.ws.commons.util:ws-commons-util")),
          new Shipped(
              "rpc-cli",
              with(
                  SERVER,
                  "info.picocli:picocli",
                  "io.github.xmlrpc4j:xmlrpc4j-client-sdk",
                  "io.github.xmlrpc4j:xmlrpc4j-server",
                  "org.slf4j:slf4j-jdk14",
                  "tools.jackson.core:jackson-core")));

  private record Shipped(String folder, List<String> needs) {}

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void aJarNeedsAtRunTime(Shipped jar) throws IOException {
    assertThat(RunTimeDependencies.ofModule(jar.folder()))
        .containsExactlyInAnyOrderElementsOf(jar.needs());
  }

  @Test
  void whatIsForTestsOrForTheCompilerOrOptionalIsNotNeededAtRunTime(@TempDir Path folder)
      throws IOException {
    Path pom = folder.resolve("pom.xml");
    Files.writeString(
        pom,
        """
        <project>
          <dependencyManagement>
            <dependencies>%s</dependencies>
          </dependencyManagement>
          <dependencies>%s%s%s%s%s</dependencies>
          <build><plugins><plugin><dependencies>%s</dependencies></plugin></plugins></build>
        </project>
        """
            .formatted(
                dependency("a", ""),
                dependency("b", "<scope>test</scope>"),
                dependency("c", "<scope>provided</scope>"),
                dependency("d", "<optional>true</optional>"),
                dependency("slf4j-jdk14", "<scope>runtime</scope>"),
                dependency("slf4j-jdk14", ""),
                dependency("e", "")));

    assertThat(RunTimeDependencies.of(pom))
        .containsExactly("org.slf4j:slf4j-api", "org.slf4j:slf4j-jdk14");
  }

  private static String dependency(String artifact, String more) {
    return "<dependency><groupId>org.slf4j</groupId><artifactId>%s</artifactId>%s</dependency>"
        .formatted(artifact, more);
  }
}
