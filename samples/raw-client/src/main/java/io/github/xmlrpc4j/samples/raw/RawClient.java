package io.github.xmlrpc4j.samples.raw;

import io.github.xmlrpc4j.client.RawExchange;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.io.PrintStream;

/** Sends the captured request of the first document and prints both messages. */
public final class RawClient {
  private RawClient() {}

  public static void main(String[] args) {
    run(args.length > 0 ? args[0] : "http://127.0.0.1:7001", System.out);
  }

  static void run(String uri, PrintStream out) {
    byte[] request =
        MethodCall.of("addTogether", Value.of("x"), Value.of("y"), Value.of("z")).write();
    try (ServerProxy proxy = ServerProxy.to(uri)) {
      RawExchange exchange = proxy.exchange(request);
      out.println(exchange);
    }
  }
}
