package io.github.xmlrpc4j.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A call that came to nothing. Its message names the server, the method and the cause in one line;
 * its class says how far the call got.
 *
 * <p>Arguments that cannot be written never leave this program: they are an {@link
 * io.github.xmlrpc4j.wire.UnwritableValueException}.
 *
 * <p>Its kinds are immutable but for what every exception can be given: suppressed ones, a trace.
 */
public abstract sealed class CallException extends RuntimeException
    permits ConnectFailedException,
        CallTimeoutException,
        ConnectionLostException,
        CallCancelledException,
        HttpStatusException,
        BadResponseException,
        ServerFaultException,
        ResultMismatchException,
        ResponseLimitException {
  private static final long serialVersionUID = 1L;

  private final transient URI server;
  private final String methodName;

  CallException(CallSite site, String problem, @Nullable Throwable cause) {
    super(site + ": " + problem, cause);
    this.server = site.server();
    this.methodName = site.methodName();
  }

  /** The server's address, without user and password. */
  public URI server() {
    return server;
  }

  /** The method that was called; {@code (raw)} for a raw exchange. */
  public String methodName() {
    return methodName;
  }
}
