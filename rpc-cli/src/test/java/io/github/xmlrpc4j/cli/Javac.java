package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler, for sources that a command has printed. */
final class Javac {
  private Javac() {}

  /** Compiles one source and loads its class. */
  static Class<?> load(String name, String source) throws Exception {
    Path folder = Files.createTempDirectory("xmlrpc-javac");
    folder.toFile().deleteOnExit();
    Path file = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      boolean compiled =
          javac
              .getTask(
                  complaints,
                  files,
                  null,
                  List.of(
                      "-Xlint:all,-path",
                      "-Xdoclint:all,-missing",
                      "-Werror",
                      "-proc:none",
                      "-parameters",
                      "-encoding",
                      "UTF-8",
                      "-d",
                      folder.toString()),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      assertThat(compiled).as(complaints + "\n" + source).isTrue();
    }
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}).loadClass(name);
  }

  /** Compiles a program and runs it. */
  static void run(String name, String source) throws Exception {
    load(name, source).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
  }
}
