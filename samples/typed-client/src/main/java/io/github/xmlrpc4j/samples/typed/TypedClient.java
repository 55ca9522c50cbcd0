package io.github.xmlrpc4j.samples.typed;

import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import java.io.PrintStream;

/** Calls the built-in server through an interface of its own. */
public final class TypedClient {
  private TypedClient() {}

  public static void main(String[] args) {
    run(args.length > 0 ? args[0] : "http://127.0.0.1:7001", System.out);
  }

  static void run(String uri, PrintStream out) {
    try (ServerProxy proxy = ServerProxy.to(uri)) {
      out.println(proxy.call(String.class, "addtogether", "x", "y", "z"));
      Arithmetic math = proxy.as(Arithmetic.class);
      out.println(math.divide(7, 3));
      out.println(math.roots(1, -3, 2));
    }
    try (ServerProxy proxy = ServerProxy.to(uri)) {
      proxy.as(Arithmetic.class).divide(7, 0);
    } catch (ServerFaultException e) {
      out.println(e.getMessage());
    }
  }
}
