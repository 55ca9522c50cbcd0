package io.github.xmlrpc4j.client;

import org.jspecify.annotations.Nullable;

/** No connection to the server could be made, so that the call had no effect there. */
public final class ConnectFailedException extends CallException {
  private static final long serialVersionUID = 1L;

  ConnectFailedException(CallSite site, String problem, @Nullable Throwable cause) {
    super(site, problem, cause);
  }
}
