package io.github.xmlrpc4j.client;

/**
 * Sees every exchange of a proxy. It is called by the thread that made the call, before the
 * response is read; many threads may call at once.
 */
@FunctionalInterface
public interface WireListener {
  /** Takes note of an exchange, whatever came back. */
  void exchanged(RawExchange exchange);
}
