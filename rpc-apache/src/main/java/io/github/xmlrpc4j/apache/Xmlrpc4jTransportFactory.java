package io.github.xmlrpc4j.apache;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.client.CallCancelledException;
import io.github.xmlrpc4j.client.CallException;
import io.github.xmlrpc4j.client.CallTimeoutException;
import io.github.xmlrpc4j.client.ConnectFailedException;
import io.github.xmlrpc4j.client.ConnectionLostException;
import io.github.xmlrpc4j.client.HttpStatusException;
import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.WireException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientException;
import org.apache.xmlrpc.client.XmlRpcHttpTransportException;
import org.apache.xmlrpc.client.XmlRpcTransport;
import org.apache.xmlrpc.client.XmlRpcTransportFactory;
import org.jspecify.annotations.Nullable;

/**
 * Has a client of Apache XML-RPC call through xmlrpc4j's connections and codec.
 *
 * <pre>{@code
 * XmlRpcClient client = new XmlRpcClient();
 * client.setConfig(config);
 * client.setTransportFactory(new Xmlrpc4jTransportFactory(client));
 * }</pre>
 *
 * <p>The client, its {@code ClientFactory} and its asynchronous calls go on as they were; {@link
 * ApacheCodec} tells how values map. Of the configuration the {@code serverURL}, timeouts, basic
 * authentication, compression, extensions, user agent and time zone are honoured, call by call:
 *
 * <ul>
 *   <li>{@code replyTimeout} bounds the whole call, not each wait for a byte.
 *   <li>{@code gzipCompressing} compresses requests from 1,400 bytes up.
 *   <li>{@code contentLengthOptional} changes nothing: a request always has its length.
 * </ul>
 *
 * <p>An {@code encoding} other than UTF-8, {@code enabledForExceptions}, an {@code xmlRpcServer}, a
 * type factory and an XML writer factory are refused by an {@link XmlRpcException} that names them.
 *
 * <p>A fault is an {@link XmlRpcException} with its code and text, a status other than 200 an
 * {@link XmlRpcHttpTransportException}, an answer that makes no sense or is over a limit an {@link
 * XmlRpcClientException}. Where there is no answer, the {@link XmlRpcException} holds the {@link
 * java.io.IOException} as its {@code linkedException}.
 *
 * <p>A factory is safe for many threads. It keeps connections; they end with {@link #close()}, or
 * when they have been idle.
 */
public final class Xmlrpc4jTransportFactory implements XmlRpcTransportFactory, AutoCloseable {
  /** More settings than this are forgotten, and with them their connections. */
  private static final int MOST_PROXIES = 100;

  private final XmlRpcClient client;
  private final UnaryOperator<ServerProxy.Builder> more;
  private final Map<ClientSettings, ServerProxy> proxies = new ConcurrentHashMap<>();

  /** A factory of a client's transports. */
  public Xmlrpc4jTransportFactory(XmlRpcClient client) {
    this(client, builder -> builder);
  }

  /**
   * A factory of a client's transports with settings that Apache's configuration has no words for,
   * as {@code builder -> builder.tls(context).proxy(host, port)}.
   */
  public Xmlrpc4jTransportFactory(XmlRpcClient client, UnaryOperator<ServerProxy.Builder> more) {
    this.client = requireNonNull(client, "client");
    this.more = requireNonNull(more, "more");
  }

  @Override
  public XmlRpcTransport getTransport() {
    return this::send;
  }

  private @Nullable Object send(XmlRpcRequest request) throws XmlRpcException {
    ServerProxy proxy = proxy(ClientSettings.of(client, request.getConfig()));
    @Nullable Object[] params = new @Nullable Object[request.getParameterCount()];
    for (int i = 0; i < params.length; i++) {
      params[i] = request.getParameter(i);
    }
    try {
      return proxy.call(Object.class, request.getMethodName(), params);
    } catch (CallException e) {
      throw translated(e);
    } catch (WireException e) {
      throw new XmlRpcClientException("Failed to generate request: " + e.getMessage(), e);
    }
  }

  private ServerProxy proxy(ClientSettings settings) {
    ServerProxy known = proxies.get(settings);
    if (known != null) {
      return known;
    }
    if (proxies.size() >= MOST_PROXIES) {
      proxies.clear();
    }
    return proxies.computeIfAbsent(settings, wanted -> wanted.proxy(more));
  }

  private static XmlRpcException translated(CallException failure) {
    if (failure instanceof ServerFaultException answer) {
      return new XmlRpcException(answer.fault().code(), answer.fault().text());
    }
    if (failure instanceof HttpStatusException answer) {
      return new XmlRpcHttpTransportException(
          answer.status(), answer.reason(), String.valueOf(answer.getMessage()));
    }
    if (failure instanceof ConnectFailedException
        || failure instanceof CallTimeoutException
        || failure instanceof ConnectionLostException
        || failure instanceof CallCancelledException) {
      return new XmlRpcException(
          "Failed to read server's response: " + failure.getMessage(), reason(failure));
    }
    return new XmlRpcClientException(
        "Failed to parse server's response: " + failure.getMessage(), failure);
  }

  /** What the socket said, since programs tell a time-out from a bad certificate by its class. */
  private static @Nullable Throwable reason(CallException failure) {
    Throwable cause = failure.getCause();
    if (failure instanceof ConnectFailedException && cause != null) {
      Throwable said = cause.getCause();
      return said == null ? cause : said;
    }
    return cause;
  }

  /** Closes the connections; calls that are under way fail. */
  @Override
  public void close() {
    proxies.values().forEach(ServerProxy::close);
    proxies.clear();
  }
}
