/**
 * The functions that the built-in server exposes: {@link
 * io.github.xmlrpc4j.server.functions.BuiltInFunctions}.
 */
@NullMarked
package io.github.xmlrpc4j.server.functions;

import org.jspecify.annotations.NullMarked;
