package io.github.xmlrpc4j.benchmarks;

import java.util.concurrent.Callable;

/**
 * One of those that are compared.
 *
 * @param name its name in the results
 * @param worker makes the work of one thread
 */
record Contender(String name, Callable<Work> worker) {}
