package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.Limits;
import java.net.CookieHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP transport is told, once and for all its exchanges.
 *
 * @param uri where to post, without user and password
 * @param headers what is sent with every request
 * @param keepAlive how long an idle connection is kept
 * @param proxy an HTTP proxy, or null
 * @param proxyHeaders what is sent to the proxy
 * @param tls what makes TLS connections; it is asked for with the first of them, since the JDK's
 *     own takes longer to load than a whole call over plain http
 * @param limits the bounds on a response
 * @param cookies what keeps cookies, or null
 * @param compression whether requests are compressed
 */
record HttpSettings(
    URI uri,
    List<Header> headers,
    Duration keepAlive,
    @Nullable InetSocketAddress proxy,
    List<Header> proxyHeaders,
    Supplier<SSLSocketFactory> tls,
    Limits limits,
    @Nullable CookieHandler cookies,
    boolean compression) {
  HttpSettings {
    headers = List.copyOf(headers);
    proxyHeaders = List.copyOf(proxyHeaders);
  }

  boolean isTls() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  String host() {
    return uri.getHost();
  }

  int port() {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return isTls() ? 443 : 80;
  }

  /** The host and the port as the Host header has them. */
  String authority() {
    return uri.getPort() < 0 ? host() : host() + ":" + uri.getPort();
  }

  /** What the request line names: path and query. */
  String target() {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return (path.isEmpty() ? "/" : path) + query;
  }
}
