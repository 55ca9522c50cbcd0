/** A server called through a Java interface. */
@NullMarked
package io.github.xmlrpc4j.samples.typed;

import org.jspecify.annotations.NullMarked;
