/** Java calls Python, and Python calls Java. */
@NullMarked
package io.github.xmlrpc4j.samples.python;

import org.jspecify.annotations.NullMarked;
