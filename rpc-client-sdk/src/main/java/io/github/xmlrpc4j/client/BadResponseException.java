package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.Position;
import org.jspecify.annotations.Nullable;

/** The server answered with status 200 and something that is no XML-RPC response. */
public final class BadResponseException extends CallException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Position position;
  private final String body;

  BadResponseException(
      CallSite site,
      String problem,
      @Nullable Position position,
      String body,
      @Nullable Throwable cause) {
    super(site, problem, cause);
    this.position = position;
    this.body = body;
  }

  /** Where the body stops making sense; null where it is the head that does not. */
  public @Nullable Position position() {
    return position;
  }

  /** The body as text, its first 2,048 bytes; empty where it was not read. */
  public String body() {
    return body;
  }
}
