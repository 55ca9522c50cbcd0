package io.github.xmlrpc4j.client;

import org.jspecify.annotations.Nullable;

/** The call was cancelled, or its thread interrupted, before the whole answer. */
public final class CallCancelledException extends CallException {
  private static final long serialVersionUID = 1L;

  CallCancelledException(CallSite site, String problem, @Nullable Throwable cause) {
    super(site, problem, cause);
  }
}
