package io.github.xmlrpc4j.client;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.Fault;

/** The server answered with a fault. */
public final class ServerFaultException extends CallException {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  ServerFaultException(CallSite site, Fault fault) {
    super(site, "fault " + fault.code() + ": " + fault.text(), null);
    this.fault = requireNonNull(fault, "fault");
  }

  /** The fault, with its further members. */
  public Fault fault() {
    return fault;
  }

  /** The fault's code. */
  public int code() {
    return fault.code();
  }

  /** The fault's text. */
  public String text() {
    return fault.text();
  }
}
