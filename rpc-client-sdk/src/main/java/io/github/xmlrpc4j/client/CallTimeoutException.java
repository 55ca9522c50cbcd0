package io.github.xmlrpc4j.client;

import org.jspecify.annotations.Nullable;

/** The call was not answered before its deadline. Whether it had an effect is not known. */
public final class CallTimeoutException extends CallException {
  private static final long serialVersionUID = 1L;

  CallTimeoutException(CallSite site, String problem, @Nullable Throwable cause) {
    super(site, problem, cause);
  }
}
