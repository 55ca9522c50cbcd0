/**
 * Calling XML-RPC servers.
 *
 * <p>Starting points:
 *
 * <ul>
 *   <li>{@link io.github.xmlrpc4j.client.ServerProxy}: a server, called by method names or by an
 *       interface of one's own;
 *   <li>{@link io.github.xmlrpc4j.client.CallException}: everything that can go wrong with a call;
 *   <li>{@link io.github.xmlrpc4j.client.RawExchange}: the bytes on the wire;
 *   <li>{@link io.github.xmlrpc4j.client.Transport}: what carries them.
 * </ul>
 */
@NullMarked
package io.github.xmlrpc4j.client;

import org.jspecify.annotations.NullMarked;
