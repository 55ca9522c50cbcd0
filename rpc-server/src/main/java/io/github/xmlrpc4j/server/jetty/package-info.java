/**
 * An endpoint on the network, by HTTP on embedded Jetty: {@link
 * io.github.xmlrpc4j.server.jetty.RpcServer}.
 *
 * <p>Everything about HTTP is here, and nothing about XML: paths, methods, encodings, origins,
 * sizes.
 */
@NullMarked
package io.github.xmlrpc4j.server.jetty;

import org.jspecify.annotations.NullMarked;
