/** The bytes of an exchange. */
@NullMarked
package io.github.xmlrpc4j.samples.raw;

import org.jspecify.annotations.NullMarked;
