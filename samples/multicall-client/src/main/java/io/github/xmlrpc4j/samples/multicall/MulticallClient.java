package io.github.xmlrpc4j.samples.multicall;

import io.github.xmlrpc4j.client.MultiCall;
import io.github.xmlrpc4j.client.Pending;
import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import java.io.PrintStream;

/** Makes the four calls of the fifth document, and one that fails, in one request. */
public final class MulticallClient {
  interface Arithmetic {
    int add(int x, int y);

    int subtract(int x, int y);

    int multiply(int x, int y);

    int divide(int x, int y);
  }

  private MulticallClient() {}

  public static void main(String[] args) {
    run(args.length > 0 ? args[0] : "http://127.0.0.1:7001", System.out);
  }

  static void run(String uri, PrintStream out) {
    try (ServerProxy proxy = ServerProxy.to(uri)) {
      MultiCall batch = proxy.multicall();
      Pending<Integer> add = batch.add(Arithmetic.class, math -> math.add(7, 3));
      Pending<Integer> subtract = batch.add(Arithmetic.class, math -> math.subtract(7, 3));
      Pending<Integer> multiply = batch.add(Arithmetic.class, math -> math.multiply(7, 3));
      Pending<Integer> divide = batch.add(Arithmetic.class, math -> math.divide(7, 3));
      Pending<Integer> zero = batch.add(Arithmetic.class, math -> math.divide(7, 0));
      batch.send();
      out.printf(
          "7+3=%d, 7-3=%d, 7*3=%d, 7//3=%d%n",
          add.get(), subtract.get(), multiply.get(), divide.get());
      try {
        out.println(zero.get());
      } catch (ServerFaultException e) {
        out.println("7//0: " + e.text());
      }
    }
  }
}
