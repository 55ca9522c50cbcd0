package io.github.xmlrpc4j.client;

import static java.util.Objects.requireNonNull;

/**
 * A header field of HTTP.
 *
 * @param name the name, a token of RFC 9110
 * @param value the value, without line ends
 */
public record Header(String name, String value) {
  /**
   * Checks the name and the value, so that neither can smuggle in a line of its own.
   *
   * @throws IllegalArgumentException if one holds what a header must not
   */
  public Header {
    if (requireNonNull(name, "name").isEmpty() || !name.chars().allMatch(Header::isToken)) {
      throw new IllegalArgumentException("name: \"" + name + "\" (expected: a header's name)");
    }
    if (requireNonNull(value, "value").chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
      throw new IllegalArgumentException(
          "value of " + name + ": holds a control character (expected: none)");
    }
  }

  /** Whether this header has the name, in whatever case. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  private static boolean isToken(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
