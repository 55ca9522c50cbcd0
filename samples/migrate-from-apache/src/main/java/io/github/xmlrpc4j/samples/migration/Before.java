package io.github.xmlrpc4j.samples.migration;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.webserver.WebServer;

/** The program as it was: Apache's server, client and wire. */
public final class Before {
  private Before() {}

  public static void main(String[] args) throws IOException, XmlRpcException {
    run(System.out);
  }

  static void run(PrintStream out) throws IOException, XmlRpcException {
    WebServer server = new WebServer(0, InetAddress.getLoopbackAddress());
    server.getXmlRpcServer().setHandlerMapping(Unchanged.mapping());
    server.getXmlRpcServer().setConfig(Unchanged.config());
    server.start();
    try {
      Unchanged.calls(Unchanged.client("http://127.0.0.1:" + server.getPort()), out);
    } finally {
      server.shutdown();
    }
  }
}
