/** A program on Apache XML-RPC before and after its move to xmlrpc4j. */
@NullMarked
package io.github.xmlrpc4j.samples.migration;

import org.jspecify.annotations.NullMarked;
