package io.github.xmlrpc4j.server.jetty;

import java.util.List;
import org.eclipse.jetty.http.HttpField;

/** A request that is answered by a status of HTTP, since it never became a call. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String text;
  private final transient List<HttpField> headers;

  /**
   * A refusal.
   *
   * @param text the reason in one line
   * @param headers what the status asks for beside it
   */
  Refusal(int status, String text, HttpField... headers) {
    // Without a stack trace: those who are refused are many, and have time.
    super(text, null, false, false);
    this.status = status;
    this.text = text;
    this.headers = List.of(headers);
  }

  int status() {
    return status;
  }

  String text() {
    return text;
  }

  List<HttpField> headers() {
    return headers;
  }
}
