package io.github.xmlrpc4j.client;

import static io.github.xmlrpc4j.client.ScriptedServer.THREE;
import static io.github.xmlrpc4j.client.ScriptedServer.answering;
import static io.github.xmlrpc4j.client.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Position;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class FailuresTest {

  @Test
  void anHtmlPageWithStatus200IsCalledOne() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(ok("<html><head><title>Please log in</title></head></html>"))) {
      BadResponseException failure = failure(server, BadResponseException.class);

      assertThat(failure)
          .hasMessage(
              server.uri()
                  + "/RPC2 add: an HTML page in place of an XML-RPC response; the body begins:"
                  + " <html><head><title>Please log in</title></head></html>");
      assertThat(failure.body())
          .isEqualTo("<html><head><title>Please log in</title></head></html>");
    }
  }

  @Test
  void anHtmlPageWithStatus500IsAnHttpStatusWithHeadersAndBody() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            answering(
                "HTTP/1.1 500 Internal Server Error\r\nX-Trace: 7\r\nContent-Length: 17\r\n\r\n"
                    + "<h1>Sorry</h1>\r\n "))) {
      HttpStatusException failure = failure(server, HttpStatusException.class);

      assertThat(failure)
          .hasMessage(
              server.uri()
                  + "/RPC2 add: HTTP status 500 Internal Server Error; the body begins:"
                  + " <h1>Sorry</h1>");
      assertThat(failure.status()).isEqualTo(500);
      assertThat(failure.reason()).isEqualTo("Internal Server Error");
      assertThat(failure.headers()).contains(new Header("X-Trace", "7"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "301, Moved Permanently",
    "302, Found",
    "307, Temporary Redirect",
    "401, Unauthorized"
  })
  void anyOtherStatusIsOneToo(int status, String reason) throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            answering(
                "HTTP/1.1 "
                    + status
                    + " "
                    + reason
                    + "\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"))) {
      assertThat(failure(server, HttpStatusException.class))
          .hasMessage(
              server.uri()
                  + "/RPC2 add: HTTP status "
                  + status
                  + " "
                  + reason
                  + "; the body is empty");
    }
  }

  @Test
  void anEmptyBodyIsNoResponse() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(""))) {
      assertThat(failure(server, BadResponseException.class))
          .hasMessage(
              server.uri()
                  + "/RPC2 add: no XML-RPC response (Deviation.EMPTY_RESPONSE accepts it);"
                  + " the body is empty");
    }
  }

  @Test
  void anEmptyBodyIsNilToWhomSaysThatThePeerIsAHomematic() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(""));
        ServerProxy proxy = ServerProxy.builder(server.uri()).dialect(Dialect.HOMEMATIC).build()) {
      assertThat(proxy.call("setValue", "LEQ0123456:1")).isEqualTo(Value.nil());
      assertThat(proxy.call(void.class, "setValue", "LEQ0123456:1")).isNull();
    }
  }

  @Test
  void brokenXmlIsToldWithItsPlace() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(THREE.replace("</int>", "</i4>")))) {
      BadResponseException failure = failure(server, BadResponseException.class);

      assertThat(failure.position()).isEqualTo(new Position(65, 1, 66));
      assertThat(failure.getMessage())
          .startsWith(
              server.uri()
                  + "/RPC2 add: not well-formed XML at line 1, column 66 (byte 65): the end tag"
                  + " </i4> does not close <int> of line 1; the body begins: <?xml version='1.0'?>");
    }
  }

  @Test
  void aFaultHasItsCodeItsTextAndItsFurtherMembers() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            ok(
                "<methodResponse><fault><value><struct><member><name>faultCode</name><value>"
                    + "<string>42</string></value></member><member><name>faultString</name>"
                    + "<value>no stock</value></member><member><name>item</name><value>axe</value>"
                    + "</member></struct></value></fault></methodResponse>"))) {
      ServerFaultException failure = failure(server, ServerFaultException.class);

      assertThat(failure).hasMessage(server.uri() + "/RPC2 add: fault 42: no stock");
      assertThat(failure.code()).isEqualTo(42);
      assertThat(failure.text()).isEqualTo("no stock");
      assertThat(failure.fault().members().get("item")).isEqualTo(Value.of("axe"));
    }
  }

  @Test
  void aResultOfAnotherTypeTellsTheWayToIt() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(THREE.replace("int>", "string>")))) {
      ResultMismatchException failure = failure(server, ResultMismatchException.class);

      assertThat(failure)
          .hasMessage(server.uri() + "/RPC2 add: result: expected int, found string");
      assertThat(failure.path()).isEqualTo("result");
      assertThat(failure.expected()).isEqualTo("int");
      assertThat(failure.found()).isEqualTo("string");
    }
  }

  @Test
  void aServerThatIsNotThereIsAFailureToConnect() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    try (ServerProxy proxy = ServerProxy.to("http://127.0.0.1:" + port)) {
      assertThatThrownBy(() -> proxy.call("add"))
          .isInstanceOf(ConnectFailedException.class)
          .hasMessage("http://127.0.0.1:" + port + "/RPC2 add: cannot connect: Connection refused");
    }
  }

  @Test
  void aConnectionThatEndsInsideTheBodyIsLost() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<methodResponse>"))) {
      assertThat(failure(server, ConnectionLostException.class))
          .hasMessage(
              server.uri()
                  + "/RPC2 add: connection lost: the connection ended after 16 of 1000 bytes of"
                  + " the body");
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "HTTP/1.1 200", "'HTTP/1.1 200 OK\r\nContent-Le'"})
  void aConnectionThatEndsInsideTheHeadIsLost(String head) throws Exception {
    try (ScriptedServer server = new ScriptedServer(answering(head))) {
      assertThat(failure(server, ConnectionLostException.class))
          .hasMessage(
              server.uri()
                  + "/RPC2 add: connection lost: the connection ended before the whole response");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void whatIsNoHttpIsSaidToBeNone() throws Exception {
    try (ScriptedServer server = new ScriptedServer(answering("SSH-2.0-OpenSSH_9.2\r\n"))) {
      assertThat(failure(server, BadResponseException.class))
          .hasMessage(server.uri() + "/RPC2 add: the answer is not HTTP");
    }
  }

  @Test
  void aSlowDripIsCutAtTheDeadline() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                connection -> {
                  connection
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<"
                              .getBytes(StandardCharsets.UTF_8));
                  over.await();
                });
        ServerProxy proxy =
            ServerProxy.builder(server.uri()).timeout(Duration.ofMillis(300)).build()) {
      assertThatThrownBy(() -> proxy.call("add"))
          .isInstanceOf(CallTimeoutException.class)
          .hasMessage(server.uri() + "/RPC2 add: no whole answer within 300 ms");
      over.countDown();
    }
  }

  @Test
  void aServerThatDoesNotTakeALargeRequestIsGivenUpAtTheDeadline() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerProxy proxy =
            ServerProxy.builder("http://127.0.0.1:" + deaf.getLocalPort())
                .timeout(Duration.ofMillis(500))
                .build()) {
      byte[] large = new byte[16_000_000];

      assertThatThrownBy(() -> proxy.call("add", large))
          .isInstanceOf(CallTimeoutException.class)
          .hasMessage(proxy.uri() + " add: no whole answer within 500 ms");
    }
  }

  @Test
  void anEndlessBodyIsCutAtTheLimit() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                connection -> {
                  connection
                      .getOutputStream()
                      .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                  ScriptedServer.forever(connection.getOutputStream(), new byte[8_192]);
                });
        ServerProxy proxy =
            ServerProxy.builder(server.uri())
                .limits(Limits.DEFAULT.withMaxDocumentBytes(1_000_000))
                .build()) {
      assertThatThrownBy(() -> proxy.call("add"))
          .isInstanceOf(ResponseLimitException.class)
          .hasMessage(
              server.uri()
                  + "/RPC2 add: a response of more than 1000000 bytes exceeds the limit of 1000000"
                  + " (Limits.maxDocumentBytes) at its body");
    }
  }

  @Test
  void aGzipBombIsRefused() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      out.write(new byte[20_000_000]);
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(
        ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    answer.writeBytes(bomb.toByteArray());
    try (ScriptedServer server = new ScriptedServer(answering(answer.toByteArray()))) {
      assertThat(failure(server, ResponseLimitException.class))
          .hasMessage(
              server.uri()
                  + "/RPC2 add: a document that grows to more than 100 times its compressed size"
                  + " exceeds the limit of 100 (Limits.maxExpansionRatio) at its compressed body");
    }
  }

  @Test
  void cancellingAFutureClosesItsConnection() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                connection -> {
                  if (connection.getInputStream().read() < 0) {
                    gone.countDown();
                  }
                });
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      CompletableFuture<Value> future = proxy.callAsync(new TypeRef<Value>() {}, "add");
      assertThat(server.request()).contains("<methodName>add</methodName>");

      assertThat(future.cancel(true)).isTrue();

      gone.await();
      assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void blankLinesAByteOrderMarkAndAnIdleConnectionThatWasClosedAreOvercome() throws Exception {
    ScriptedServer.Script once = ok("\uFEFF" + THREE);
    ScriptedServer.Script blank = ok("\r\n\n" + THREE);
    try (ScriptedServer server = new ScriptedServer(once, blank);
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(proxy.call(int.class, "add")).isEqualTo(3);
      assertThat(proxy.call(int.class, "add")).isEqualTo(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void userAndPasswordOfTheAddressAreSentAndNeverShown() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(THREE));
        ServerProxy proxy = ServerProxy.to("http://ada:s3cret@127.0.0.1:" + server.port() + "/x")) {
      RawExchange raw = proxy.exchange(MethodCall.of("add").write());

      assertThat(server.request())
          .startsWith("POST /x HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
          .contains("\r\nAuthorization: Basic YWRhOnMzY3JldA==\r\n");
      assertThat(raw.toString()).contains("Authorization: ***").doesNotContain("YWRh");
      assertThat(proxy.toString())
          .isEqualTo("ServerProxy[http://127.0.0.1:" + server.port() + "/x]");
    }
  }

  @Test
  void anAddressThatIsNoneIsRefusedWithoutItsPassword() {
    assertThatThrownBy(() -> ServerProxy.to("ftp://ada:s3cret@example.org/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("uri: ftp://***@example.org/ (expected: http://host... or https://host...)");
  }

  @ParameterizedTest
  @CsvSource({"-5", "+5", "5x", "''", "99999999999999999999"})
  void aLengthThatIsNoneIsSaidToBeNone(String length) throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            answering("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + THREE))) {
      assertThat(failure(server, BadResponseException.class))
          .hasMessage(server.uri() + "/RPC2 add: \"" + length + "\" is no length");
    }
  }

  @Test
  void aLengthThatIsTooShortIsABodyThatEndsEarly() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(answering("HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n" + THREE))) {
      assertThat(failure(server, BadResponseException.class))
          .hasMessage(
              server.uri()
                  + "/RPC2 add: not well-formed XML at line 1, column 17 (byte 16): the document"
                  + " ends inside the XML declaration; the body begins: <?xml version='1");
    }
  }

  @Test
  void anEncodingThatTheBytesAreNotInIsToldWithTheByte() throws Exception {
    String latin =
        "<?xml version='1.0' encoding='UTF-8'?><methodResponse><params><param><value>\u00e9"
            + "</value></param></params></methodResponse>";
    try (ScriptedServer server =
        new ScriptedServer(
            answering(
                "HTTP/1.1 200 OK\r\nContent-Length: " + latin.length() + "\r\n\r\n" + latin))) {
      assertThatThrownBy(() -> ServerProxy.to(server.uri()).call("add"))
          .isInstanceOf(BadResponseException.class)
          .hasMessageStartingWith(
              server.uri()
                  + "/RPC2 add: not well-formed XML at line 1, column 77 (byte 76): the byte 0xE9"
                  + " begins no character of UTF-8");
    }
  }

  @Test
  void apachesExtensionsAreRead() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                ok(
                    "<methodResponse xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>"
                        + "<params><param><value><array><data><value><ex:i8>5000000000</ex:i8>"
                        + "</value><value><ex:nil/></value><value><ex:float>0.5</ex:float></value>"
                        + "</data></array></value></param></params></methodResponse>"));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(proxy.call("all"))
          .isEqualTo(Value.Array.of(Value.of(5_000_000_000L), Value.nil(), Value.of(0.5)));
    }
  }

  @Test
  void theBareResultsOfSupervisorAreReadAsResults() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                ok(
                    "<methodResponse><params><param><value><array><data><value><int>1</int></value>"
                        + "<value><array><data><value>x</value></data></array></value><value>"
                        + "<struct><member><name>faultCode</name><value><int>2</int></value>"
                        + "</member><member><name>faultString</name><value>INCORRECT</value>"
                        + "</member></struct></value></data></array></value></param></params>"
                        + "</methodResponse>"));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      MultiCall batch = proxy.multicall();
      Pending<Integer> one = batch.add(int.class, "one");
      Pending<Value> list = batch.add("list");
      Pending<Value> bad = batch.add("bad");
      batch.send();

      assertThat(one.get()).isEqualTo(1);
      assertThat(list.get()).isEqualTo(Value.Array.of(Value.of("x")));
      assertThatThrownBy(bad::get).hasMessage(server.uri() + "/RPC2 bad: fault 2: INCORRECT");
    }
  }

  @Test
  void aBatchWithTooFewAnswersIsNoAnswer() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                ok(
                    "<methodResponse><params><param><value><array><data></data></array></value>"
                        + "</param></params></methodResponse>"));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      MultiCall batch = proxy.multicall();
      Pending<Value> one = batch.add("one");

      assertThatThrownBy(batch::send)
          .isInstanceOf(BadResponseException.class)
          .hasMessage(server.uri() + "/RPC2 system.multicall: 0 answers to 1 calls");
      assertThat(one.isAnswered()).isFalse();
    }
  }

  @Test
  void aBatchThatIsRefusedForItsSizeIsNotSentCallByCall() throws Exception {
    String text = "1001 calls in one system.multicall exceeds the limit of 1000 (Limits.maxCalls)";
    try (ScriptedServer server =
            new ScriptedServer(
                ok(
                    "<methodResponse><fault><value><struct><member><name>faultCode</name><value>"
                        + "<int>-32400</int></value></member><member><name>faultString</name>"
                        + "<value>"
                        + text
                        + "</value></member></struct></value></fault></methodResponse>"));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      MultiCall batch = proxy.multicall().fallBack();
      Pending<Value> one = batch.add("one");

      assertThatThrownBy(batch::send)
          .isInstanceOf(ServerFaultException.class)
          .hasMessage(server.uri() + "/RPC2 system.multicall: fault -32400: " + text);
      assertThat(one.isAnswered()).isFalse();
    }
  }

  @Test
  void closingLeavesNoConnectionAndNoThread() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (ScriptedServer server =
        new ScriptedServer(
            connection -> {
              ok(THREE).play(connection);
              if (connection.getInputStream().read() < 0) {
                gone.countDown();
              }
            })) {
      ServerProxy proxy = ServerProxy.to(server.uri());
      assertThat(proxy.callAsync(new TypeRef<Integer>() {}, "add").get()).isEqualTo(3);
      Thread worker =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith("xmlrpc-client-"))
              .findFirst()
              .orElse(null);

      proxy.close();

      gone.await();
      if (worker != null) {
        worker.join(10_000);
        assertThat(worker.isAlive()).isFalse();
      }
      assertThatThrownBy(() -> proxy.call("add"))
          .isInstanceOf(ConnectionLostException.class)
          .hasMessage(server.uri() + "/RPC2 add: connection lost: the proxy is closed");
    }
  }

  private static <T extends CallException> T failure(ScriptedServer server, Class<T> kind)
      throws IOException {
    try (ServerProxy proxy = ServerProxy.to(server.uri())) {
      return catchThrowableOfType(kind, () -> proxy.call(int.class, "add", 1, 2));
    }
  }
}
