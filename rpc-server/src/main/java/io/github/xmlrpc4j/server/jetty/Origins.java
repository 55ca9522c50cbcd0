package io.github.xmlrpc4j.server.jetty;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/**
 * The origins whose pages may call the server (RFC 6454; <a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>).
 *
 * <p>A page must not be able to drive a service on its visitor's machine, so an origin is refused
 * unless it is allowed by name, or is a loopback address and this very port: the server itself has
 * served that page. An origin that equals the Host header proves nothing, since any name can be
 * made to lead to a loopback address.
 */
final class Origins {
  private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#@\\s]+");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.%]+]");
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");
  private static final HttpField VARY =
      new PreEncodedHttpField(HttpHeader.VARY, HttpHeader.ORIGIN.asString());
  private static final HttpField ALLOW_METHODS =
      new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, HttpMethod.POST.asString());

  private final Set<String> allowed;

  Origins(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * An origin as browsers write it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static String canonical(String origin) {
    String canonical = origin.toLowerCase(Locale.ROOT);
    if (!ORIGIN.matcher(canonical).matches()) {
      throw new IllegalArgumentException(
          "origin: \""
              + origin
              + "\" (expected: scheme, host and port alone, as in"
              + " \"https://example.org\" or \"http://example.org:8080\")");
    }
    return canonical;
  }

  /**
   * Tells the browser of an allowed page that the page may read the response. A request that comes
   * from no page passes.
   *
   * @throws Refusal if it comes from a page that is not allowed
   */
  void check(Request request, HttpFields.Mutable response) throws Refusal {
    HttpFields headers = request.getHeaders();
    if (!headers.contains(HttpHeader.ORIGIN)) {
      return;
    }
    List<String> origins = headers.getValuesList(HttpHeader.ORIGIN);
    if (origins.size() != 1 || !isAllowed(origins.get(0), Request.getLocalPort(request))) {
      throw new Refusal(
          HttpStatus.FORBIDDEN_403,
          "Pages of this origin may not call this server; its builder's allowOrigin lets them.");
    }
    response.put(VARY);
    response.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origins.get(0));
  }

  /**
   * Checks that what is read here is read by no page but our own and those of allowed origins. A
   * page's own files are read by its own origin; a name that somebody has made to lead here is an
   * origin of theirs, while an address of digits, {@code localhost} and the name of an allowed
   * origin lead nowhere else.
   *
   * @throws Refusal if it is read under another name, or by another page
   */
  void checkReading(Request request, HttpFields.Mutable response) throws Refusal {
    String name = Request.getServerName(request).toLowerCase(Locale.ROOT);
    if (!ADDRESS.matcher(name).matches() && !LOOPBACK.contains(name) && !isAllowedHost(name)) {
      throw new Refusal(
          HttpStatus.FORBIDDEN_403,
          "Nothing is shown under this name; the builder's allowOrigin with it shows it.");
    }
    HttpFields headers = request.getHeaders();
    String own = "http://" + headers.get(HttpHeader.HOST);
    if (!headers.getValuesList(HttpHeader.ORIGIN).equals(List.of(own))) {
      check(request, response);
    }
  }

  private boolean isAllowedHost(String name) {
    return allowed.stream()
        .map(origin -> origin.substring(origin.indexOf("://") + 3))
        .anyMatch(authority -> authority.equals(name) || authority.startsWith(name + ":"));
  }

  /** Whether a browser asks, on behalf of an allowed page, what the page may send. */
  static boolean isPreflight(Request request) {
    return HttpMethod.OPTIONS.is(request.getMethod())
        && request.getHeaders().contains(HttpHeader.ORIGIN)
        && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /** Tells that browser: calls, with whatever headers the page likes. */
  static void grant(Request request, HttpFields.Mutable response) {
    response.put(ALLOW_METHODS);
    List<String> wanted =
        request.getHeaders().getValuesList(HttpHeader.ACCESS_CONTROL_REQUEST_HEADERS);
    if (!wanted.isEmpty()) {
      response.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, String.join(", ", wanted));
    }
  }

  private boolean isAllowed(String origin, int localPort) {
    String port = localPort == 80 ? "" : ":" + localPort;
    return allowed.contains(origin)
        || LOOPBACK.stream().anyMatch(host -> origin.equals("http://" + host + port));
  }
}
