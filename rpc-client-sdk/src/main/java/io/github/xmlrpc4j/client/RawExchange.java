package io.github.xmlrpc4j.client;

/**
 * A request and its response as they were on the wire.
 *
 * @param request what was sent
 * @param response what came back
 */
public record RawExchange(RawMessage request, RawMessage response) {
  /** Both as text, one after the other, as Wireshark shows them. */
  @Override
  public String toString() {
    return request + (request.toString().endsWith("\n") ? "\n" : "\n\n") + response;
  }
}
