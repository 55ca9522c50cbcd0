package io.github.xmlrpc4j.client;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Codecs;
import io.github.xmlrpc4j.wire.bind.StreamCodec;
import java.lang.reflect.Type;
import java.net.CookieHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A server, as a Java object: its methods by name, or by an interface of one's own.
 *
 * <pre>{@code
 * try (ServerProxy proxy = ServerProxy.to("http://127.0.0.1:7001")) {
 *   int sum = proxy.call(int.class, "addtogether", 1, 2, 3);
 *   Arithmetic math = proxy.as(Arithmetic.class);
 *   int quotient = math.divide(7, 3);
 * }
 * }</pre>
 *
 * <p>An argument may be a {@code Stream}, an {@code Iterator} or an {@code InputStream}, and so may
 * a result: an array, or base64, that is drawn while it is sent, or while it comes. A result that
 * is one must be read to its end, which frees its connection for other calls, or closed, which ends
 * the connection; an iterator is an {@code AutoCloseable} for that. What goes wrong later is thrown
 * out of it, as a {@link CallException}. An argument that is one is closed when it was sent, and
 * such a call is never tried again; if the result is one too, another thread draws the argument.
 * Long ones go out in chunks, which some old servers do not take. The time limit of such a call is
 * that of each wait for the server.
 *
 * <p>A proxy is immutable and safe for many threads; one is enough for a server. Calls throw {@link
 * CallException}, whose kinds tell how far they got.
 */
public final class ServerProxy implements AutoCloseable {
  private final Caller caller;
  private final Codecs codecs;
  private final AsyncCalls async;

  private ServerProxy(Caller caller, Codecs codecs, AsyncCalls async) {
    this.caller = caller;
    this.codecs = codecs;
    this.async = async;
  }

  /** A proxy of the server at an address; see {@link #builder(String)}. */
  public static ServerProxy to(String uri) {
    return builder(uri).build();
  }

  /** A proxy of the server at an address; see {@link #builder(String)}. */
  public static ServerProxy to(URI uri) {
    return builder(uri.toString()).build();
  }

  /**
   * A builder of a proxy of the server at an address. As with Python's {@code ServerProxy}, an
   * address without a path means {@code /RPC2}, and a user with a password in it means basic
   * authentication; these are never shown.
   *
   * @throws IllegalArgumentException if it is no address of http or https
   */
  public static Builder builder(String uri) {
    return new Builder(uri);
  }

  /** The server's address, without user and password. */
  public URI uri() {
    return caller.server();
  }

  // ---- plain calls

  /**
   * Calls a method.
   *
   * @param methodName the name on the wire, dots and all
   * @param args the arguments, of any class that has a codec; see {@link Codecs}
   * @throws CallException if it comes to nothing; its kinds tell how far the call got
   * @throws io.github.xmlrpc4j.wire.UnwritableValueException if an argument cannot be written, so
   *     that nothing was sent
   */
  public Value call(String methodName, @Nullable Object... args) {
    return call(Value.class, methodName, args);
  }

  /**
   * Calls a method whose result is of a class.
   *
   * @throws CallException if it comes to nothing; a {@link ResultMismatchException} if the result
   *     is not of that class
   */
  @SuppressWarnings("unchecked")
  public <T> T call(Class<T> type, String methodName, @Nullable Object... args) {
    return (T) callFor(type, methodName, args);
  }

  /**
   * Calls a method whose result is of a type with type arguments.
   *
   * @throws CallException if it comes to nothing; a {@link ResultMismatchException} if the result
   *     is not of that type
   */
  @SuppressWarnings("unchecked")
  public <T> T call(TypeRef<T> type, String methodName, @Nullable Object... args) {
    return (T) callFor(type.type(), methodName, args);
  }

  /**
   * Calls a method in another thread. Cancelling the future ends the exchange; its failures are
   * {@link CallException}s.
   */
  @SuppressWarnings("unchecked")
  public <T> CompletableFuture<T> callAsync(
      TypeRef<T> type, String methodName, @Nullable Object... args) {
    Codec<T> result = (Codec<T>) codecs.of(type.type());
    return async.start(
        caller.control(), control -> call(methodName, args, result, control), failure -> failure);
  }

  private Object callFor(Type type, String methodName, @Nullable Object[] args) {
    return call(methodName, args, codecs.of(type), caller.control());
  }

