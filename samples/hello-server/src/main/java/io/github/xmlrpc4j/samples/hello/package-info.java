/** A server in a dozen lines. */
@NullMarked
package io.github.xmlrpc4j.samples.hello;

import org.jspecify.annotations.NullMarked;
