package io.github.xmlrpc4j.server.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.contract.RpcMethod;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holes that other XML-RPC servers have had, tried on this one. */
final class OldHolesTest {
  private static final AtomicInteger CALLS = new AtomicInteger();

  /** Names that walk from a served object to others, or say what is to be run. */
  static final List<String> NAMES =
      List.of(
          "shop.price.getClass",
          "shop.getClass",
          "shop.getClass.forName",
          "shop.safe.open",
          "shop.open",
          "getClass",
          "hashCode",
          "notifyAll",
          "shop.toString",
          "shop.price()",
          "shop.price;shop.open",
          "shop.price('axe');system(1)",
          "java.lang.Runtime.exec",
          "supervisor.supervisord.options.warnings.linecache.os.system",
          "system.multicall.getClass",
          "${jndi:ldap://127.0.0.1/x}",
          "../shop.price",
          "SHOP.PRICE");

  private static RpcServer server;

  /** What the methods of a service can reach must not be reached through its names. */
  static final class Shop {
    final Safe safe = new Safe();

    @RpcMethod("shop.price")
    public int price(String item) {
      CALLS.incrementAndGet();
      return item.length();
    }

    public String open() {
      return safe.open();
    }

    @Override
    public String toString() {
      return open();
    }
  }

  static final class Safe {
    public String open() {
      CALLS.addAndGet(1_000_000);
      return "gold";
    }
  }

  @BeforeAll
  static void start() {
    server =
        RpcServer.builder()
            .register(new Shop())
            .intercept(
                invocation -> {
                  CALLS.addAndGet(10_000);
                  return invocation.proceed();
                })
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    CALLS.set(0);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void aNameIsLookedUpAndNeverFollowed(String name) throws IOException {
    assertThat(fault(name, Value.of("axe"))).isEqualTo(notFound(name));
    assertThat(CALLS).hasValue(0);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void aNameInABatchIsLookedUpAndNeverFollowed(String name) throws IOException {
    Value call = call(name);

    assertThat(result("system.multicall", Value.Array.of(call)))
        .isEqualTo(
            Value.Array.of(
                Value.Struct.empty()
                    .with("faultCode", Value.of(notFound(name).code()))
                    .with("faultString", Value.of(notFound(name).text()))));
    assertThat(CALLS).as("the interceptor saw the batch alone").hasValue(10_000);
  }

  @Test
  void aBatchOfMoreCallsThanTheLimitRunsNone() throws IOException {
    List<Value> calls = Collections.nCopies(1_001, call("shop.price"));

    assertThat(fault("system.multicall", new Value.Array(calls)))
        .isEqualTo(
            new Fault(
                -32400,
                "1001 calls in one system.multicall exceeds the limit of 1000 (Limits.maxCalls) at"
                    + " params[0]"));
    assertThat(CALLS).as("the interceptor saw the batch alone").hasValue(10_000);
  }

  @Test
  void eachGuessOfABatchIsSeenByTheInterceptors() throws IOException {
    List<Value> guesses = Collections.nCopies(30, call("shop.price"));

    assertThat(((Value.Array) result("system.multicall", new Value.Array(guesses))).values())
        .hasSize(30)
        .containsOnly(Value.Array.of(Value.of(3)));
    assertThat(CALLS).hasValue(31 * 10_000 + 30);
  }

  @Test
  void whatAFaultQuotesIsNoMarkup() throws IOException {
    String name = "<script>alert('1')</script>]]>&lt;";
    String answer = answer(name);

    assertThat(answer)
        .doesNotContain("<script", "]]>")
        .contains("&lt;script&gt;alert('1')&lt;/script&gt;]]&gt;&amp;lt;");
    assertThat(((MethodResponse.Failure) read(answer)).fault()).isEqualTo(notFound(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%3Cscript%3Ealert(1)%3C/script%3E HTTP/1.1",
        "GET /RPC2?<script>alert(1)</script> HTTP/1.1",
        "POST /<script>alert(1)</script> HTTP/1.1",
        "<script>alert(1)</script> / HTTP/1.1"
      })
  void anAnswerThatIsNoXmlRpcRepeatsNothingOfTheRequest(String line) throws IOException {
    try (Peer peer = Peer.of(server)) {
      peer.send(line + "\r\nHost: a\r\nX: <script>\r\n\r\n");

      assertThat(peer.answer()).matches("4\\d\\d [A-Z][\\w ;,.-]+ *[\\w/ .-]*\\n");
    }
  }

  private static Fault notFound(String name) {
    return new Fault(
        -32601, "there is no method \"" + name + "\"; system.listMethods tells which there are");
  }

  private static Value call(String name) {
    return Value.Struct.empty()
        .with("methodName", Value.of(name))
        .with("params", Value.Array.of(Value.of("axe")));
  }

  private static Value result(String name, Value... params) throws IOException {
    return ((MethodResponse.Success) read(answer(name, params))).value();
  }

  private static Fault fault(String name, Value... params) throws IOException {
    return ((MethodResponse.Failure) read(answer(name, params))).fault();
  }

  private static MethodResponse read(String answer) {
    return MethodResponse.read(answer.getBytes(ISO_8859_1));
  }

  /** The body of an answer of XML-RPC. */
  private static String answer(String name, Value... params) throws IOException {
    try (Peer peer = Peer.of(server)) {
      String answer = peer.send(Peer.call(name, params)).answer();
      assertThat(answer).startsWith("200 ");
      return answer.substring(4);
    }
  }
}
