package io.github.xmlrpc4j.client;

import org.jspecify.annotations.Nullable;

/** The connection ended before the whole answer. Whether the call had an effect is not known. */
public final class ConnectionLostException extends CallException {
  private static final long serialVersionUID = 1L;

  ConnectionLostException(CallSite site, String problem, @Nullable Throwable cause) {
    super(site, problem, cause);
  }
}
