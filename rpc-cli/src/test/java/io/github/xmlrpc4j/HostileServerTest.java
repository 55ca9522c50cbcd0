package io.github.xmlrpc4j;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.github.xmlrpc4j.client.BadResponseException;
import io.github.xmlrpc4j.client.CallException;
import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers, and addresses, that mean their clients no good. */
final class HostileServerTest {
  private static final String FAULT =
      "<methodResponse xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'><fault><value>"
          + "<struct><member><name>faultCode</name><value><int>1</int></value></member><member>"
          + "<name>faultString</name><value>no</value></member><member><name>faultCause</name>"
          + "<value>%s</value></member></struct></value></fault></methodResponse>";

  @Test
  void theCauseOfAFaultIsAValueAndNoObject() throws Exception {
    byte[] object = serialized(new IllegalStateException("a cause"));
    ServerFaultException failure =
        failure(
            "<base64>" + Base64.getEncoder().encodeToString(object) + "</base64>",
            ServerFaultException.class);

    assertThat(failure.code()).isEqualTo(1);
    assertThat(failure.fault().members().get("faultCause")).isEqualTo(Value.Bytes.of(object));
    assertThat(failure).hasNoCause();
  }

  @Test
  void aCauseThatIsSerializableIsNoAnswer() throws Exception {
    BadResponseException failure =
        failure("<ex:serializable>rO0ABXQAAXg=</ex:serializable>", BadResponseException.class);

    assertThat(failure).hasMessageContaining(": the type serializable is refused always");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "ftp://example.org/RPC2",
        "jar:file:/x.jar!/x",
        "javascript:alert(1)",
        "ldap://127.0.0.1/x",
        "http:///etc/passwd",
        "/etc/passwd"
      })
  void anAddressOfAnotherSchemeIsRefused(String address) {
    assertThatThrownBy(() -> ServerProxy.to(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("uri: " + address + " (expected: http://host... or https://host...)");
  }

  private static byte[] serialized(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /** How a call ends whose answer is a fault with this cause. */
  private static <E extends CallException> E failure(String cause, Class<E> type)
      throws IOException {
    byte[] fault = FAULT.formatted(cause).getBytes(UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, fault.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(fault);
          }
        });
    server.start();
    try (ServerProxy proxy = ServerProxy.to("http://127.0.0.1:" + server.getAddress().getPort())) {
      return catchThrowableOfType(type, () -> proxy.call("add", 7, 3));
    } finally {
      server.stop(0);
    }
  }
}
