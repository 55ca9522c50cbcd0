package io.github.xmlrpc4j.client;

/**
 * Sees every exchange of a proxy, those that broke off and those that were tried again too. It is
 * called by the thread that made the call, before the response is read; many threads may call at
 * once. What it throws, the call throws.
 */
@FunctionalInterface
public interface WireListener {
  /** Takes note of an exchange, whatever came back; see {@link RawExchange#failure()}. */
  void exchanged(RawExchange exchange);
}
