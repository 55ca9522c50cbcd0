package io.github.xmlrpc4j.samples.migration;

import io.github.xmlrpc4j.apache.ApacheHandlers;
import io.github.xmlrpc4j.apache.Xmlrpc4jTransportFactory;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;

/** The same program: its handler and its calls, on the server and the wire of xmlrpc4j. */
public final class After {
  private After() {}

  public static void main(String[] args) throws IOException, XmlRpcException {
    run(System.out);
  }

  static void run(PrintStream out) throws IOException, XmlRpcException {
    ApacheHandlers handlers = ApacheHandlers.with(Unchanged.config());
    try (RpcServer server =
        RpcServer.builder()
            .dialect(handlers.dialect())
            .methods(handlers.of(Unchanged.mapping()))
            .register(new Ratios())
            .start()) {
      String uri = "http://127.0.0.1:" + server.port();
      XmlRpcClient client = Unchanged.client(uri);
      client.setTransportFactory(new Xmlrpc4jTransportFactory(client));
      Unchanged.calls(client, out);
      Ratios.call(uri, out);
    }
  }
}
