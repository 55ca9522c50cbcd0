package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/** What a request must be before its body is looked at: its path, its method, its coding. */
final class HttpRules {
  /** The path that Python's {@code ServerProxy} calls where it is given none. */
  static final String DEFAULT_PATH = "/RPC2";

  private static final Set<String> PATHS = Set.of("/", DEFAULT_PATH);
  private static final HttpField ALLOW =
      new PreEncodedHttpField(HttpHeader.ALLOW, HttpMethod.POST.asString());
  private static final HttpField ALLOW_READING =
      new PreEncodedHttpField(HttpHeader.ALLOW, "GET, HEAD");

  /** Ends the connection behind the response. */
  static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");

  private HttpRules() {}

  /** Whether a request is for the endpoint. */
  static boolean isForEndpoint(Request request) {
    return PATHS.contains(Request.getPathInContext(request));
  }

  /** Whether a request is one of those that read. */
  static boolean isReading(Request request) {
    return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
  }

  /** Checks that a request is for the endpoint. */
  static void checkPath(Request request) throws Refusal {
    if (!isForEndpoint(request)) {
      throw new Refusal(
          HttpStatus.NOT_FOUND_404, "There is nothing here; the endpoint is " + DEFAULT_PATH + ".");
    }
  }

  /** Checks that a request is a call. */
  static void checkMethod(Request request) throws Refusal {
    if (!HttpMethod.POST.is(request.getMethod())) {
      throw new Refusal(
          HttpStatus.METHOD_NOT_ALLOWED_405, "An XML-RPC endpoint is called by POST.", ALLOW);
    }
  }

  /** Checks that a request for a document reads it. */
  static void checkReading(Request request) throws Refusal {
    if (!isReading(request)) {
      throw new Refusal(HttpStatus.METHOD_NOT_ALLOWED_405, "This is read by GET.", ALLOW_READING);
    }
  }

  /**
   * Checks that all who read the request agree on where its body ends (RFC 9112, 6.1): one that is
   * in chunks is so by HTTP/1.1, and is in no coding besides that would have to be taken off.
   */
  static void checkFraming(Request request) throws Refusal {
    List<String> codings = request.getHeaders().getCSV(HttpHeader.TRANSFER_ENCODING, false);
    if (!codings.isEmpty()
        && (codings.size() > 1
            || request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0)) {
      throw new Refusal(
          HttpStatus.NOT_IMPLEMENTED_501,
          "The body's Transfer-Encoding is not chunked alone, by HTTP/1.1.",
          CLOSE);
    }
  }

  /** The coding of a request's body. */
  static ContentCoding coding(Request request) throws Refusal {
    List<String> applied = request.getHeaders().getCSV(HttpHeader.CONTENT_ENCODING, false);
    String only = applied.isEmpty() ? "" : applied.get(0);
    ContentCoding coding = applied.size() > 1 ? null : ContentCoding.of(only);
    if (coding == null) {
      throw new Refusal(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
          "The body's Content-Encoding is none of gzip, deflate and identity.");
    }
    return coding;
  }
}
