package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.wire.MethodCall;
import jakarta.servlet.ServletConfig;
import java.net.InetAddress;
import java.util.function.Supplier;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.server.XmlRpcHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;
import org.apache.xmlrpc.webserver.WebServer;
import org.apache.xmlrpc.webserver.XmlRpcServlet;
import org.apache.xmlrpc.webserver.XmlRpcServletServer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/** The servers that ours is compared with, on a free port of the loopback; each gives its port. */
final class PeerServers {
  private PeerServers() {}

  static int blocking() throws Exception {
    return BareJetty.start(
        0, BareHandler.blocking(BareHandler::fixed), BareJetty.BY_DEFAULT, false);
  }

  static int nonBlocking() throws Exception {
    return BareJetty.start(
        0, BareHandler.nonBlocking(BareHandler::fixed), BareJetty.BY_DEFAULT, false);
  }

  static int nonBlockingOnEachCore() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    return BareJetty.start(0, BareHandler.nonBlocking(BareHandler::fixed), cores, false);
  }

  static int virtualThreads() throws Exception {
    return BareJetty.start(0, BareHandler.blocking(BareHandler::fixed), BareJetty.BY_DEFAULT, true);
  }

  /** The blocking handler with a codec over StAX. */
  static int stax(Supplier<StaxCodec> factories) throws Exception {
    StaxCodec first = factories.get();
    ThreadLocal<StaxCodec> codecs = ThreadLocal.withInitial(first::another);
    BareHandler.Answers answers =
        body -> {
          StaxCodec codec = codecs.get();
          MethodCall call = codec.read(body);
          return codec.writeResponse(ValueMethods.answer(call.methodName(), call.params()));
        };
    return BareJetty.start(0, BareHandler.blocking(answers), BareJetty.BY_DEFAULT, false);
  }

  static int apacheServlet() throws Exception {
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new ApacheServlet()), "/RPC2");
    return BareJetty.start(0, context, BareJetty.BY_DEFAULT, false);
  }

  static int apacheWebServer() throws Exception {
    WebServer server = new WebServer(0, InetAddress.getLoopbackAddress());
    server.getXmlRpcServer().setConfig(apacheConfig());
    server.getXmlRpcServer().setHandlerMapping(APACHE_METHODS);
    server.start();
    return server.getPort();
  }

  // ---- Apache XML-RPC

  private static final XmlRpcHandlerMapping APACHE_METHODS =
      name -> name.equals(SmallCall.METHOD) ? PeerServers::sum : request -> request.getParameter(0);

  private static Object sum(XmlRpcRequest request) {
    int sum = 0;
    for (int i = 0; i < request.getParameterCount(); i++) {
      sum += (Integer) request.getParameter(i);
    }
    return sum;
  }

  private static XmlRpcServerConfigImpl apacheConfig() {
    XmlRpcServerConfigImpl config = new XmlRpcServerConfigImpl();
    config.setKeepAliveEnabled(true);
    return config;
  }

  private static final class ApacheServlet extends XmlRpcServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected XmlRpcServletServer newXmlRpcServer(ServletConfig ignored) {
      XmlRpcServletServer server = new XmlRpcServletServer();
      server.setConfig(apacheConfig());
      return server;
    }

    @Override
    protected XmlRpcHandlerMapping newXmlRpcHandlerMapping() {
      return APACHE_METHODS;
    }
  }
}
