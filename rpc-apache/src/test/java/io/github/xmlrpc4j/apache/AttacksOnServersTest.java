package io.github.xmlrpc4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xmlrpc4j.client.RawExchange;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.xmlrpc.XmlRpcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Apache XML-RPC's holes, attacked by a client: old handlers on our wire are not reached. */
@Timeout(60)
final class AttacksOnServersTest {
  private final AtomicInteger calls = new AtomicInteger();

  /** What a server answers to a body; its handler tells the length of the text that it is given. */
  private RawExchange answer(Host host, byte[] body, String... header) throws Exception {
    try (Host.Running server =
            host.start(
                name ->
                    request -> {
                      calls.incrementAndGet();
                      return String.valueOf(request.getParameter(0)).length();
                    },
                Host.config(true));
        ServerProxy proxy =
            ServerProxy.builder(server.uri()).header("Accept-Encoding", "identity").build()) {
      return (header.length == 0 ? proxy : proxy.withHeader(header[0], header[1])).exchange(body);
    }
  }

  private void assertRefused(Host host, String document, int code, String text) throws Exception {
    RawExchange raw = answer(host, document.getBytes(StandardCharsets.UTF_8));
    MethodResponse.Failure failure =
        (MethodResponse.Failure) MethodResponse.read(raw.response().body());

    assertThat(failure.fault().code()).isEqualTo(code);
    assertThat(failure.fault().text()).isEqualTo(text);
    assertThat(calls).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"BRIDGED_SERVLET", "RPC_SERVER"})
  void cve20165002NoDtdIsFetchedAndNoEntityIsKnown(Host host) throws Exception {
    try (Peer listener = Peer.answering("<!ENTITY e 'fetched'>")) {
      assertRefused(
          host,
          Attacks.external(listener.uri(), Attacks.call("<string>ENTITY</string>")),
          -32700,
          "not well-formed XML at line 1, column 22 (byte 21): a DOCTYPE is refused"
              + " always, unread; XML-RPC has no use for one");
      assertThat(listener.isUntouched()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BRIDGED_SERVLET", "RPC_SERVER"})
  void cve20165003NoObjectIsMadeOfAValue(Host host) throws Exception {
    int before = Payload.made();

    assertRefused(
        host,
        Attacks.call(Attacks.serializable()),
        -32600,
        "not XML-RPC at line 1, column 125 (byte 124): the type serializable is refused always");
    assertThat(Payload.made()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"BRIDGED_SERVLET", "RPC_SERVER"})
  void noDocumentIsMadeOfAValue(Host host) throws Exception {
    assertRefused(
        host,
        Attacks.call("<ex:dom><a/></ex:dom>"),
        -32600,
        "not XML-RPC at line 1, column 125 (byte 124): the type dom is refused always");
  }

  private static byte[] bomb() {
    return Attacks.bomb(Attacks.call("<string>TEXT</string>"));
  }

  @Test
  void cve20165004TheirServletSwallowsABomb() throws Exception {
    RawExchange raw = answer(Host.APACHE_SERVLET, bomb(), "Content-Encoding", "gzip");

    assertThat(MethodResponse.read(raw.response().body()).orElseThrow())
        .isEqualTo(Value.of(Attacks.BOMB_SIZE));
  }

  @Test
  void cve20165004OurServletServerRefusesIt() throws Exception {
    RawExchange raw = answer(Host.BRIDGED_SERVLET, bomb(), "Content-Encoding", "gzip");

    MethodResponse.Failure failure =
        (MethodResponse.Failure) MethodResponse.read(raw.response().body());
    assertThat(failure.fault().code()).isEqualTo(-32400);
    assertThat(failure.fault().text())
        .isEqualTo(
            "a document that grows to more than 100 times its compressed size exceeds the limit of"
                + " 100 (Limits.maxExpansionRatio) at its compressed body");
    assertThat(calls).hasValue(0);
  }

  @Test
  void cve20165004OurServerRefusesIt() throws Exception {
    RawExchange raw = answer(Host.RPC_SERVER, bomb(), "Content-Encoding", "gzip");

    assertThat(raw.response().toString())
        .startsWith("HTTP/1.1 413 ")
        .contains(
            "The body expands to more than 100 times its compressed size"
                + " (Limits.maxExpansionRatio).");
    assertThat(calls).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"BRIDGED_SERVLET", "RPC_SERVER"})
  void cve201917570AFaultIsACodeAndATextAndNothingElse(Host host) throws Exception {
    try (Host.Running server = host.start(Calls::handler, Host.config(true))) {
      XmlRpcException fault =
          catchThrowableOfType(
              XmlRpcException.class,
              () -> Calls.plain(Calls.config(server.uri(), true)).execute("break", new Object[0]));
      assertThat(fault.getMessage()).startsWith("the call failed unexpectedly");
      assertThat(fault).hasNoCause();
    }
  }
}
