package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are made to hurt. */
@Timeout(30)
final class HostileDocumentTest {
  private static final String BEFORE =
      "<methodCall><methodName>addtogether</methodName><params><param>";
  private static final String AFTER = "</param></params></methodCall>";

  private static RpcServer server;

  @TempDir static Path folder;

  private long start;

  @BeforeAll
  static void start() throws IOException {
    server =
        Calls.builtIn()
            .limits(
                Limits.DEFAULT
                    .withMaxDocumentBytes(128 << 20)
                    .withMaxValues(1_000)
                    .withMaxStringLength(2_000_000))
            .start();
    Files.writeString(folder.resolve("secret"), "a secret of this machine");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void takeTime() {
    start = System.nanoTime();
  }

  @AfterEach
  void theAnswerCameSoonAndTheNextCallIsAnswered() throws Exception {
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(5);
    Calls.assertAnswers(server);
  }

  @Test
  void depthOverTheLimitIsAFaultThatNamesIt() throws Exception {
    assertOverLimit("64 (Limits.maxDepth)", BEFORE + "<value><array><data>".repeat(100_000));
  }

  @Test
  void moreValuesThanTheLimitAreAFaultThatNamesIt() throws Exception {
    String array = "<value><array><data>" + "<value/>".repeat(1_000) + "</data></array></value>";

    assertOverLimit("1000 (Limits.maxValues)", BEFORE + array + AFTER);
  }

  @Test
  void aStringOverTheLimitIsAFaultThatNamesIt() throws Exception {
    String string = "<value>" + "x".repeat(2_000_001) + "</value>";

    assertOverLimit("2000000 (Limits.maxStringLength)", BEFORE + string + AFTER);
  }

  private static void assertOverLimit(String limit, String document) throws Exception {
    Fault fault = fault(document);

    assertThat(fault.code()).isEqualTo(FaultCodes.SYSTEM_ERROR);
    assertThat(fault.text()).contains(" exceeds the limit of " + limit + " at line 1, column ");
  }

  @Test
  void aHundredMegabytesThatNoTagClosesAreAFaultAndLeaveNothingBehind() throws Exception {
    long before = Heap.bytesInUse();

    assertOverLimit(
        "2000000 (Limits.maxStringLength)", BEFORE + "<value><string>" + "x".repeat(100_000_000));
    Heap.assertGrewByLessThan(8 << 20, before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE methodCall>",
        "<!DOCTYPE methodCall SYSTEM \"http://127.0.0.1:PORT/x.dtd\">",
        "<!DOCTYPE methodCall PUBLIC \"x\" \"http://127.0.0.1:PORT/x.dtd\">",
        "<!DOCTYPE m [<!ENTITY e SYSTEM \"http://127.0.0.1:PORT/\">]>",
        "<!DOCTYPE m [<!ENTITY e SYSTEM \"file:SECRET\">]>",
        "<!DOCTYPE m [<!ENTITY % p SYSTEM \"http://127.0.0.1:PORT/p\"> %p;]>",
        "<!DOCTYPE m [<!ENTITY % f SYSTEM \"file:SECRET\"><!ENTITY % p \"<!ENTITY &#37; s SYSTEM"
            + " 'http://127.0.0.1:PORT/?%f;'>\"> %p; %s;]>",
        "<!DOCTYPE m [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
            + " \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY e \"&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>",
        "<!DOCTYPE m [<!ENTITY e \"&e;\">]>",
        "<!DOCTYPE m [<!ATTLIST value type CDATA \"x\">]>",
        "<!doctype html>",
        "<!DOCTYPE",
      })
  void aDoctypeIsRefusedBeforeItIsRead(String doctype) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String real =
          doctype
              .replace("PORT", String.valueOf(listener.getLocalPort()))
              .replace("SECRET", folder.resolve("secret").toString());
      Fault fault = fault("<?xml version='1.0'?>\n" + real + BEFORE + "<value>&e;</value>" + AFTER);

      assertThat(fault.code()).isEqualTo(FaultCodes.NOT_WELL_FORMED);
      assertThat(fault.text())
          .startsWith("not well-formed XML at line 2, column 1 (byte 22): ")
          .doesNotContain("a secret");
      assertNobodyCame(listener);
    }
  }

  /** A connection would be there already, waiting to be accepted. */
  private static void assertNobodyCame(ServerSocket listener) throws IOException {
    listener.setSoTimeout(1);
    assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void anEntityThatIsNotXmlsOwnIsAFault() throws Exception {
    assertThat(fault(BEFORE + "<value>&secret;</value>" + AFTER))
        .isEqualTo(
            new Fault(
                FaultCodes.NOT_WELL_FORMED,
                "not well-formed XML at line 1, column 71 (byte 70): the entity &secret; is not one"
                    + " of XML's own five"));
  }

  @Test
  void aSerializedObjectIsRefused() throws Exception {
    Fault fault =
        fault(
            BEFORE
                + "<value><ex:serializable xmlns:ex='http://ws.apache.org/xmlrpc/namespaces"
                + "/extensions'>rO0ABXQAAXg=</ex:serializable></value>"
                + AFTER);

    assertThat(fault)
        .isEqualTo(
            new Fault(
                FaultCodes.NOT_XML_RPC,
                "not XML-RPC at line 1, column 71 (byte 70): the type serializable is refused"
                    + " always"));
  }

  @Test
  void textThatLooksLikeMarkupOrAHeaderStaysText() throws Exception {
    Value text = Value.of("]]></value>\r\nX-Injected: yes\r\n\r\n<!DOCTYPE x>");
    RawHttp.Answer answer = RawHttp.exchange(server, RawHttp.post(Calls.call("addtogether", text)));

    assertThat(answer.headers()).doesNotContainKey("X-Injected");
    assertThat(Calls.result(answer)).isEqualTo(text);
  }

  private static Fault fault(String document) throws Exception {
    return Calls.fault(RawHttp.exchange(server, RawHttp.post(document.getBytes(UTF_8))));
  }
}
