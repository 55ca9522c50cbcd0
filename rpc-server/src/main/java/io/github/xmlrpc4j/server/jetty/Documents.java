package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.server.page.Catalog;
import io.github.xmlrpc4j.server.page.OpenApi;
import io.github.xmlrpc4j.server.page.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What a server lets be read: the page on its functions, its files, the OpenAPI description. */
final class Documents {
  /** A server that lets nothing be read. */
  static final Documents NONE = new Documents(Map.of(), null);

  private static final String YAML = "application/yaml";
  private static final String HTML = "text/html; charset=utf-8";

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final List<String> FILES =
      List.of(
          "page.css",
          "icon.svg",
          "page.js",
          "clipboard.js",
          "code.js",
          "dom.js",
          "endpoint.js",
          "fields.js",
          "form.js",
          "highlight.js",
          "languages.js",
          "notation.js",
          "parameter.js",
          "result.js",
          "search.js",
          "tray.js",
          "wire.js");

  /** The files that somebody has asked for: a server starts without a look at them. */
  private static final Map<String, Document> READ = new ConcurrentHashMap<>();

  private final Map<String, Function<Request, Document>> paths;
  private final @Nullable Function<Request, Document> page;

  private Documents(
      Map<String, Function<Request, Document>> paths, @Nullable Function<Request, Document> page) {
    this.paths = paths;
    this.page = page;
  }

  /** What is to be read of an endpoint. */
  static Documents of(Endpoint endpoint) {
    Map<String, Function<Request, Document>> paths = new HashMap<>();
    FILES.forEach(
        name -> paths.put("/page/" + name, request -> READ.computeIfAbsent(name, Documents::file)));
    paths.put("/openapi.yaml", request -> description(endpoint, request));
    return new Documents(paths, request -> page(endpoint, request));
  }

  private static Document description(Endpoint endpoint, Request request) {
    Catalog catalog = Catalog.of(endpoint, new HttpCaller(request));
    return Document.of(YAML, OpenApi.of(new String(resource("openapi.yaml"), UTF_8), catalog));
  }

  private static Document page(Endpoint endpoint, Request request) {
    Catalog catalog = Catalog.of(endpoint, new HttpCaller(request));
    return Document.of(HTML, Page.of(catalog, authority(request)));
  }

  /** The host and port by which the browser knows the server. */
  private static String authority(Request request) {
    int port = Request.getServerPort(request);
    return Request.getServerName(request) + (port == 80 ? "" : ":" + port);
  }

  private static Document file(String name) {
    String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return Document.of(String.valueOf(type), resource(name));
  }

  private static byte[] resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + Page.class.getName());
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a request is for, if not for the endpoint: by its path alone, but that the endpoint's own
   * paths are also the page's, for those who read and say that they take HTML.
   */
  @Nullable Function<Request, Document> find(Request request) {
    if (!HttpRules.isForEndpoint(request)) {
      return paths.get(Request.getPathInContext(request));
    }
    return HttpRules.isReading(request) && takesHtml(request) ? page : null;
  }

  /** Whether HTML is named among what a peer takes; one that takes anything wants no page. */
  private static boolean takesHtml(Request request) {
    return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT).contains("text/html");
  }
}
