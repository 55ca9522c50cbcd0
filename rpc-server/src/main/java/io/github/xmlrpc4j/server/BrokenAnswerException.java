package io.github.xmlrpc4j.server;

/**
 * A call has failed when a part of its answer was on its way, so that there can be no fault. The
 * transport must end the connection in a way that shows the answer to be cut short.
 */
public final class BrokenAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenAnswerException(String problem) {
    // Without a stack trace: what failed has been logged with its own.
    super(problem, null, false, false);
  }
}
