package io.github.xmlrpc4j.server.attack;

import static io.github.xmlrpc4j.server.attack.Siege.MEBIBYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Value;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that never stop, but are too slow to be waited for. */
@Timeout(60)
final class PaceTest {
  /** Longer than any thread is kept from its work by a machine that does much else. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private static final Duration LONG = Duration.ofSeconds(10);

  private static RpcServer server(int bytesPerSecond) {
    return Siege.server().idleTimeout(IDLE).minBytesPerSecond(bytesPerSecond).start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /RPC2 HTTP/1.1\r\nHost: a\r\nX: ", "POST /"})
  void aHeadThatTricklesEndsTheConnection(String begun) throws Exception {
    try (RpcServer server = server(1_000);
        Peer peer = Peer.of(server)) {
      trickleUntilBrokenOff(peer.send(begun), "x");

      assertThat(peer.lastBytes()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 100000", "Content-Length: 100000\r\nContent-Encoding: br"})
  void aBodyThatTricklesEndsTheConnection(String headers) throws Exception {
    try (RpcServer server = server(1_000);
        Peer peer = Peer.of(server)) {
      trickleUntilBrokenOff(peer.send(Peer.head(headers)), " ");
    }
  }

  @Test
  void aBodyThatTricklesInChunksEndsTheConnection() throws Exception {
    try (RpcServer server = server(1_000);
        Peer peer = Peer.of(server)) {
      trickleUntilBrokenOff(peer.send(Peer.head("Transfer-Encoding: chunked")), "1\r\n \r\n");
    }
  }

  @Test
  void aBodyThatTricklesIsRefused() throws Exception {
    try (RpcServer server = server(1_000);
        Peer peer = Peer.of(server)) {
      peer.send(Peer.head("Content-Length: 100000"));
      long start = System.nanoTime();
      while (System.nanoTime() - start < IDLE.toNanos() * 13 / 10) {
        peer.send(" ");
        TimeUnit.MILLISECONDS.sleep(50);
      }
      // Within the idle time that began when the peer had fallen behind.
      assertThat(peer.answer()).isEqualTo("408 The rest of the body did not come.\n");
      assertThat(peer.lastBytes()).isZero();
    }
  }

  /** The second need not keep any pace. */
  @ParameterizedTest
  @ValueSource(ints = {10, 0})
  void aPeerThatKeepsThePaceIsAnswered(int bytesPerSecond) throws Exception {
    try (RpcServer server = server(bytesPerSecond)) {
      String answer = answerToBytesByThemselves(server);
      // On a machine that stalls, the peer is the one that has not kept the pace.
      for (int i = 0; i < 9 && answer == null; i++) {
        answer = answerToBytesByThemselves(server);
      }
      assertThat(answer).isEqualTo(CalmClient.TEN);
    }
  }

  /** The answer to a call that is sent byte by byte, or null if a pause was near the idle time. */
  private static String answerToBytesByThemselves(RpcServer server) throws Exception {
    long longestPause = 0;
    try (Peer peer = Peer.of(server)) {
      for (char c : CalmClient.CALL.toCharArray()) {
        long start = System.nanoTime();
        peer.send(String.valueOf(c));
        TimeUnit.MILLISECONDS.sleep(5);
        longestPause = Math.max(longestPause, System.nanoTime() - start);
      }
      return peer.answer();
    } catch (SocketException e) {
      if (longestPause < IDLE.toNanos() / 2) {
        throw e;
      }
      return null;
    }
  }

  @Test
  void aConnectionThatIsKeptIsAsGoodForEachCall() throws Exception {
    Duration idle = IDLE.plusMillis(500);
    try (RpcServer server = Siege.server().idleTimeout(idle).minBytesPerSecond(1_000_000).start();
        Peer peer = Peer.of(server)) {
      String call = CalmClient.CALL;
      for (int i = 0; i < 3; i++) {
        // Together longer than the idle time, each so much shorter that a stall may come on top.
        for (int sent = 0; sent < 40; sent += 10) {
          peer.send(call.substring(sent, sent + 10));
          TimeUnit.MILLISECONDS.sleep(400);
        }
        assertThat(peer.send(call.substring(40)).answer()).isEqualTo(CalmClient.TEN);
      }
    }
  }

  @Test
  void anAnswerThatIsReadTooSlowlyIsDropped() throws Exception {
    try (RpcServer server = server(100_000_000);
        Peer peer = Peer.of(server, 4_096)) {
      peer.send(Peer.call("large", Value.of(16)));
      long start = System.nanoTime();
      long read = 0;
      for (int count = 0; count >= 0; count = peer.read(4_096)) {
        read += count;
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        TimeUnit.MILLISECONDS.sleep(1);
      }
      assertThat(read).isLessThan(16 * MEBIBYTE);
    }
  }

  @Test
  void aPaceIsNoNegativeNumber() {
    assertThatThrownBy(() -> RpcServer.builder().minBytesPerSecond(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("minBytesPerSecond: -1 (expected: >= 0)");
  }

  /** Sends something over and over, a hundred bytes a second, until the server has had enough. */
  private static void trickleUntilBrokenOff(Peer peer, String more) throws Exception {
    long start = System.nanoTime();
    try {
      while (true) {
        peer.send(more);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (SocketException e) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(IDLE);
    }
  }
}
