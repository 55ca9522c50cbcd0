/**
 * The XML-RPC format: documents to events to values and back, with limits, faults and errors that
 * say where.
 *
 * <p>Starting points:
 *
 * <ul>
 *   <li>{@link io.github.xmlrpc4j.wire.MethodCall} and {@link
 *       io.github.xmlrpc4j.wire.MethodResponse}: whole messages, read and written;
 *   <li>{@link io.github.xmlrpc4j.wire.Value}: any value, as a tree;
 *   <li>{@link io.github.xmlrpc4j.wire.WireReader} and {@link io.github.xmlrpc4j.wire.WireWriter}:
 *       the events, for codecs that want no tree;
 *   <li>{@link io.github.xmlrpc4j.wire.Dialect}: what is tolerated on reading and what may be
 *       written; {@link io.github.xmlrpc4j.wire.Limits}: how much;
 *   <li>{@link io.github.xmlrpc4j.wire.WireException}: everything that can go wrong.
 * </ul>
 *
 * <p>Nothing here does input or output, and nothing knows HTTP or Java reflection: documents are
 * byte arrays.
 */
@NullMarked
package io.github.xmlrpc4j.wire;

import org.jspecify.annotations.NullMarked;
