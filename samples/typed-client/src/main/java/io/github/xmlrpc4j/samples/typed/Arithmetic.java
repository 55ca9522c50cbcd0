package io.github.xmlrpc4j.samples.typed;

import io.github.xmlrpc4j.contract.RpcMethod;
import java.util.List;

public interface Arithmetic {
  int divide(int x, int y);

  @RpcMethod("quadratic.roots")
  List<Double> roots(double a, double b, double c);
}
