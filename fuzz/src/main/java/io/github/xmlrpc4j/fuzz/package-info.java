/**
 * Fuzz targets for the wire codec: classes with a method {@code fuzzerTestOneInput}, which a fuzzer
 * calls with bytes of its making and which throws when the codec breaks a promise.
 */
@NullMarked
package io.github.xmlrpc4j.fuzz;

import org.jspecify.annotations.NullMarked;
