/** Many calls in one request. */
@NullMarked
package io.github.xmlrpc4j.samples.multicall;

import org.jspecify.annotations.NullMarked;
