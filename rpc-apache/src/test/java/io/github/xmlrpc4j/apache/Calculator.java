package io.github.xmlrpc4j.apache;

import io.github.xmlrpc4j.wire.FaultException;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;

/** A handler as programs have them that use Apache's {@code PropertyHandlerMapping}. */
@SuppressWarnings("DoNotCallSuggester") // They are called over the wire.
public final class Calculator {
  public int add(int x, int y) {
    return x + y;
  }

  public double half(double x) {
    return x / 2;
  }

  public String tiny(byte x) {
    return "a byte: " + x;
  }

  public BigDecimal sum(Object[] numbers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object number : numbers) {
      sum = sum.add((BigDecimal) number);
    }
    return sum;
  }

  public Map<String, Object> describe(String name, boolean known, byte[] key, Date since) {
    return Map.of("name", name, "known", known, "key", key, "since", since, "list", List.of(1, 2));
  }

  public int divide(int x, int y) throws XmlRpcException {
    if (y == 0) {
      throw new XmlRpcException(42, "division by zero");
    }
    return x / y;
  }

  public int fault() {
    throw new FaultException(43, "on purpose");
  }

  public int secret() {
    throw new IllegalStateException("the password is 1234");
  }

  public Locale unwritable() {
    return Locale.ROOT;
  }
}
