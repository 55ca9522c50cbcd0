package io.github.xmlrpc4j.server.jetty;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.server.FaultMapper;
import io.github.xmlrpc4j.server.Interceptor;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.ValueHandler;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.bind.Codecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.component.Graceful;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * An XML-RPC server: an {@link Endpoint} behind HTTP, on embedded Jetty.
 *
 * <pre>{@code
 * try (RpcServer server = RpcServer.builder().port(7001).register(new Greetings()).start()) {
 *   System.out.println("Listening on " + server.uri());
 *   ...
 * }
 * }</pre>
 *
 * <p>{@code POST /RPC2} and {@code POST /} are the endpoint. Each call has a thread of its own: a
 * virtual one where the JDK has them, else one of a pool. A server is safe for many threads. A
 * browser that asks for {@code /} is shown a page on the functions; see {@link Builder#page}.
 */
public final class RpcServer implements AutoCloseable {
  /** How long closing waits for those who do nothing: connections, threads. */
  private static final long CUT_OFF_MILLIS = 300;

  /** How many connections may wait to be accepted; beyond it a peer tries again a second later. */
  private static final int BACKLOG = 1_024;

  /**
   * How much is read at once of a request, in a buffer that a connection has only while it reads:
   * the larger, the fewer turns a large document takes.
   */
  private static final int INPUT_BUFFER = 64 * 1024;

  /** Jetty's word for a number that it knows best. */
  private static final int BY_DEFAULT = -1;

  private final Server jetty;
  private final String host;
  private final int port;
  private final Duration stopTimeout;

  private RpcServer(Server jetty, String host, int port, Duration stopTimeout) {
    this.jetty = jetty;
    this.host = host;
    this.port = port;
    this.stopTimeout = stopTimeout;
  }

  /** A builder of a server on {@code 127.0.0.1} and a free port. */
  public static Builder builder() {
    return new Builder();
  }

  /** The host that the server is bound to, as it was given. */
  public String host() {
    return host;
  }

  /** The port that the server listens on. */
  public int port() {
    return port;
  }

  /** The address of the endpoint, as {@code http://127.0.0.1:7001/RPC2}. */
  public URI uri() {
    String authority = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return URI.create("http://" + authority + ":" + port() + HttpRules.DEFAULT_PATH);
  }

  /**
   * Stops listening, waits for the calls that are under way as long as {@link Builder#stopTimeout}
   * says, and closes all connections. A thread that is interrupted while it closes does not wait.
   * Closing once more does nothing. A served method must not close its own server, since that would
   * wait for it.
   */
  @Override
  public void close() {
    // Whoever stops Jetty must not be interrupted, or threads and sockets are left behind.
    boolean interrupted = Thread.interrupted();
    try {
      interrupted |= !awaitCalls();
      LifeCycle.stop(jetty);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Stops listening and waits for the calls; tells whether it could without being interrupted. */
  private boolean awaitCalls() {
    try {
      Graceful.shutdown(jetty).get(stopTimeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      // What is still running was waited for long enough, and is cut off.
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Gathers methods and settings. It is for one thread. */
  public static final class Builder {
    private final Endpoint.Builder endpoint = Endpoint.builder();
    private final Set<String> origins = new LinkedHashSet<>();
    private boolean page = true;
    private String host = "127.0.0.1";
    private int port;
    private int maxThreads = 200;
    private int maxConnections = 20_000;
    private Duration idleTimeout = Duration.ofSeconds(30);
    private int minBytesPerSecond = 1_000;
    private Duration stopTimeout = Duration.ofSeconds(30);

    private Builder() {}

    /** Sets the host and the port to listen on; port 0 is any free one. */
    public Builder bind(String host, int port) {
      this.host = requireNonNull(host, "host");
      return port(port);
    }

    /** Sets the port to listen on; 0 is any free one, which is the default. */
    public Builder port(int port) {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port: " + port + " (expected: 0 to 65535)");
      }
      this.port = port;
      return this;
    }

    /** Serves an object's methods; see {@link Endpoint.Builder#register(Object)}. */
    public Builder register(Object service) {
      endpoint.register(service);
      return this;
    }

    /** Serves an interface's methods; see {@link Endpoint.Builder#register(Class, Object)}. */
    public <T> Builder register(Class<T> contract, T service) {
      endpoint.register(contract, service);
      return this;
    }

    /** Serves a method. */
    public Builder method(MethodDefinition definition) {
      endpoint.method(definition);
      return this;
    }

    /** Serves a method that takes any parameters and gives any value. */
    public Builder method(String name, ValueHandler handler) {
      endpoint.method(name, handler);
      return this;
    }

    /** Serves some methods. */
    public Builder methods(Iterable<MethodDefinition> definitions) {
      endpoint.methods(definitions);
      return this;
    }

    /** Puts an interceptor around every call; the first one that is put is the outermost. */
    public Builder intercept(Interceptor interceptor) {
      endpoint.intercept(interceptor);
      return this;
    }

    /** Asks a mapper for the faults of exceptions, before those that are there already. */
    public Builder faults(FaultMapper mapper) {
      endpoint.faults(mapper);
      return this;
    }

    /** Sets what is accepted and written beyond the specification. */
    public Builder dialect(Dialect dialect) {
      endpoint.dialect(dialect);
      return this;
    }

    /** Sets the bounds on requests and responses. */
    public Builder limits(Limits limits) {
      endpoint.limits(limits);
      return this;
    }

    /** Sets the codecs of the methods' types. */
    public Builder codecs(Codecs codecs) {
      endpoint.codecs(codecs);
      return this;
    }

    /**
     * Lets pages of an origin, as {@code https://example.org}, call this server from a browser.
     * Without it only pages from a loopback address and this very port may.
     */
    public Builder allowOrigin(String origin) {
      origins.add(Origins.canonical(requireNonNull(origin, "origin")));
      return this;
    }

    /**
     * Sets whether the server can be looked at, which it can by default: {@code GET /} in a browser
     * shows its functions and lets them be called, and {@code GET /openapi.yaml} describes it to
     * tools. Both tell what {@code system.listMethods} and its like tell the same caller.
     */
    public Builder page(boolean shown) {
      this.page = shown;
      return this;
    }

    /** Sets how many calls are served at once where the JDK has no virtual threads: 200. */
    public Builder maxThreads(int maxThreads) {
      if (maxThreads < 8) {
        throw new IllegalArgumentException("maxThreads: " + maxThreads + " (expected: >= 8)");
      }
      this.maxThreads = maxThreads;
      return this;
    }

    /**
     * Sets how many connections there may be at once: 20,000. One more than that waits, outside the
     * server, until another has gone.
     */
    public Builder maxConnections(int maxConnections) {
      if (maxConnections < 1) {
        throw new IllegalArgumentException(
            "maxConnections: " + maxConnections + " (expected: >= 1)");
      }
      this.maxConnections = maxConnections;
      return this;
    }

    /**
     * Sets how long a connection may stay without a byte: 30 seconds. A call that runs meanwhile
     * may take longer, and so may a method between two pieces of a stream; a peer that takes longer
     * to take in the next one loses the connection.
     */
    public Builder idleTimeout(Duration timeout) {
      if (requireNonNull(timeout, "timeout").toMillis() <= 0) {
        throw new IllegalArgumentException("timeout: " + timeout + " (expected: >= 1 ms)");
      }
      this.idleTimeout = timeout;
      return this;
    }

    /**
     * Sets how fast a peer must send a request, and take its answer, once either has lasted as long
     * as {@link #idleTimeout}: 1,000 bytes a second on the whole. What goes more slowly counts as
     * idle; with 0 a peer may be as slow as it likes.
     */
    public Builder minBytesPerSecond(int bytes) {
      if (bytes < 0) {
        throw new IllegalArgumentException("minBytesPerSecond: " + bytes + " (expected: >= 0)");
      }
      this.minBytesPerSecond = bytes;
      return this;
    }

    /** Sets how long closing waits for calls that are under way: 30 seconds. */
    public Builder stopTimeout(Duration timeout) {
      if (requireNonNull(timeout, "timeout").toMillis() < 0) {
        throw new IllegalArgumentException("timeout: " + timeout + " (expected: >= 0)");
      }
      this.stopTimeout = timeout;
      return this;
    }

    /**
     * Starts the server; it accepts calls when this returns.
     *
     * @throws UncheckedIOException if it cannot listen, with the reason in one line
     * @throws IllegalArgumentException if two methods have one name
     * @throws io.github.xmlrpc4j.contract.ContractException if a method cannot be bound
     */
    public RpcServer start() {
      Endpoint built = endpoint.build();
      ServerThreads threads = new ServerThreads(maxThreads);
      threads.setName("xmlrpc");
      threads.setStopTimeout(CUT_OFF_MILLIS);
      Executor workers = threads;
      if (VirtualThreads.areSupported()) {
        workers = VirtualThreads.getNamedVirtualThreadsExecutor("xmlrpc-call-");
        threads.setVirtualThreadsExecutor(workers);
      }
      Server jetty = new Server(threads);
      ServerConnector connector = connector(jetty, built.answersNonBlocking());
      jetty.addConnector(connector);
      jetty.setErrorHandler(new PlainErrors());
      Documents documents = page ? Documents.of(built) : Documents.NONE;
      jetty.setHandler(
          new GracefulHandler(new RpcHandler(built, new Origins(origins), documents, workers)));
      open(connector);
      LifeCycle.start(jetty);
      return new RpcServer(jetty, host, connector.getLocalPort(), stopTimeout);
    }

    private ServerConnector connector(Server jetty, boolean answersNonBlocking) {
      int pace = minBytesPerSecond;
      // Where calls are answered by the threads of selectors, each processor has one.
      int processors = Runtime.getRuntime().availableProcessors();
      int selectors = answersNonBlocking ? Math.min(processors, maxThreads / 4) : BY_DEFAULT;
      ServerConnector connector =
          new ServerConnector(jetty, BY_DEFAULT, selectors, http()) {
            @Override
            protected SocketChannelEndPoint newEndPoint(
                SocketChannel channel, ManagedSelector selector, SelectionKey key) {
              PacedEndPoint endPoint =
                  new PacedEndPoint(channel, selector, key, getScheduler(), pace);
              endPoint.setIdleTimeout(getIdleTimeout());
              return endPoint;
            }
          };
      connector.setHost(host);
      connector.setPort(port);
      connector.setAcceptQueueSize(BACKLOG);
      connector.setIdleTimeout(idleTimeout.toMillis());
      connector.setShutdownIdleTimeout(CUT_OFF_MILLIS);
      jetty.addBean(new NetworkConnectionLimit(maxConnections, connector));
      return connector;
    }

    private static HttpConnectionFactory http() {
      HttpConfiguration settings = new HttpConfiguration();
      settings.setSendServerVersion(false);
      // It would take 100 kB of each connection that calls twice, and saves no time that shows.
      settings.setHeaderCacheSize(0);
      HttpConnectionFactory http = new HttpConnectionFactory(settings);
      http.setInputBufferSize(INPUT_BUFFER);
      return http;
    }

    private void open(ServerConnector connector) {
      try {
        InetAddress unused = InetAddress.getByName(host);
        connector.open();
      } catch (UnknownHostException e) {
        throw cannotListen("unknown host", e);
      } catch (IOException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        throw cannotListen(String.valueOf(cause.getMessage()), e);
      }
    }

    private UncheckedIOException cannotListen(String reason, IOException cause) {
      return new UncheckedIOException(
          "cannot listen on " + host + ":" + port + ": " + reason, cause);
    }
  }
}
