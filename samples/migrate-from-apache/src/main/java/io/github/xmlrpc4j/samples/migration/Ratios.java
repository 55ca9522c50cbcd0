package io.github.xmlrpc4j.samples.migration;

import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.contract.Help;
import io.github.xmlrpc4j.contract.RpcMethod;
import java.io.PrintStream;

/** The first method that has moved on: typed on both sides, beside those that have not. */
public final class Ratios {
  /** What {@code Calculator.divide} put into a map. */
  public record Ratio(int quotient, int remainder) {}

  @RpcMethod("ratios.of")
  @Help("Divides, rounding down.")
  public Ratio of(int x, int y) {
    return new Ratio(Math.floorDiv(x, y), Math.floorMod(x, y));
  }

  static void call(String uri, PrintStream out) {
    try (ServerProxy proxy = ServerProxy.to(uri)) {
      out.println(proxy.call(Ratio.class, "ratios.of", 7, 3));
    }
  }
}
