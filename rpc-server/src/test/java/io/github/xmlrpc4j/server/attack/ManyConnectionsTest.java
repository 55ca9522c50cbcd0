package io.github.xmlrpc4j.server.attack;

import static io.github.xmlrpc4j.server.attack.Siege.MEBIBYTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that are there and do nothing, and connections of which one half is gone. */
@Timeout(60)
final class ManyConnectionsTest {
  private static final int IDLE = 1_000;
  private static final int HALF = 200;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration WHILE = Duration.ofMillis(500);

  @Test
  void aThousandIdleConnectionsHoldLittleAndEndWhenTheirTimeIsOver() throws Exception {
    try (RpcServer server = Siege.server().idleTimeout(Duration.ofSeconds(2)).start();
        Siege siege = Siege.of(server)) {
      List<Peer> silent = siege.gather(IDLE / 2, "");
      List<Peer> begun = siege.gather(IDLE / 2, "POST /RPC2 HTTP/1.1\r\nHost: a\r\nX");
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(32 * MEBIBYTE);

      for (Peer peer : silent) {
        assertThat(peer.lastBytes()).isZero();
      }
      for (Peer peer : begun) {
        assertThat(peer.lastBytes()).isZero();
      }
      siege.assertCalmClientIsServed();
    }
  }

  @Test
  void connectionsThatAreKeptAndHaveCalledOftenHoldLittle() throws Exception {
    try (RpcServer server = Siege.server().start();
        Siege siege = Siege.of(server)) {
      List<Peer> crowd = siege.gather(IDLE, "");
      for (Peer peer : crowd) {
        for (int call = 0; call < 3; call++) {
          assertThat(peer.send(CalmClient.CALL).answer()).isEqualTo(CalmClient.TEN);
        }
      }
      siege.assertHeldBelow(16 * MEBIBYTE);
      siege.assertCalmClientIsServed();
    }
  }

  @Test
  void connectionsThatComeAndGoHoldLittleAndKeepNobodyFromBeingServed() throws Exception {
    try (RpcServer server = Siege.server().maxConnections(IDLE).start();
        Siege siege = Siege.of(server)) {
      for (int attacker = 0; attacker < 4; attacker++) {
        siege.attack(() -> Peer.of(server).close());
      }
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(8 * MEBIBYTE);
      siege.assertCalmClientIsServed();
    }
  }

  @Test
  void oneConnectionMoreThanThereMayBeWaitsUntilAnotherHasGone() throws Exception {
    try (RpcServer server = Siege.server().maxConnections(2).start();
        Peer first = Peer.of(server).send(CalmClient.CALL)) {
      assertThat(first.answer()).isEqualTo(CalmClient.TEN);
      Peer second = Peer.of(server).send(CalmClient.CALL);
      assertThat(second.answer()).isEqualTo(CalmClient.TEN);
      try (Peer third = Peer.of(server).send(CalmClient.CALL)) {
        assertThat(third.hearsWithin(WHILE)).isFalse();
        assertThat(first.send(CalmClient.CALL).answer()).isEqualTo(CalmClient.TEN);

        second.close();
        assertThat(third.answer()).isEqualTo(CalmClient.TEN);
        assertThat(first.send(CalmClient.CALL).answer()).isEqualTo(CalmClient.TEN);
      }
    }
  }

  /** TCP would have a connection that finds no place in the queue wait for a second. */
  @Test
  void aCrowdThatComesAtOnceIsLetIn() throws Exception {
    try (RpcServer server = Siege.server().start();
        Siege siege = Siege.of(server)) {
      List<Peer> crowd = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < IDLE; i++) {
        crowd.add(Peer.of(server));
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      siege.assertCalmClientIsServed();
      for (Peer peer : crowd) {
        peer.close();
      }
    }
  }

  /** Jetty says that the request is bad, or is too quick to close. */
  @ParameterizedTest
  @ValueSource(strings = {"", "POST /RP", "POST /RPC2 HTTP/1.1\r\nHost: a\r\nX"})
  void aConnectionThatIsHalfClosedBeforeItsCallEndsAtOnce(String sent) throws Exception {
    assertHalvesEnd(sent, List.of(), 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 9\r\n\r\n<", "Transfer-Encoding: chunked\r\n\r\n5\r\n<"})
  void aConnectionThatIsHalfClosedInABodyIsRefusedAtOnce(String sent) throws Exception {
    assertHalvesEnd("POST / HTTP/1.1\r\nHost: a\r\n" + sent, List.of("400 Bad Request\n"), 0);
  }

  @Test
  void aConnectionThatIsHalfClosedBehindItsCallsHasTheirAnswers() throws Exception {
    assertHalvesEnd(CalmClient.CALL.repeat(2), List.of(CalmClient.TEN, CalmClient.TEN), 0);
  }

  /** Checks that connections have these answers and then end at once, not when they were idle. */
  private static void assertHalvesEnd(String sent, List<String> answers, int last)
      throws Exception {
    try (RpcServer server = Siege.server().start();
        Siege siege = Siege.of(server)) {
      List<Peer> halves = siege.gather(HALF, sent);
      for (Peer peer : halves) {
        peer.sendEnd();
      }
      siege.assertCalmClientIsServed();
      long start = System.nanoTime();
      for (Peer peer : halves) {
        for (String answer : answers) {
          assertThat(peer.answer()).isEqualTo(answer);
        }
        assertThat(peer.lastBytes()).isLessThanOrEqualTo(last);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
      siege.assertHeldBelow(8 * MEBIBYTE);
    }
  }
}
