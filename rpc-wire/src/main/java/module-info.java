/**
 * The XML-RPC format, its binding to Java types, and the contracts that annotated interfaces make.
 */
module io.github.xmlrpc4j.wire {
  requires static transitive org.jspecify;

  exports io.github.xmlrpc4j.contract;
  exports io.github.xmlrpc4j.wire;
  exports io.github.xmlrpc4j.wire.bind;
  exports io.github.xmlrpc4j.wire.coding;
}
