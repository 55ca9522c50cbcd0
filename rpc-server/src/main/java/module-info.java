/** The XML-RPC server: calls without a transport, and HTTP for them on embedded Jetty. */
module io.github.xmlrpc4j.server {
  requires transitive io.github.xmlrpc4j.wire;
  requires org.eclipse.jetty.server;
  requires org.slf4j;
  requires static org.jspecify;

  exports io.github.xmlrpc4j.server;
  exports io.github.xmlrpc4j.server.conformance;
  exports io.github.xmlrpc4j.server.functions;
  exports io.github.xmlrpc4j.server.jetty;
}
