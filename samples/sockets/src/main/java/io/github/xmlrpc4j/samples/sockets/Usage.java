package io.github.xmlrpc4j.samples.sockets;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sample's usage line, which is the grammar of its words: {@code time server|client [--port
 * PORT]} has a role, and an option with a value.
 */
record Usage(String line) {
  private static final Pattern OPTION = Pattern.compile(" \\[(-[-a-z]+)( [A-Z]+)?]");

  boolean takesValue(String option) {
    Matcher known = OPTION.matcher(line);
    while (known.find()) {
      if (known.group(1).equals(option)) {
        return known.group(2) != null;
      }
    }
    throw wrong("there is no option " + option);
  }

  void check(List<String> places) {
    String[] expected = OPTION.matcher(line).replaceAll("").split(" ", -1);
    for (int i = 0; i < expected.length - 1; i++) {
      String place = expected[i + 1];
      if (i < places.size()) {
        checkRole(place, places.get(i));
      } else if (!place.startsWith("[")) {
        throw wrong(place + " is missing");
      }
    }
    if (places.size() >= expected.length) {
      throw wrong("what is " + places.get(places.size() - 1) + "?");
    }
  }

  private void checkRole(String place, String word) {
    if (place.contains("|") && !List.of(place.split("\\|", -1)).contains(word)) {
      throw wrong("there is no " + word + " here");
    }
  }

  WrongUse wrong(String message) {
    return new WrongUse(message, line);
  }
}
