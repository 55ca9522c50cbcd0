package io.github.xmlrpc4j.server.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * A client that only wants its answers: every other call on one connection that it keeps, the rest
 * on new ones.
 */
final class CalmClient {
  static final String CALL = Peer.call("add", Value.of(7), Value.of(3));
  static final String TEN =
      "200 " + new String(new MethodResponse.Success(Value.of(10)).write(), ISO_8859_1);

  private final RpcServer server;

  CalmClient(RpcServer server) {
    this.server = server;
  }

  /** The time that the answer to a call takes, as the median of some calls, all answered right. */
  Duration median(int calls) throws IOException {
    long[] times = new long[calls];
    try (Peer kept = Peer.of(server)) {
      for (int i = 0; i < calls; i++) {
        long start = System.nanoTime();
        if (i % 2 == 0) {
          assertThat(kept.send(CALL).answer()).isEqualTo(TEN);
        } else {
          try (Peer fresh = Peer.of(server)) {
            assertThat(fresh.send(CALL).answer()).isEqualTo(TEN);
          }
        }
        times[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(times);
    return Duration.ofNanos(times[calls / 2]);
  }
}