  private <T> T call(
      String methodName, @Nullable Object[] args, Codec<T> result, CallControl control) {
    Consumer<WireWriter> params = out -> Arguments.write(out, codecs, args);
    boolean repeatable = caller.isIdempotent(methodName);
    boolean drawn = Arguments.hasStream(args);
    return drawn || result instanceof StreamCodec
        ? new StreamedCall(caller, methodName, params, control).call(result, drawn, repeatable)
        : caller.call(methodName, params, result::read, control, repeatable);
  }

  // ---- typed proxies

  /**
   * The server's methods as an interface. Everything about it is checked here; no call can find a
   * mistake in it.
   *
   * @throws io.github.xmlrpc4j.contract.ContractException if a method cannot be bound, with all the
   *     problems there are
   */
  public <T> T as(Class<T> type) {
    return ProxyHandler.proxy(type, "", caller, codecs, async);
  }

  /** The methods of the server whose names begin with a prefix and a dot, as an interface. */
  public <T> T as(Class<T> type, String prefix) {
    return ProxyHandler.proxy(type, requireNonNull(prefix, "prefix"), caller, codecs, async);
  }

  // ---- batches

  /** An empty batch of calls. */
  public MultiCall multicall() {
    return new MultiCall(caller, codecs);
  }

  // ---- raw exchanges

  /**
   * Sends a document as it is, and gives both messages as they were on the wire. Whatever the
   * server answers is an answer; only the lack of one is an exception.
   *
   * @throws CallException if no whole answer came
   */
  public RawExchange exchange(byte[] document) {
    return caller.exchange(document);
  }

  // ---- variations

  /**
   * This proxy with another deadline for its calls. It shares this one's connections, and costs
   * next to nothing, so that a single call can have a deadline of its own.
   */
  public ServerProxy withTimeout(Duration timeout) {
    Duration positive = Builder.requirePositive(timeout, "timeout");
    return with(caller.withTimeouts(positive, caller.connectTimeout()));
  }

  /**
   * This proxy with another limit on how long a new connection may take. It shares this one's
   * connections.
   */
  public ServerProxy withConnectTimeout(Duration timeout) {
    Duration positive = Builder.requirePositive(timeout, "timeout");
    return with(caller.withTimeouts(caller.timeout(), positive));
  }

  /** This proxy with one header more. It shares this one's connections. */
  public ServerProxy withHeader(String name, String value) {
    return with(caller.withHeader(new Header(name, value)));
  }

  private ServerProxy with(Caller other) {
    return new ServerProxy(other, codecs, async);
  }

  /** Closes the connections; those of proxies made of this one too. */
  @Override
  public void close() {
    async.close();
    caller.transport().close();
  }

  /** The server's address. */
  @Override
  public String toString() {
    return "ServerProxy[" + caller.server() + "]";
  }

  /** Gathers settings. It is for one thread. */
  public static final class Builder {
    private final URI uri;
    private final List<Header> headers = new ArrayList<>();
    private final List<Header> proxyHeaders = new ArrayList<>();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration timeout = Duration.ofSeconds(60);
    private Duration keepAlive = Duration.ofSeconds(20);
    private Dialect dialect = Dialect.LENIENT;
    private Limits limits = Limits.DEFAULT;
    private Codecs codecs = Codecs.standard();
    private @Nullable InetSocketAddress proxy;
    private @Nullable SSLContext tls;
    private @Nullable WireListener listener;
    private @Nullable Transport transport;
    private @Nullable CookieHandler cookies;
    private final Set<String> idempotent = new HashSet<>();
    private Retries retries = Retries.NONE;
    private final List<UnaryOperator<Transport>> decorators = new ArrayList<>();
    private boolean compression;

    private Builder(String address) {
      ServerAddress server = ServerAddress.of(address);
      this.uri = server.uri();
      if (server.authorization() != null) {
        headers.add(server.authorization());
      }
    }

    /** Sets how long a connection may take: 10 seconds. */
    public Builder connectTimeout(Duration limit) {
      this.connectTimeout = requirePositive(limit, "connectTimeout");
      return this;
    }

    /**
     * Sets how long a call may take from its start to the last byte of its answer, or, with a
     * stream, each wait for the server: 60 seconds.
     */
    public Builder timeout(Duration limit) {
      this.timeout = requirePositive(limit, "timeout");
      return this;
    }

