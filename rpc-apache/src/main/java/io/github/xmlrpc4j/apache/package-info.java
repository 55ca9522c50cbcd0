/**
 * The bridge to Apache XML-RPC: programs that use it keep their code and get the wire of xmlrpc4j.
 *
 * <p>For clients start at {@link io.github.xmlrpc4j.apache.Xmlrpc4jTransportFactory}. For handlers
 * that move to an xmlrpc4j server start at {@link io.github.xmlrpc4j.apache.ApacheHandlers}; for
 * servlets that stay, at {@link io.github.xmlrpc4j.apache.Xmlrpc4jServletServer}. {@link
 * io.github.xmlrpc4j.apache.ApacheCodec} tells how values map.
 */
@NullMarked
package io.github.xmlrpc4j.apache;

import org.jspecify.annotations.NullMarked;
