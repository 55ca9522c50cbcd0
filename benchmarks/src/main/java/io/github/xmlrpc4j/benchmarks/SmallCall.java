package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.util.Arrays;

/** The documents of one small call and of its answer. */
final class SmallCall {
  static final String METHOD = "addtogether";
  static final int SUM = 15;
  static final byte[] REQUEST =
      MethodCall.of(METHOD, Value.of(1), Value.of(2), Value.of(3), Value.of(4), Value.of(5))
          .write();
  static final byte[] RESPONSE = new MethodResponse.Success(Value.of(SUM)).write();

  private SmallCall() {}

  static void check(byte[] body) {
    if (!Arrays.equals(body, RESPONSE)) {
      throw new IllegalStateException("another answer");
    }
  }
}
