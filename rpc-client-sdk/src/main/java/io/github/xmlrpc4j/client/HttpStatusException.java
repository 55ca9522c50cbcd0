package io.github.xmlrpc4j.client;

import java.util.List;

/**
 * The server answered with an HTTP status other than 200, so that what is at the address is no
 * XML-RPC endpoint, or does not want this caller.
 */
public final class HttpStatusException extends CallException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;
  private final transient List<Header> headers;
  private final String body;

  HttpStatusException(CallSite site, int status, String reason, List<Header> headers, String body) {
    super(
        site,
        "HTTP status " + status + (reason.isEmpty() ? "" : " " + reason) + Snippet.quoted(body),
        null);
    this.status = status;
    this.reason = reason;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  /** The status. */
  public int status() {
    return status;
  }

  /** The reason phrase, which may be empty. */
  public String reason() {
    return reason;
  }

  /** The headers of the response, in order. */
  public List<Header> headers() {
    return headers;
  }

  /** The body as text; its first 2,048 bytes. */
  public String body() {
    return body;
  }
}
