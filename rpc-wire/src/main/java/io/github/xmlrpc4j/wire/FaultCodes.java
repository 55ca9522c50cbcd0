package io.github.xmlrpc4j.wire;

/**
 * The fault codes of the <em>Specification for Fault Code Interoperability</em>, version 20010516
 * (http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php).
 *
 * <p>Codes from -32768 to -32000 are reserved by that specification; an application's own faults
 * use any other number.
 */
public final class FaultCodes {
  /** The document is not well-formed XML, or holds what this codec never reads: a DOCTYPE. */
  public static final int NOT_WELL_FORMED = -32700;

  /** The document's character encoding is not one that this machine knows. */
  public static final int UNSUPPORTED_ENCODING = -32701;

  /** The document holds a byte or a character that its encoding or XML forbids. */
  public static final int INVALID_CHARACTER = -32702;

  /** The document is well-formed XML but no XML-RPC message. */
  public static final int NOT_XML_RPC = -32600;

  /** No method of the called name is served. */
  public static final int METHOD_NOT_FOUND = -32601;

  /** The parameters do not fit the method: their number, a type or a value. */
  public static final int INVALID_PARAMS = -32602;

  /** The server failed between method and wire: for one, a result that cannot be written. */
  public static final int INTERNAL_ERROR = -32603;

  /** The method itself failed. */
  public static final int APPLICATION_ERROR = -32500;

  /** The server refused the work: for one, a document over a limit. */
  public static final int SYSTEM_ERROR = -32400;

  /** The message was lost or spoilt between client and server. */
  public static final int TRANSPORT_ERROR = -32300;

  private static final int LOWEST_RESERVED = -32768;
  private static final int HIGHEST_RESERVED = -32000;

  private FaultCodes() {}

  /** Whether the specification reserves a code, so that it means what is agreed on. */
  public static boolean isReserved(int code) {
    return code >= LOWEST_RESERVED && code <= HIGHEST_RESERVED;
  }
}
