package io.github.xmlrpc4j.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that never waits, be it for a lock, a file, a peer or another thread, and is done
 * in microseconds. A server may run it in the thread that reads requests, without handing it to
 * another; while it runs, other connections wait.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NonBlocking {}
