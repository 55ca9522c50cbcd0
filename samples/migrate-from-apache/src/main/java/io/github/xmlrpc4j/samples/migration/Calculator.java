package io.github.xmlrpc4j.samples.migration;

import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;

/** The handler, which stays as it is. */
public final class Calculator {
  public int add(int x, int y) {
    return x + y;
  }

  public Map<String, Object> divide(int x, int y) throws XmlRpcException {
    if (y == 0) {
      throw new XmlRpcException(42, "division by zero");
    }
    return Map.of("quotient", Math.floorDiv(x, y), "remainder", Math.floorMod(x, y));
  }
}
