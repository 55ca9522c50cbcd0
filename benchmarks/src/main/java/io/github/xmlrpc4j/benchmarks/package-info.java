/** Programs that measure ours beside its peers; each prints one tab-separated line a figure. */
@NullMarked
package io.github.xmlrpc4j.benchmarks;

import org.jspecify.annotations.NullMarked;
