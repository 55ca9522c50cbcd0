package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.Value;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often a server reads a socket, as the JVM counts it. Behind its answer Jetty looks twice for
 * the next request, which under load has come by the second look.
 */
@Timeout(60)
final class SocketReadsTest {
  private static final int CALLS = 50;

  private static final String READ = "jdk.SocketRead";

  @ParameterizedTest
  @ValueSource(strings = {"marked", "unmarked"})
  void aCallOnAKeptConnectionTakesTwoReadsOfItsSocketAtMost(String method, @TempDir Path folder)
      throws Exception {
    MethodDefinition same = MethodDefinition.of("unmarked", int.class, int.class, a -> a);
    MethodDefinition marked = MethodDefinition.of("marked", int.class, int.class, a -> a);
    byte[] call = RawHttp.post(Calls.call(method, Value.of(5)));
    Path file = folder.resolve("reads.jfr");

    try (RpcServer server =
            RpcServer.builder().method(same).method(marked.asNonBlocking()).start();
        RawHttp one = RawHttp.to(server);
        RawHttp another = RawHttp.to(server);
        Recording recording = new Recording()) {
      // From JDK 25 on only some of many are recorded by default.
      recording.enable(READ).withoutThreshold().with("throttle", "off");
      recording.start();
      for (int i = 0; i < CALLS; i++) {
        // The server is through with one peer's call while the other's is on its way.
        RawHttp peer = i % 2 == 0 ? one : another;
        assertThat(Calls.result(peer.send(call).receive())).isEqualTo(Value.of(5));
      }
      recording.stop();
      recording.dump(file);
      int port = server.uri().getPort();

      assertThat(
              RecordingFile.readAllEvents(file).stream()
                  .filter(read -> read.getInt("port") != port))
          .hasSizeBetween(CALLS, 2 * CALLS);
    }
  }
}
