package io.github.xmlrpc4j;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What a module needs at run time, by its pom and the poms of what it needs: those of this project
 * in their folders, the others beside their jars in Maven's repository.
 */
final class RunTimeDependencies {
  private static final Path ROOT = Path.of("..");
  private static final Pattern CLASS_PATH = Pattern.compile(Pattern.quote(File.pathSeparator));
  private static final Set<String> RUN_TIME_SCOPES = Set.of("", "compile", "runtime");

  private RunTimeDependencies() {}

  /** What a module of this project needs, by the name of its folder. */
  static SortedSet<String> ofModule(String folder) throws IOException {
    return of(ROOT.resolve(folder).resolve("pom.xml"));
  }

  /** What a pom's project needs: groups and artifacts, as {@code org.slf4j:slf4j-api}. */
  static SortedSet<String> of(Path pom) throws IOException {
    SortedSet<String> needed = new TreeSet<>();
    add(pom, Set.of(), needed);
    return needed;
  }

  private static void add(Path pom, Set<String> excluded, Set<String> needed) throws IOException {
    for (Element dependency : grandchildren(project(pom), "dependencies", "dependency")) {
      if (RUN_TIME_SCOPES.contains(text(dependency, "scope"))
          && !text(dependency, "optional").equals("true")) {
        add(text(dependency, "groupId"), text(dependency, "artifactId"), excluded, needed);
      }
    }
  }

  private static void add(String group, String artifact, Set<String> excluded, Set<String> needed)
      throws IOException {
    String name = group + ":" + artifact;
    if (!excluded.contains(name) && needed.add(name)) {
      Set<String> excludedBelow = new TreeSet<>(excluded);
      excludedBelow.addAll(excludedBy(name));
      Path pom = group.equals("io.github.xmlrpc4j") ? ours(artifact) : theirs(group, artifact);
      add(pom, excludedBelow, needed);
    }
  }

  /** What the root pom excludes from what a dependency brings along. */
  private static Set<String> excludedBy(String dependency) throws IOException {
    Set<String> excluded = new TreeSet<>();
    for (Element management : children(project(ROOT.resolve("pom.xml")), "dependencyManagement")) {
      for (Element managed : grandchildren(management, "dependencies", "dependency")) {
        if (dependency.equals(name(managed))) {
          grandchildren(managed, "exclusions", "exclusion")
              .forEach(exclusion -> excluded.add(name(exclusion)));
        }
      }
    }
    return excluded;
  }

  private static Path ours(String artifact) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(ROOT)) {
      for (Path folder : folders) {
        Path pom = folder.resolve("pom.xml");
        if (Files.exists(pom) && text(project(pom), "artifactId").equals(artifact)) {
          return pom;
        }
      }
    }
    throw new IOException("no folder has the pom of " + artifact);
  }

  /** The pom beside the jar that these tests run with. */
  private static Path theirs(String group, String artifact) throws IOException {
    String folder = "/" + group.replace('.', '/') + "/" + artifact + "/";
    return CLASS_PATH
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> entry.replace(File.separatorChar, '/').contains(folder))
        .filter(entry -> entry.endsWith(".jar"))
        .map(jar -> Path.of(jar.replaceFirst("jar$", "pom")))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    group
                        + ":"
                        + artifact
                        + " is not on the class path: is it for tests, by a scope it inherits?"));
  }

  private static Element project(Path pom) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(pom.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(pom + " is no pom", e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static List<Element> grandchildren(Element parent, String name, String nameBelow) {
    return children(parent, name).stream()
        .flatMap(child -> children(child, nameBelow).stream())
        .toList();
  }

  private static String name(Element artifact) {
    return text(artifact, "groupId") + ":" + text(artifact, "artifactId");
  }

  /** The text of a child, or none. */
  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
  }
}
