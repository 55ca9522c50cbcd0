package io.github.xmlrpc4j.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The fault code of an exception class. A server answers with the code and the exception's message
 * when a method throws it.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FaultCode {
  /** The code; outside -32768 to -32000, which the fault code specification reserves. */
  int value();
}
