package io.github.xmlrpc4j.server.attack;

import static io.github.xmlrpc4j.server.attack.Siege.MEBIBYTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Value;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Peers that send a byte now and then, and peers that do not read what they asked for. */
@Timeout(60)
final class SlowPeersTest {
  private static final int SLOW = 200;
  private static final int DEAF = 8;

  /** Longer than any thread is kept from its work by a machine that does much else. */
  private static final Duration IDLE = Duration.ofSeconds(3);

  private static final String TOO_LATE = "408 The rest of the body did not come.\n";

  @Test
  void callsThatTrickleAreAnsweredWhenTheyAreThere() throws Exception {
    try (RpcServer server = Siege.server().idleTimeout(IDLE).start();
        Siege siege = Siege.of(server)) {
      List<Peer> crowd = siege.gather(SLOW, "");
      Trickle trickle = new Trickle(crowd, CalmClient.CALL.repeat(100));
      siege.attack(trickle);
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(8 * MEBIBYTE);

      siege.end();
      for (Peer peer : crowd) {
        peer.send(CalmClient.CALL.substring(trickle.position % CalmClient.CALL.length()));
        for (int begun = 0; begun <= trickle.position / CalmClient.CALL.length(); begun++) {
          assertThat(peer.answer()).isEqualTo(CalmClient.TEN);
        }
      }
    }
  }

  @Test
  void headsThatTrickleHoldLittleAndEndWithoutAnAnswerWhenNothingMoreComes() throws Exception {
    try (RpcServer server = Siege.server().idleTimeout(IDLE).start();
        Siege siege = Siege.of(server)) {
      List<Peer> crowd = siege.gather(SLOW, "POST /RPC2 HTTP/1.1\r\nHost: a\r\n");
      siege.attack(new Trickle(crowd, "X-Slow: yes\r\n".repeat(500)));
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(8 * MEBIBYTE);

      siege.end();
      assertEnds(crowd, "");
    }
  }

  @Test
  void bodiesThatTrickleHoldLittleAndAreRefusedWhenNothingMoreComes() throws Exception {
    try (RpcServer server = Siege.server().idleTimeout(IDLE).start();
        Siege siege = Siege.of(server)) {
      List<Peer> crowd = siege.gather(SLOW, Peer.head("Content-Length: 1000000"));
      siege.attack(new Trickle(crowd, "<methodCall>" + " ".repeat(10_000)));
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(8 * MEBIBYTE);

      siege.end();
      assertEnds(crowd, TOO_LATE);
    }
  }

  @Test
  void chunksThatTrickleHoldLittleAndAreRefusedWhenNothingMoreComes() throws Exception {
    try (RpcServer server = Siege.server().idleTimeout(IDLE).start();
        Siege siege = Siege.of(server)) {
      List<Peer> crowd = siege.gather(SLOW, Peer.head("Transfer-Encoding: chunked"));
      siege.attack(new Trickle(crowd, "1;x=y\r\n \r\n".repeat(1_000)));
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(8 * MEBIBYTE);

      siege.end();
      assertEnds(crowd, TOO_LATE);
    }
  }

  /** Checks that each of a crowd has this answer or none, and then the end of its connection. */
  private static void assertEnds(List<Peer> crowd, String answer) throws Exception {
    long start = System.nanoTime();
    for (Peer peer : crowd) {
      if (!answer.isEmpty()) {
        assertThat(peer.answer()).isEqualTo(answer);
      }
      assertThat(peer.lastBytes()).isZero();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IDLE.multipliedBy(5));
  }

  @Test
  void answersThatNobodyReadsAreDroppedWhenTheirConnectionsWereIdle() throws Exception {
    try (RpcServer server = Siege.server().idleTimeout(IDLE).start();
        Siege siege = Siege.of(server)) {
      List<Peer> deaf = siege.gather(DEAF, Peer.call("large", Value.of(16)), 4_096);
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(DEAF * 48L * MEBIBYTE);

      siege.assertHeldBelow(8 * MEBIBYTE);
      for (Peer peer : deaf) {
        assertThat(peer.lastBytes()).isLessThan(16 * MEBIBYTE);
      }
    }
  }

  /** Sends each of a crowd one more byte of a text, round after round. */
  private static final class Trickle implements Siege.Round {
    private final List<Peer> crowd;
    private final String text;
    private int position;

    Trickle(List<Peer> crowd, String text) {
      this.crowd = crowd;
      this.text = text;
    }

    @Override
    public void run() throws Exception {
      String next = text.substring(position, ++position);
      for (Peer peer : crowd) {
        peer.send(next);
      }
      // The pause is what is shown here; nothing waits for it.
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
