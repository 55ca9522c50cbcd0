package io.github.xmlrpc4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.client.AsyncCallback;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcClientException;
import org.apache.xmlrpc.client.XmlRpcHttpTransportException;
import org.apache.xmlrpc.client.util.ClientFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** What a bridged client's program sees when a call comes to nothing, and how it calls at all. */
@Timeout(60)
final class ClientFailuresTest {
  /** The contract of a program that uses Apache's {@code ClientFactory}. */
  public interface Adder {
    int add(int x, int y) throws XmlRpcException;
  }

  private static XmlRpcException failure(XmlRpcClient client, Object... params) {
    return catchThrowableOfType(XmlRpcException.class, () -> client.execute("add", params));
  }

  private static XmlRpcClient client(String uri) throws Exception {
    return Calls.bridged(Calls.config(uri, false));
  }

  @Test
  void aStatusIsOneThatTheProgramCanAskFor() throws Exception {
    try (Peer peer = Peer.answering(503, "come back later")) {
      XmlRpcException failure = failure(client(peer.uri()));

      assertThat(failure)
          .isInstanceOf(XmlRpcHttpTransportException.class)
          .hasMessage(
              peer.uri()
                  + "/ add: HTTP status 503 Service Unavailable; the body begins: come back"
                  + " later");
      assertThat(((XmlRpcHttpTransportException) failure).getStatusCode()).isEqualTo(503);
      assertThat(((XmlRpcHttpTransportException) failure).getStatusMessage())
          .isEqualTo("Service Unavailable");
    }
  }

  @Test
  void aRedirectIsAStatusTooAndIsNotFollowed() throws Exception {
    try (Peer peer = Peer.answering(302, "elsewhere")) {
      XmlRpcException failure = failure(client(peer.uri()));

      assertThat(failure)
          .isInstanceOf(XmlRpcHttpTransportException.class)
          .hasMessage(
              peer.uri() + "/ add: HTTP status 302 Temporary Redirect; the body begins: elsewhere");
    }
  }

  @Test
  void aServerThatIsNotThereIsAConnectException() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    XmlRpcException failure = failure(client("http://127.0.0.1:" + port));

