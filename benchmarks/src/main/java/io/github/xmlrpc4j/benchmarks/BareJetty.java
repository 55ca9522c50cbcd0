package io.github.xmlrpc4j.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with one handler and nothing else; a program too, which needs Jetty alone. */
final class BareJetty {
  static final int BY_DEFAULT = -1;

  private static final Duration IDLE = Duration.ofMinutes(10);

  private BareJetty() {}

  /** Takes the document that is every answer, and the port. */
  public static void main(String[] args) throws Exception {
    byte[] answer = args[0].getBytes(StandardCharsets.UTF_8);
    int unused =
        start(Integer.parseInt(args[1]), BareHandler.blocking(body -> answer), BY_DEFAULT, false);
  }

  /** Starts one on a port of the loopback, 0 for a free one, and gives the port. */
  static int start(int port, Handler handler, int selectors, boolean virtual) throws Exception {
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
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    server.setHandler(handler);
    server.start();
    return connector.getLocalPort();
  }
}
