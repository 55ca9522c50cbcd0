package io.github.xmlrpc4j.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose methods can all be called over XML-RPC, or a class of which those marked
 * {@link RpcMethod} can.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RpcService {
  /** What stands before each method's name, with a dot between: {@code "math"} for math.add. */
  String value() default "";
}
