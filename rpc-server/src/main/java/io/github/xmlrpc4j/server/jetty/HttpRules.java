package io.github.xmlrpc4j.server.jetty;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What a request must be before its body is looked at: its path, its method, its origin. */
final class HttpRules {
  /** The path that Python's {@code ServerProxy} calls where it is given none. */
  static final String DEFAULT_PATH = "/RPC2";

  private static final Set<String> PATHS = Set.of("/", DEFAULT_PATH);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final HttpField ALLOW =
      new PreEncodedHttpField(HttpHeader.ALLOW, HttpMethod.POST.asString());

  /**
   * A refusal by HTTP.
   *
   * @param status the status
   * @param text the reason in one line
   * @param headers what the status asks for beside it
   */
  record Refusal(int status, String text, List<HttpField> headers) {
    Refusal(int status, String text) {
      this(status, text, List.of());
    }
  }

  private final Set<String> origins;

  /**
   * Creates the rules.
   *
   * @param origins the origins whose pages may call, beside loopback ones of the server's own port
   */
  HttpRules(Set<String> origins) {
    this.origins = origins;
  }

  /** Why a request is refused, or null if it is not. */
  @Nullable Refusal refusal(Request request) {
    String path = Request.getPathInContext(request);
    if (!PATHS.contains(path)) {
      return new Refusal(
          HttpStatus.NOT_FOUND_404, "There is nothing here; the endpoint is " + DEFAULT_PATH + ".");
    }
    if (!HttpMethod.POST.is(request.getMethod())) {
      return new Refusal(
          HttpStatus.METHOD_NOT_ALLOWED_405,
          "An XML-RPC endpoint is called by POST.",
          List.of(ALLOW));
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null && !isAllowed(origin, Request.getLocalPort(request))) {
      return new Refusal(
          HttpStatus.FORBIDDEN_403,
          "Pages of this origin may not call this server; its builder's allowOrigin lets them.");
    }
    return null;
  }

  /**
   * Whether pages of an origin may call. A page from a loopback address and this port was served by
   * this server itself. An origin that equals the Host header proves nothing, since any name can
   * be made to lead to a loopback address.
   */
  private boolean isAllowed(String origin, int localPort) {
    if (origins.contains(origin)) {
      return true;
    }
    try {
      URI uri = new URI(origin);
      return "http".equals(uri.getScheme())
          && uri.getHost() != null
          && LOOPBACK.contains(uri.getHost())
          && (uri.getPort() < 0 ? 80 : uri.getPort()) == localPort;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
