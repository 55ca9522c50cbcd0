package io.github.xmlrpc4j.wire;

/** A document that is well-formed XML as far as it was read, but no XML-RPC message. */
public final class NotXmlRpcException extends WireException {
  private static final long serialVersionUID = 1L;

  private final Position position;

  NotXmlRpcException(String problem, Position position) {
    super(FaultCodes.NOT_XML_RPC, "not XML-RPC at " + position + ": " + problem);
    this.position = position;
  }

  /** Where the document goes wrong. */
  public Position position() {
    return position;
  }
}
