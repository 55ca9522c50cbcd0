package io.github.xmlrpc4j.client;

import org.jspecify.annotations.Nullable;

/** The server's answer is over one of the {@link io.github.xmlrpc4j.wire.Limits}. */
public final class ResponseLimitException extends CallException {
  private static final long serialVersionUID = 1L;

  ResponseLimitException(CallSite site, String problem, @Nullable Throwable cause) {
    super(site, problem, cause);
  }
}
