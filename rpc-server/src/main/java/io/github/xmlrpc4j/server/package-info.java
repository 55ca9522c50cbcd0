/**
 * Serving XML-RPC calls, without a word on how they travel.
 *
 * <p>Starting points:
 *
 * <ul>
 *   <li>{@link io.github.xmlrpc4j.server.Endpoint}: a request's bytes in, a response's bytes out;
 *   <li>{@link io.github.xmlrpc4j.server.MethodDefinition}: a method that is a lambda;
 *   <li>{@link io.github.xmlrpc4j.server.Interceptor}: what stands around every call;
 *   <li>{@link io.github.xmlrpc4j.server.FaultMapper}: what an exception means to a caller;
 *   <li>{@link io.github.xmlrpc4j.server.CallContext}: who calls.
 * </ul>
 *
 * <p>{@code io.github.xmlrpc4j.server.jetty.RpcServer} puts an endpoint on the network.
 */
@NullMarked
package io.github.xmlrpc4j.server;

import org.jspecify.annotations.NullMarked;
