package io.github.xmlrpc4j.client;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A header field of HTTP. It is immutable.
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
    if (requireNonNull(name, "name").isEmpty() || !isToken(name)) {
      throw new IllegalArgumentException("name: \"" + name + "\" (expected: a header's name)");
    }
    if (!isText(requireNonNull(value, "value"))) {
      throw new IllegalArgumentException(
          "value of " + name + ": holds a control character (expected: none)");
    }
  }

  /** The header of a name that authenticates by user and password (RFC 7617). */
  static Header basic(String name, String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Header(name, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Whether this header has the name, in whatever case. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isToken(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 127) {
        return false;
      }
    }
    return true;
  }

  private static boolean isToken(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
