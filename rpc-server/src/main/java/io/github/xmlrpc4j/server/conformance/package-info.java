/**
 * The functions by which XML-RPC servers have been compared since 1998: {@link
 * io.github.xmlrpc4j.server.conformance.ConformanceFunctions}.
 */
@NullMarked
package io.github.xmlrpc4j.server.conformance;

import org.jspecify.annotations.NullMarked;
