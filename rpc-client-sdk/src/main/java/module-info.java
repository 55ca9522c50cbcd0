/** The XML-RPC client: plain calls, typed proxies, multicall and the raw wire. */
module io.github.xmlrpc4j.client {
  requires transitive io.github.xmlrpc4j.wire;
  requires static transitive org.jspecify;

  exports io.github.xmlrpc4j.client;
}
