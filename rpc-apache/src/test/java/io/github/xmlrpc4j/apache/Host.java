package io.github.xmlrpc4j.apache;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import jakarta.servlet.ServletConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.TimeZone;
import org.apache.xmlrpc.server.XmlRpcHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;
import org.apache.xmlrpc.webserver.WebServer;
import org.apache.xmlrpc.webserver.XmlRpcServlet;
import org.apache.xmlrpc.webserver.XmlRpcServletServer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** The servers on which handlers of Apache's stand in these tests, on a free loopback port. */
enum Host {
  APACHE_WEB_SERVER {
    @Override
    Running start(XmlRpcHandlerMapping mapping, XmlRpcServerConfigImpl config) throws IOException {
      WebServer server = new WebServer(0, InetAddress.getLoopbackAddress());
      server.getXmlRpcServer().setConfig(config);
      server.getXmlRpcServer().setHandlerMapping(mapping);
      server.start();
      return new Running(server.getPort(), server::shutdown);
    }
  },
  APACHE_SERVLET {
    @Override
    Running start(XmlRpcHandlerMapping mapping, XmlRpcServerConfigImpl config) throws Exception {
      return serve(new XmlRpcServletServer(), mapping, config);
    }
  },
  BRIDGED_SERVLET {
    @Override
    Running start(XmlRpcHandlerMapping mapping, XmlRpcServerConfigImpl config) throws Exception {
      return serve(new Xmlrpc4jServletServer(), mapping, config);
    }
  },
  RPC_SERVER {
    @Override
    Running start(XmlRpcHandlerMapping mapping, XmlRpcServerConfigImpl config) throws Exception {
      ApacheHandlers handlers = ApacheHandlers.with(config);
      List<MethodDefinition> methods = handlers.of(mapping, "echo", "types", "fail", "break");
      RpcServer server = RpcServer.builder().dialect(handlers.dialect()).methods(methods).start();
      return new Running(server.port(), server::close);
    }
  };

  /** A server that has been started. */
  record Running(int port, Runnable end) implements AutoCloseable {
    String uri() {
      return "http://127.0.0.1:" + port + "/RPC2";
    }

    @Override
    public void close() {
      end.run();
    }
  }

  abstract Running start(XmlRpcHandlerMapping mapping, XmlRpcServerConfigImpl config)
      throws Exception;

  static XmlRpcServerConfigImpl config(boolean extensions) {
    XmlRpcServerConfigImpl config = new XmlRpcServerConfigImpl();
    config.setEnabledForExtensions(extensions);
    config.setTimeZone(TimeZone.getTimeZone("Europe/Berlin"));
    return config;
  }

  /** Serves by a servlet of Apache's on Jetty. */
  static Running serve(
      XmlRpcServletServer behind, XmlRpcHandlerMapping mapping, XmlRpcServerConfigImpl config)
      throws Exception {
    Server jetty = new Server();
    ServerConnector connector = new ServerConnector(jetty);
    connector.setHost("127.0.0.1");
    jetty.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new OwnServlet(behind, mapping, config)), "/RPC2");
    jetty.setHandler(context);
    jetty.start();
    return new Running(connector.getLocalPort(), () -> LifeCycle.stop(jetty));
  }

  /** A servlet as programs have them that bring their handlers along. */
  private static final class OwnServlet extends XmlRpcServlet {
    private static final long serialVersionUID = 1L;

    private final transient XmlRpcServletServer behind;
    private final transient XmlRpcHandlerMapping mapping;
    private final transient XmlRpcServerConfigImpl config;

    OwnServlet(
        XmlRpcServletServer behind, XmlRpcHandlerMapping mapping, XmlRpcServerConfigImpl config) {
      this.behind = behind;
      this.mapping = mapping;
      this.config = config;
    }

    @Override
    protected XmlRpcServletServer newXmlRpcServer(ServletConfig ignored) {
      behind.setConfig(config);
      return behind;
    }

    @Override
    protected XmlRpcHandlerMapping newXmlRpcHandlerMapping() {
      return mapping;
    }
  }
}
