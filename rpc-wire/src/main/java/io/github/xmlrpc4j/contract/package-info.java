/**
 * Java interfaces as XML-RPC services: annotations, and the descriptions that are made of them
 * once, for the server and the client alike.
 *
 * <p>Starting points:
 *
 * <ul>
 *   <li>{@link io.github.xmlrpc4j.contract.RpcMethod}, {@link
 *       io.github.xmlrpc4j.contract.RpcService}: what is served, under what name;
 *   <li>{@link io.github.xmlrpc4j.contract.Help}: what {@code system.methodHelp} says;
 *   <li>{@link io.github.xmlrpc4j.contract.FaultCode}: an exception that is a fault of its own;
 *   <li>{@link io.github.xmlrpc4j.contract.Contract}: a type's methods, checked and bound.
 * </ul>
 */
@NullMarked
package io.github.xmlrpc4j.contract;

import org.jspecify.annotations.NullMarked;
