package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.wire.MethodCall;
import jakarta.servlet.ServletConfig;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.server.XmlRpcHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;
import org.apache.xmlrpc.webserver.WebServer;
import org.apache.xmlrpc.webserver.XmlRpcServlet;
import org.apache.xmlrpc.webserver.XmlRpcServletServer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The servers that ours is compared with, on a free port of the loopback; each gives its port. */
final class PeerServers {
  private static final int BY_DEFAULT = -1;
  private static final Duration IDLE = Duration.ofMinutes(10);

  private PeerServers() {}

  static int blocking() throws Exception {
    return jetty(BareHandler.blocking(BareHandler::fixed), BY_DEFAULT, false);
  }

  static int nonBlocking() throws Exception {
    return jetty(BareHandler.nonBlocking(BareHandler::fixed), BY_DEFAULT, false);
  }

  static int nonBlockingOnEachCore() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    return jetty(BareHandler.nonBlocking(BareHandler::fixed), cores, false);
  }

  static int virtualThreads() throws Exception {
    return jetty(BareHandler.blocking(BareHandler::fixed), BY_DEFAULT, true);
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
    return jetty(BareHandler.blocking(answers), BY_DEFAULT, false);
  }

  static int apacheServlet() throws Exception {
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new ApacheServlet()), "/RPC2");
    return jetty(context, BY_DEFAULT, false);
  }

  static int apacheWebServer() throws Exception {
    WebServer server = new WebServer(0, InetAddress.getLoopbackAddress());
    server.getXmlRpcServer().setConfig(apacheConfig());
    server.getXmlRpcServer().setHandlerMapping(APACHE_METHODS);
    server.start();
    return server.getPort();
  }

  private static int jetty(Handler handler, int selectors, boolean virtual) throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool();
    if (virtual) {
      Executor workers = VirtualThreads.getNamedVirtualThreadsExecutor("call-");
      threads.setVirtualThreadsExecutor(workers);
    }
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, BY_DEFAULT, selectors, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
    return connector.getLocalPort();
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