    /** Sets how long an idle connection is kept: 20 seconds, less than most servers do. */
    public Builder keepAlive(Duration limit) {
      this.keepAlive = requirePositive(limit, "keepAlive");
      return this;
    }

    /** Sends a header with every call. */
    public Builder header(String name, String value) {
      headers.add(new Header(name, value));
      return this;
    }

    /** Authenticates by user and password (RFC 7617). */
    public Builder basic(String user, String password) {
      headers.removeIf(header -> header.is("Authorization"));
      headers.add(Header.basic("Authorization", user, password));
      return this;
    }

    /** Authenticates by a token (RFC 6750). */
    public Builder bearer(String token) {
      headers.removeIf(header -> header.is("Authorization"));
      return header("Authorization", "Bearer " + token);
    }

    /** Goes through an HTTP proxy. */
    public Builder proxy(String host, int port) {
      this.proxy = InetSocketAddress.createUnresolved(host, port);
      return this;
    }

    /** Goes through an HTTP proxy that asks for a user and a password. */
    public Builder proxy(String host, int port, String user, String password) {
      proxyHeaders.clear();
      proxyHeaders.add(Header.basic("Proxy-Authorization", user, password));
      return proxy(host, port);
    }

    /** Sets whom to trust and what certificate to show, for https. */
    public Builder tls(SSLContext context) {
      this.tls = requireNonNull(context, "context");
      return this;
    }

    /** Compresses requests from 1,400 bytes up, which not every server understands. */
    public Builder compressRequests() {
      this.compression = true;
      return this;
    }

    /** Sets what is accepted and written beyond the specification. */
    public Builder dialect(Dialect dialect) {
      this.dialect = requireNonNull(dialect, "dialect");
      return this;
    }

    /** Sets the bounds on requests and responses. */
    public Builder limits(Limits limits) {
      this.limits = requireNonNull(limits, "limits");
      return this;
    }

    /** Sets the codecs of arguments and results. */
    public Builder codecs(Codecs codecs) {
      this.codecs = requireNonNull(codecs, "codecs");
      return this;
    }

    /** Shows every exchange to a listener; streams are then whole in memory too. */
    public Builder listener(WireListener listener) {
      this.listener = requireNonNull(listener, "listener");
      return this;
    }

    /** Keeps cookies and sends them back, by a handler such as {@link java.net.CookieManager}. */
    public Builder cookies(CookieHandler handler) {
      this.cookies = requireNonNull(handler, "handler");
      return this;
    }

    /** Tries idempotent methods more than once. */
    public Builder retries(Retries retries) {
      this.retries = requireNonNull(retries, "retries");
      return this;
    }

    /** Says that methods may be called again where it is not known whether a call arrived. */
    public Builder idempotent(String... methodNames) {
      idempotent.addAll(List.of(methodNames));
      return this;
    }

    /** Uses another transport than HTTP; all settings of HTTP are then without effect. */
    public Builder transport(Transport transport) {
      this.transport = requireNonNull(transport, "transport");
      return this;
    }

    /**
     * Puts something around the transport, HTTP or another: a meter, a circuit breaker, the faults
     * of a test. The one decorated last is called first.
     */
    public Builder decorate(UnaryOperator<Transport> decorator) {
      decorators.add(requireNonNull(decorator, "decorator"));
      return this;
    }

    /** The proxy. No connection is made before the first call. */
    public ServerProxy build() {
      Transport carrier = transport == null ? http() : transport;
      for (UnaryOperator<Transport> decorator : decorators) {
        carrier = decorator.apply(carrier);
      }
      Caller caller =
          new Caller(
              uri,
              carrier,
              dialect,
              limits,
              timeout,
              connectTimeout,
              List.of(),
              listener,
              retries,
              Set.copyOf(idempotent));
      return new ServerProxy(caller, codecs, new AsyncCalls());
    }

    private Transport http() {
      return new HttpTransport(
          new HttpSettings(
              uri,
              headers,
              keepAlive,
              proxy,
              proxyHeaders,
              tls == null
                  ? () -> (SSLSocketFactory) SSLSocketFactory.getDefault()
                  : tls::getSocketFactory,
              limits,
              cookies,
              compression));
    }

    private static Duration requirePositive(Duration duration, String name) {
      if (requireNonNull(duration, name).isNegative() || duration.isZero()) {
        throw new IllegalArgumentException(name + ": " + duration + " (expected: > 0)");
      }
      return duration;
    }
  }
}
