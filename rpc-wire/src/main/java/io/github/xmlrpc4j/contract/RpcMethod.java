package io.github.xmlrpc4j.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method that can be called over XML-RPC, and says under what names. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RpcMethod {
  /**
   * The names on the wire; the first is the one that a client uses. Without any, the name is that
   * of the Java method. The prefix of {@link RpcService} comes before each.
   */
  String[] value() default {};
}
