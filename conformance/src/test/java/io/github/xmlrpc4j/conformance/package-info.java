/**
 * The conformance cases of {@code rpc-wire/src/test/resources/conformance}, run against all readers
 * of this project, beside CPython's and Apache's.
 */
@NullMarked
package io.github.xmlrpc4j.conformance;

import org.jspecify.annotations.NullMarked;
