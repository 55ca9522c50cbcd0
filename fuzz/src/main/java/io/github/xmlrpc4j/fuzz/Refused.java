package io.github.xmlrpc4j.fuzz;

/** Well-formed XML that is no message of XML-RPC, by what {@link StaxMessage} says. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  Refused(String problem) {
    super(problem);
  }
}
