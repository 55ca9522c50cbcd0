package io.github.xmlrpc4j.samples.migration;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.server.PropertyHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;

/** What the program has to do with XML-RPC and need not change. */
final class Unchanged {
  private Unchanged() {}

  static PropertyHandlerMapping mapping() throws XmlRpcException {
    PropertyHandlerMapping mapping = new PropertyHandlerMapping();
    mapping.addHandler("Calculator", Calculator.class);
    return mapping;
  }

  static XmlRpcServerConfigImpl config() {
    XmlRpcServerConfigImpl config = new XmlRpcServerConfigImpl();
    config.setEnabledForExtensions(true);
    return config;
  }

  static XmlRpcClient client(String uri) throws IOException {
    XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
    config.setServerURL(URI.create(uri).toURL());
    config.setEnabledForExtensions(true);
    XmlRpcClient client = new XmlRpcClient();
    client.setConfig(config);
    return client;
  }

  static void calls(XmlRpcClient client, PrintStream out) throws XmlRpcException {
    out.println(client.execute("Calculator.add", new Object[] {7, 3}));
    Map<?, ?> parts = (Map<?, ?>) client.execute("Calculator.divide", new Object[] {7, 3});
    out.println(parts.get("quotient") + " remainder " + parts.get("remainder"));
    try {
      out.println(client.execute("Calculator.divide", new Object[] {7, 0}));
    } catch (XmlRpcException e) {
      out.println(e.code + ": " + e.getMessage());
    }
  }
}