    assertThat(failure)
        .hasMessage(
            "Failed to read server's response: http://127.0.0.1:"
                + port
                + "/ add: cannot connect: Connection refused");
    assertThat(failure.linkedException).isInstanceOf(ConnectException.class);
  }

  @Test
  void aReplyThatDoesNotComeInTimeIsASocketTimeout() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String uri = "http://127.0.0.1:" + silent.getLocalPort() + "/";
      XmlRpcClientConfigImpl config = Calls.config(uri, false);
      config.setReplyTimeout(200);
      XmlRpcException failure = failure(Calls.bridged(config));

      assertThat(failure)
          .hasMessage(
              "Failed to read server's response: " + uri + " add: no whole answer within 200 ms");
      assertThat(failure.linkedException).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aConnectionThatDoesNotComeInTimeIsASocketTimeout() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> waiting = occupy(full);
      String uri = "http://127.0.0.1:" + full.getLocalPort() + "/";
      XmlRpcClientConfigImpl config = Calls.config(uri, false);
      config.setConnectionTimeout(200);
      XmlRpcException failure = failure(Calls.bridged(config));

      assertThat(failure)
          .hasMessage(
              "Failed to read server's response: " + uri + " add: cannot connect: timed out");
      assertThat(failure.linkedException).isInstanceOf(SocketTimeoutException.class);
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void aHostThatNobodyKnowsIsAnUnknownHost() throws Exception {
    String tooLong = "x".repeat(64);
    XmlRpcException failure = failure(client("http://" + tooLong + "/"));

    assertThat(failure)
        .hasMessage(
            "Failed to read server's response: http://"
                + tooLong
                + "/ add: cannot connect: unknown host "
                + tooLong);
    assertThat(failure.linkedException).isInstanceOf(UnknownHostException.class);
  }

  /** Connects until nobody is let in any more. */
  private static List<Socket> occupy(ServerSocket server) throws Exception {
    List<Socket> waiting = new ArrayList<>();
    boolean open = true;
    while (open && waiting.size() < 10) {
      Socket next = new Socket();
      waiting.add(next);
      try {
        next.connect(server.getLocalSocketAddress(), 300);
      } catch (SocketTimeoutException e) {
        open = false;
      }
    }
    return waiting;
  }

  @Test
  void withoutTimeoutsAnAnswerIsWaitedFor() throws Exception {
    try (Peer peer = Peer.answering(Peer.THREE)) {
      XmlRpcClientConfigImpl config = Calls.config(peer.uri(), false);
      config.setConnectionTimeout(0);
      config.setReplyTimeout(0);

      assertThat(Calls.bridged(config).execute("add", new Object[0])).isEqualTo(3);
    }
  }

  @Test
  void aConnectionThatEndsBeforeTheAnswerIsAnIoException() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> closing =
          CompletableFuture.runAsync(
              () -> {
                try (var connection = rude.accept()) {
                  int unused = connection.getInputStream().read(new byte[10_000]);
                } catch (java.io.IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      XmlRpcException failure = failure(client("http://127.0.0.1:" + rude.getLocalPort()));
      closing.get(30, TimeUnit.SECONDS);

      assertThat(failure.linkedException).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void anAnswerThatIsNoXmlRpcSaysWhereItFails() throws Exception {
    try (Peer peer = Peer.answering("<methodResponse><params>oops")) {
      assertThat(failure(client(peer.uri())))
          .isInstanceOf(XmlRpcClientException.class)
          .hasMessage(
              "Failed to parse server's response: "
                  + peer.uri()
                  + "/ add: not XML-RPC at line 1, column 25 (byte 24): text where <param> should"
                  + " stand; the body begins: <methodResponse><params>oops");
    }
  }

  static Stream<Arguments> unwritable() {
    return Stream.of(
        arguments(null, "params[0]: there is no value, and no nil without Extension.NIL"),
        arguments(
            Collections.singletonMap("x", null),
            "params[0].x: there is no value, and no nil without Extension.NIL"),
        arguments(
            1L << 40,
            "params[0]: 1099511627776 does not fit <int>, which has 32 bits (Extension.I8 allows"
                + " <i8>)"),
        arguments(BigInteger.TWO.pow(70), "params[0]: an integer of 71 bits does not fit <int>"),
        arguments(
            new BigDecimal("0.1000000000000000000001"),
            "params[0]: 0.1000000000000000000001 does not fit <double> without loss"
                + " (Extension.BIGDECIMAL allows <bigdecimal>)"),
        arguments(
            Double.NaN, "params[0]: NaN is not finite (Extension.DOUBLE_NOT_FINITE allows it)"),
        arguments(
            new Object[] {1, Map.of("where", List.of("a", Locale.ROOT))},
            "params[0][1].where[1]: java.util.Locale is no type of XML-RPC; send it as a Map, an"
                + " Object[], a String or a byte[]"),
        arguments(
            new int[0],
            "params[0]: int[] is no type of XML-RPC; send it as a Map, an Object[], a String or a"
                + " byte[]"),
        arguments(
            Collections.singletonMap(null, 1), "params[0]: a member's name is a String, not null"),
        arguments(
            "a\u0001",
            "params[0]: the character U+0001 at index 1 cannot stand in XML; send the text as"
                + " base64"));
  }

  @ParameterizedTest
  @MethodSource("unwritable")
  void aValueThatCannotBeWrittenIsNamedByTheWayToIt(Object value, String message) throws Exception {
    try (Peer peer = Peer.answering(Peer.THREE)) {
      assertThatThrownBy(() -> client(peer.uri()).execute("add", new Object[] {value}))
          .isInstanceOf(XmlRpcClientException.class)
          .hasMessage("Failed to generate request: " + message);
      assertThat(peer.isUntouched()).isTrue();
    }
  }

  @Test
  void withExtensionsAKeyThatIsNoStringIsRefused() throws Exception {
    try (Peer peer = Peer.answering(Peer.THREE)) {
      XmlRpcClient client = Calls.bridged(Calls.config(peer.uri(), true));

      assertThatThrownBy(() -> client.execute("add", new Object[] {Map.of(5, "five")}))
          .hasMessage(
              "Failed to generate request: params[0]: a member's name is a String, not"
                  + " java.lang.Integer");
    }
  }

  @Test
  void withExtensionsTooAnObjectIsNotWrittenAsItself() throws Exception {
    Document dom = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    try (Peer peer = Peer.answering(Peer.THREE)) {
      XmlRpcClient client = Calls.bridged(Calls.config(peer.uri(), true));

      for (Object value : List.of(Locale.ROOT, dom)) {
        assertThatThrownBy(() -> client.execute("add", new Object[] {value}))
            .isInstanceOf(XmlRpcClientException.class)
            .hasMessage(
                "Failed to generate request: params[0]: "
                    + value.getClass().getName()
                    + " is no type of XML-RPC; send it as a Map, an Object[], a String or a"
                    + " byte[]");
      }
      assertThat(peer.isUntouched()).isTrue();
    }
  }

  @Test
  @SuppressWarnings("JavaUtilDate")
  void aDayThatOnlyTheJulianCalendarHasIsRefused() throws Exception {
    Date day = new GregorianCalendar(1500, Calendar.FEBRUARY, 29).getTime();
    try (Peer peer = Peer.answering(Peer.THREE)) {
      assertThatThrownBy(() -> client(peer.uri()).execute("add", new Object[] {day}))
          .hasMessageStartingWith(
              "Failed to generate request: params[0]: a day that only the Julian calendar has:");
      assertThatThrownBy(
              () -> client(peer.uri()).execute("add", new Object[] {new Date(Long.MIN_VALUE)}))
          .hasMessageContaining("params[0]: the year -292269054 does not have four digits");
    }
  }

  @Test
  void anIntegerThatItsTypeDoesNotHoldIsNoResult() throws Exception {
    try (Peer peer = Peer.answering(Peer.THREE.replace("int>", "i1>").replace("3", "300"))) {
      assertThat(failure(client(peer.uri())))
          .isInstanceOf(XmlRpcClientException.class)
          .hasMessageEndingWith("add: result: expected an integer of 8 bits, found 300");
    }
  }

  @Test
  void theirTypedProxyGoesOnWorking() throws Exception {
    try (Peer peer = Peer.answering(Peer.THREE)) {
      Adder adder = (Adder) new ClientFactory(client(peer.uri())).newInstance(Adder.class);

      assertThat(adder.add(1, 2)).isEqualTo(3);
      assertThat(peer.request().text()).contains(Adder.class.getName() + ".add</methodName>");
    }
  }

  @Test
  void theirAsynchronousCallsGoOnWorking() throws Exception {
    try (Peer peer = Peer.answering(Peer.THREE)) {
      CompletableFuture<Object> answer = new CompletableFuture<>();
      client(peer.uri())
          .executeAsync(
              "add",
              new Object[] {1, 2},
              new AsyncCallback() {
                @Override
                public void handleResult(XmlRpcRequest request, Object result) {
                  answer.complete(result);
                }

                @Override
                public void handleError(XmlRpcRequest request, Throwable error) {
                  answer.completeExceptionally(error);
                }
              });

      assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(3);
    }
  }

  @Test
  void aClosedFactoryHasNoConnectionsLeftAndMakesNewOnes() throws Exception {
    try (Peer peer = Peer.answering(Peer.THREE)) {
      XmlRpcClient client = Calls.plain(Calls.config(peer.uri(), false));
      Xmlrpc4jTransportFactory factory = new Xmlrpc4jTransportFactory(client);
      client.setTransportFactory(factory);

      assertThat(client.execute("add", new Object[0])).isEqualTo(3);
      factory.close();
      assertThat(client.execute("add", new Object[0])).isEqualTo(3);
      factory.close();
    }
  }
}
