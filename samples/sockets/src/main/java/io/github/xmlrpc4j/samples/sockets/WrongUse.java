package io.github.xmlrpc4j.samples.sockets;

/** Words that do not fit a sample's usage line, which the message ends with. */
final class WrongUse extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  WrongUse(String message, String usage) {
    super(message + System.lineSeparator() + "usage: ./xmlrpc sample " + usage);
  }
}
