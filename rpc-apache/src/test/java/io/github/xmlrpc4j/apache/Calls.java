package io.github.xmlrpc4j.apache;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcHandler;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.server.XmlRpcNoSuchHandlerException;

/** What clients of Apache's need in these tests. */
final class Calls {
  private Calls() {}

  /** A handler that tells how it saw its parameter, and gives it back. */
  static XmlRpcHandler handler(String name) throws XmlRpcException {
    return switch (name) {
      case "echo" ->
          request -> {
            Object value = request.getParameter(0);
            return new Object[] {Shown.of(value), value};
          };
      case "types" ->
          request ->
              new Object[] {
                (byte) 1,
                (short) 2,
                3L,
                0.5f,
                BigInteger.TWO.pow(70),
                new BigDecimal("1.50"),
                GregorianCalendar.from(ZonedDateTime.parse("2026-01-01T12:00:00+02:00"))
              };
      case "fail" ->
          request -> {
            throw new XmlRpcException(17, "no user <Zoë> & no \"one\"");
          };
      case "break" ->
          request -> {
            throw new IllegalStateException("secret");
          };
      default -> throw new XmlRpcNoSuchHandlerException("No such handler: " + name);
    };
  }

  /** The names of what a configuration has getters for. */
  static List<String> settings(Class<?> configuration) {
    return Arrays.stream(configuration.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .map(Method::getName)
        .filter(name -> name.matches("(get|is)[A-Z].*"))
        .map(name -> name.replaceFirst("get|is", ""))
        .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
        .sorted()
        .toList();
  }

  static XmlRpcClientConfigImpl config(String uri, boolean extensions) throws Exception {
    XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
    config.setServerURL(URI.create(uri).toURL());
    config.setEnabledForExtensions(extensions);
    config.setTimeZone(TimeZone.getTimeZone("Europe/Berlin"));
    config.setConnectionTimeout(10_000);
    config.setReplyTimeout(30_000);
    return config;
  }

  /** A client with its own wire. */
  static XmlRpcClient plain(XmlRpcClientConfigImpl config) {
    XmlRpcClient client = new XmlRpcClient();
    client.setConfig(config);
    return client;
  }

  /** A client on our wire. */
  static XmlRpcClient bridged(XmlRpcClientConfigImpl config) {
    XmlRpcClient client = plain(config);
    client.setTransportFactory(new Xmlrpc4jTransportFactory(client));
    return client;
  }
}
