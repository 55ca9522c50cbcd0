package io.github.xmlrpc4j.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is, and who calls it.
 *
 * @param uri the address, with a path, and without user and password
 * @param authorization what the user and the password in the address come to, or null
 */
record ServerAddress(URI uri, @Nullable Header authorization) {
  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none of http or https
   */
  static ServerAddress of(String address) {
    URI given = URI.create(requireNonNull(address, "uri"));
    String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
    if ((!scheme.equals("http") && !scheme.equals("https")) || given.getHost() == null) {
      throw new IllegalArgumentException(
          "uri: " + shown(given) + " (expected: http://host... or https://host...)");
    }
    String path = given.getRawPath() == null ? "" : given.getRawPath();
    String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
    String port = given.getPort() < 0 ? "" : ":" + given.getPort();
    URI uri =
        URI.create(
            scheme + "://" + given.getHost() + port + (path.isEmpty() ? "/RPC2" : path) + query);
    return new ServerAddress(uri, authorization(given.getUserInfo()));
  }

  private static String shown(URI given) {
    return given.toString().replaceFirst("//[^/@]*@", "//***@");
  }

  private static @Nullable Header authorization(@Nullable String userInfo) {
    if (userInfo == null) {
      return null;
    }
    int colon = userInfo.indexOf(':');
    return Header.basic(
        "Authorization",
        colon < 0 ? userInfo : userInfo.substring(0, colon),
        colon < 0 ? "" : userInfo.substring(colon + 1));
  }
}
