package io.github.xmlrpc4j.fuzz;

/** A document that is not well-formed XML, by what {@link XmlText} and the JDK's parser say. */
final class NotWellFormed extends Exception {
  private static final long serialVersionUID = 1L;

  NotWellFormed(String problem) {
    super(problem);
  }

  NotWellFormed(Exception cause) {
    super(cause);
  }
}
