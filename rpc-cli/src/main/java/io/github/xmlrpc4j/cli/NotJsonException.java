package io.github.xmlrpc4j.cli;

/** A text that is not one value of JSON. Its message says where it goes wrong. */
final class NotJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotJsonException(String message) {
    super(message);
  }

  NotJsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
