/**
 * The codings in which a transport may carry a document: {@link
 * io.github.xmlrpc4j.wire.coding.ContentCoding}.
 */
@NullMarked
package io.github.xmlrpc4j.wire.coding;

import org.jspecify.annotations.NullMarked;
