/**
 * Java types to XML-RPC values and back, worked out once for each type.
 *
 * <p>Starting points:
 *
 * <ul>
 *   <li>{@link io.github.xmlrpc4j.wire.bind.Codecs}: finds the codec of a type, with the table of
 *       the types that it knows by itself;
 *   <li>{@link io.github.xmlrpc4j.wire.bind.Codec}: reads and writes one type; write your own for
 *       what is not in the table;
 *   <li>{@link io.github.xmlrpc4j.wire.bind.Name}: another name on the wire.
 * </ul>
 *
 * <p>Reflection happens when a codec is made, never when it reads or writes.
 */
@NullMarked
package io.github.xmlrpc4j.wire.bind;

import org.jspecify.annotations.NullMarked;
