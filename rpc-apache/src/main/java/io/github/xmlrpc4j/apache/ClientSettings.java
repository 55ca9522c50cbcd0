package io.github.xmlrpc4j.apache;

import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.bind.Codecs;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.apache.xmlrpc.XmlRpcConfig;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientException;
import org.apache.xmlrpc.client.XmlRpcHttpClientConfig;
import org.apache.xmlrpc.client.XmlRpcLocalClientConfig;
import org.apache.xmlrpc.serializer.DefaultXMLWriterFactory;
import org.apache.xmlrpc.util.HttpUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a client of Apache's was told of a server, as it stood when a call began.
 *
 * @param server where to post
 * @param connectTimeout how long a connection may take
 * @param timeout how long a call may take
 * @param authorization the header that authenticates, or null
 * @param userAgent the name of the program, or null
 * @param compressing whether requests are compressed
 * @param requesting whether compressed responses are asked for
 * @param extensions whether more than the specification is written
 * @param zone the zone of dates
 */
record ClientSettings(
    String server,
    Duration connectTimeout,
    Duration timeout,
    @Nullable String authorization,
    @Nullable String userAgent,
    boolean compressing,
    boolean requesting,
    boolean extensions,
    TimeZone zone) {
  /** No limit, as far as sockets can count: 24 days. */
  private static final Duration FOREVER = Duration.ofMillis(Integer.MAX_VALUE);

  /**
   * Reads the settings of a call.
   *
   * @throws XmlRpcException if there is one that this wire cannot honour
   */
  static ClientSettings of(XmlRpcClient client, XmlRpcConfig config) throws XmlRpcException {
    if (!(config instanceof XmlRpcHttpClientConfig http)) {
      throw new XmlRpcException(
          "config: " + config.getClass().getName() + " (expected: an XmlRpcHttpClientConfig)");
    }
    Refusals.checkExceptions(http.isEnabledForExceptions());
    Refusals.checkEncoding(http.getEncoding());
    Refusals.checkTypeFactory(client);
    Refusals.checkWriterFactory(client.getXmlWriterFactory(), DefaultXMLWriterFactory.class);
    if (http instanceof XmlRpcLocalClientConfig local && local.getXmlRpcServer() != null) {
      throw new XmlRpcException(
          "xmlRpcServer: "
              + local.getXmlRpcServer().getClass().getName()
              + " (expected: none; xmlrpc4j calls the serverURL)");
    }
    return new ClientSettings(
        address(http),
        limit(http.getConnectionTimeout()),
        limit(http.getReplyTimeout()),
        authorization(http),
        http.getUserAgent(),
        http.isGzipCompressing(),
        http.isGzipRequesting(),
        http.isEnabledForExtensions(),
        http.getTimeZone());
  }

  /**
   * The address. Without a path it means {@code /}, as it always has to Apache's clients; a user in
   * it counts where the configuration has none.
   */
  private static String address(XmlRpcHttpClientConfig config) throws XmlRpcException {
    URL url = config.getServerURL();
    if (url == null || !url.getProtocol().startsWith("http")) {
      throw new XmlRpcException(
          "serverURL: " + url + " (expected: http://host... or https://host...)");
    }
    try {
      URI uri = url.toURI();
      String address = uri.getRawPath().isEmpty() ? uri.resolve("/").toString() : uri.toString();
      return config.getBasicUserName() == null ? address : address.replaceFirst("//[^/]*@", "//");
    } catch (URISyntaxException e) {
      throw new XmlRpcException("serverURL: " + e.getMessage(), e);
    }
  }

  private static Duration limit(int millis) {
    return millis > 0 ? Duration.ofMillis(millis) : FOREVER;
  }

  private static @Nullable String authorization(XmlRpcHttpClientConfig config)
      throws XmlRpcException {
    try {
      String basic =
          HttpUtil.encodeBasicAuthentication(
              config.getBasicUserName(), config.getBasicPassword(), config.getBasicEncoding());
      return basic == null ? null : "Basic " + basic;
    } catch (UnsupportedEncodingException e) {
      throw new XmlRpcClientException("Unsupported encoding: " + config.getBasicEncoding(), e);
    }
  }

  /** A proxy of the server. */
  ServerProxy proxy(UnaryOperator<ServerProxy.Builder> more) {
    ServerProxy.Builder builder =
        ServerProxy.builder(server)
            .connectTimeout(connectTimeout)
            .timeout(timeout)
            .header("Accept-Encoding", requesting ? "gzip" : "identity")
            .dialect(extensions ? Dialect.APACHE : Dialect.LENIENT)
            .codecs(Codecs.builder().add(Object.class, new ApacheCodec(zone)).build());
    if (authorization != null) {
      builder.header("Authorization", authorization);
    }
    if (userAgent != null) {
      builder.header("User-Agent", userAgent);
    }
    if (compressing) {
      builder.compressRequests();
    }
    return more.apply(builder).build();
  }
}
