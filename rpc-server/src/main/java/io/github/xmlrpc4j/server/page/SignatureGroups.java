package io.github.xmlrpc4j.server.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Many signatures in few lines: one for each number of parameters, with all types that are possible
 * at each place. Not each combination of them has to be.
 */
final class SignatureGroups {
  private SignatureGroups() {}

  /** The types at each place, the result's first; a list for each number of parameters. */
  static List<List<Set<String>>> of(List<List<String>> signatures) {
    Map<Integer, List<Set<String>>> groups = new TreeMap<>();
    for (List<String> signature : signatures) {
      List<Set<String>> places =
          groups.computeIfAbsent(signature.size(), SignatureGroups::emptyPlaces);
      for (int i = 0; i < signature.size(); i++) {
        places.get(i).add(signature.get(i));
      }
    }
    return List.copyOf(groups.values());
  }

  private static List<Set<String>> emptyPlaces(int count) {
    List<Set<String>> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(new LinkedHashSet<>());
    }
    return places;
  }
}
