package io.github.xmlrpc4j.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** The file openapi.yaml as maps and lists, and the ways to what is in it. */
final class Description {
  static final Path FILE = Path.of("openapi.yaml");

  private final Map<String, Object> root;

  private Description(String text) {
    root = new Yaml().load(text);
  }

  static Description read() {
    return new Description(text());
  }

  static Description of(String text) {
    return new Description(text);
  }

  static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is at a path of names, with what each refers to in its place; null if there is nothing.
   */
  Object at(String... names) {
    Object here = root;
    for (String name : names) {
      if (!(here instanceof Map<?, ?> map)) {
        return null;
      }
      here = resolved(map.get(name));
    }
    return here;
  }

  /** A map at a path of names, or an empty one if there is none. */
  @SuppressWarnings("unchecked")
  Map<String, Object> map(String... names) {
    Object found = at(names);
    return found == null ? Map.of() : (Map<String, Object>) found;
  }

  private Object resolved(Object node) {
    if (node instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
      String[] names = reference.substring("#/".length()).split("/", -1);
      for (int i = 0; i < names.length; i++) {
        names[i] = names[i].replace("~1", "/");
      }
      return at(names);
    }
    return node;
  }

  /** The statuses of all operations, each by its method and path, but for the second endpoint. */
  Map<String, Set<Integer>> statuses() {
    Map<String, Set<Integer>> statuses = new TreeMap<>();
    for (String path : map("paths").keySet()) {
      if (!path.equals("/")) {
        for (String method : map("paths", path).keySet()) {
          map("paths", path, method, "responses")
              .keySet()
              .forEach(
                  status ->
                      statuses
                          .computeIfAbsent(method + " " + path, any -> new TreeSet<>())
                          .add(Integer.valueOf(status)));
        }
      }
    }
    statuses.values().removeIf(Set::isEmpty);
    return statuses;
  }
}
