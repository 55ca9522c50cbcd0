package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that a person types, in a folder of its own: it builds nothing of this project. */
final class ScriptTest {
  @TempDir private Path home;

  @BeforeEach
  void layOut() throws IOException {
    Files.copy(Path.of("../../xmlrpc"), home.resolve("xmlrpc"), StandardCopyOption.COPY_ATTRIBUTES);
    for (String folder :
        List.of(
            ".mvn", "rpc-wire/src/main", "samples/sockets/src/main", "samples/sockets/target")) {
      Files.createDirectories(home.resolve(folder));
    }
    for (String file : List.of("pom.xml", "rpc-wire/pom.xml", "samples/sockets/pom.xml")) {
      Files.createFile(home.resolve(file));
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Samples.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
    Path jar = home.resolve("samples/sockets/target/samples.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  @Test
  void samplesAreListed() {
    try (Program list = script("samples")) {
      assertThat(list.rest())
          .hasSize(31)
          .contains("spread            work spread over workers by XML-RPC");
      assertThat(list.status()).isZero();
    }
  }

  @Test
  void aSampleIsRunWithItsWords() {
    try (Program sample = script("sample", "byte-order", "7")) {
      assertThat(sample.rest()).startsWith("0x7", "b'\\x07\\x00\\x00\\x00'");
      assertThat(sample.status()).isZero();
    }
    try (Program help = script("sample", "time", "--help")) {
      assertThat(help.rest())
          .containsExactly(
              "time: the time, to whoever connects",
              "usage: ./xmlrpc sample time server|client [--host HOST] [--port PORT]");
    }
  }

  @Test
  void aNameThatIsNoneIsNamed() {
    try (Program unknown = script("sample", "quic")) {
      assertThat(unknown.rest())
          .containsExactly("sample: there is no quic; ./xmlrpc samples lists all");
      assertThat(unknown.status()).isEqualTo(2);
    }
  }

  @Test
  void samplesAreBuiltWhenTheirSourcesHaveChanged() throws IOException {
    Path mvn = Files.createDirectory(home.resolve("bin")).resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\necho mvn \"$@\"\n");
    assertThat(mvn.toFile().setExecutable(true)).isTrue();
    Path changed = Files.createFile(home.resolve("samples/sockets/src/main/Changed.java"));
    Files.setLastModifiedTime(changed, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    try (Program sample = script("sample", "byte-order")) {
      assertThat(sample.rest())
          .startsWith(
              "xmlrpc: building samples/sockets/target/samples.jar (its sources have changed) ...",
              "mvn -B -q -ntp -Dquick -pl samples/sockets -am package",
              "0x4d2");
    }
  }

  private Program script(String... words) {
    return Program.start(
        Stream.concat(
                Stream.of(
                    "env",
                    "JAVA_HOME=" + System.getProperty("java.home"),
                    "PATH=" + home.resolve("bin") + File.pathSeparator + System.getenv("PATH"),
                    home.resolve("xmlrpc").toString()),
                Stream.of(words))
            .toList());
  }
}
