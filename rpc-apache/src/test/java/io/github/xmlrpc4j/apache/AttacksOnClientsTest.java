package io.github.xmlrpc4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcClientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Apache XML-RPC's four holes, attacked by a server: a bridged client refuses. */
@Timeout(60)
final class AttacksOnClientsTest {
  private static XmlRpcClientConfigImpl config(Peer server) throws Exception {
    return Calls.config(server.uri(), true);
  }

  private static Object call(Peer server) throws Exception {
    return Calls.bridged(config(server)).execute("echo", new Object[0]);
  }

  @Test
  void cve20165002NoDtdIsFetchedAndNoEntityIsKnown() throws Exception {
    try (Peer listener = Peer.answering("<!ENTITY e 'fetched'>");
        Peer server =
            Peer.answering(
                Attacks.external(listener.uri(), Attacks.response("<string>ENTITY</string>")))) {
      assertThatThrownBy(() -> call(server))
          .isInstanceOf(XmlRpcClientException.class)
          .hasMessageStartingWith(
              "Failed to parse server's response: "
                  + server.uri()
                  + "/ echo: not well-formed XML at line 1, column 22 (byte 21): a DOCTYPE is"
                  + " refused always, unread; XML-RPC has no use for one; the body begins:"
                  + " <?xml version='1.0'?><!DOCTYPE x SYSTEM");
      assertThat(listener.isUntouched()).isTrue();

      assertThatThrownBy(() -> Calls.plain(config(server)).execute("echo", new Object[0]))
          .hasMessage("Failed to parse server's response: Don't know how to handle entity e");
      assertThat(listener.isUntouched()).as("the fork does not fetch either").isTrue();
    }
  }

  @Test
  void anEntityOfTheDocumentsOwnIsRefusedWhichTheirClientExpands() throws Exception {
    try (Peer server =
        Peer.answering(Attacks.internal(Attacks.response("<string>ENTITY</string>")))) {
      assertThatThrownBy(() -> call(server)).hasMessageContaining("a DOCTYPE is refused always");

      assertThat(Calls.plain(config(server)).execute("echo", new Object[0])).isEqualTo("expanded");
    }
  }

  @Test
  void cve20165003NoObjectIsMadeOfAValue() throws Exception {
    int before = Payload.made();
    try (Peer server = Peer.answering(Attacks.response(Attacks.serializable()))) {
      assertThatThrownBy(() -> call(server))
          .isInstanceOf(XmlRpcClientException.class)
          .hasMessageStartingWith(
              "Failed to parse server's response: "
                  + server.uri()
                  + "/ echo: not XML-RPC at line 1, column 100 (byte 99): the type serializable is"
                  + " refused always; the body begins: <methodResponse xmlns:ex=");
    }
    assertThat(Payload.made()).isEqualTo(before);
  }

  @Test
  void cve20165003TheForkMakesOneWhenASystemPropertyAllowsIt() throws Exception {
    String allowed = "org.apache.xmlrpc.allowInsecureDeserialization";
    int before = Payload.made();
    try (Peer server = Peer.answering(Attacks.response(Attacks.serializable()))) {
      XmlRpcClient plain = Calls.plain(config(server));
      assertThatThrownBy(() -> plain.execute("echo", new Object[0]))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(Payload.made()).isEqualTo(before);

      System.setProperty(allowed, "1");
      try {
        assertThat(plain.execute("echo", new Object[0])).isInstanceOf(Payload.class);
        assertThat(Payload.made()).isEqualTo(before + 1);

        assertThatThrownBy(() -> call(server))
            .hasMessageContaining("the type serializable is refused always");
        assertThat(Payload.made()).isEqualTo(before + 1);
      } finally {
        System.clearProperty(allowed);
      }
    }
  }

  @Test
  void cve20165004ABombIsRefusedAtTheLimitWhichTheirClientSwallows() throws Exception {
    byte[] bomb = Attacks.bomb(Attacks.response("<string>TEXT</string>"));
    assertThat(bomb.length).isLessThan(10_000);
    try (Peer server = Peer.answeringCompressed(bomb)) {
      XmlRpcClientConfigImpl asking = config(server);
      asking.setGzipRequesting(true);

      assertThatThrownBy(() -> Calls.bridged(asking).execute("echo", new Object[0]))
          .isInstanceOf(XmlRpcClientException.class)
          .hasMessage(
              "Failed to parse server's response: "
                  + server.uri()
                  + "/ echo: a document that grows to more than 100 times its compressed size"
                  + " exceeds the limit of 100 (Limits.maxExpansionRatio) at its compressed body");

      assertThat((String) Calls.plain(asking).execute("echo", new Object[0]))
          .hasSize(Attacks.BOMB_SIZE);
    }
  }

  @Test
  void cve201917570NoExceptionIsMadeOfAFaultWhichTheirClientMakesWhenTold() throws Exception {
    int before = Payload.made();
    try (Peer server = Peer.answering(Attacks.faultCause())) {
      XmlRpcException fault = catchThrowableOfType(XmlRpcException.class, () -> call(server));
      assertThat(fault.code).isEqualTo(5);
      assertThat(fault).hasMessage("out of stock").hasNoCause();
      assertThat(fault.linkedException).isNull();

      XmlRpcClientConfigImpl told = config(server);
      told.setEnabledForExceptions(true);
      assertThatThrownBy(() -> Calls.bridged(told).execute("echo", new Object[0]))
          .isInstanceOf(XmlRpcException.class)
          .hasMessage(
              "enabledForExceptions: true (expected: false; with it a program deserialises the"
                  + " Java objects that its peer sends, CVE-2019-17570)");
      assertThat(Payload.made()).isEqualTo(before);

      assertThatThrownBy(() -> Calls.plain(told).execute("echo", new Object[0]))
          .hasRootCauseInstanceOf(Payload.class);
      assertThat(Payload.made()).isEqualTo(before + 1);
    }
  }
}
