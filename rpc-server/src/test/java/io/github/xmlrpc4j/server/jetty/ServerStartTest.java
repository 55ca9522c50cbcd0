package io.github.xmlrpc4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server begins. */
@Timeout(30)
final class ServerStartTest {
  @Test
  void aServerListensOnAFreePortOfTheLoopbackAddressUnlessToldOtherwise() {
    try (RpcServer server = RpcServer.builder().start()) {
      assertThat(server.host()).isEqualTo("127.0.0.1");
      assertThat(server.port()).isBetween(1_024, 65_535);
      assertThat(server.uri()).isEqualTo(URI.create("http://127.0.0.1:" + server.port() + "/RPC2"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"::1", "[::1]"})
  void aServerOnAnIpv6AddressIsCalledByItsUri(String host) throws Exception {
    assumeThat(isOfThisMachine(host)).as("there is IPv6").isTrue();
    try (RpcServer server =
        Calls.builtIn()
            .bind(host, 0)
            .method("who", (params, context) -> Value.of(context.caller().address()))
            .start()) {
      assertThat(server.host()).isEqualTo(host);
      assertThat(server.uri()).isEqualTo(URI.create("http://[::1]:" + server.port() + "/RPC2"));
      Calls.assertAnswers(server);
      assertThat(Calls.result(RawHttp.exchange(server, RawHttp.post(Calls.call("who")))))
          .asString()
          .matches("Str\\[value=\\[0:0:0:0:0:0:0:1]:\\d+]");
    }
  }

  private static boolean isOfThisMachine(String host) {
    try (ServerSocket listener = new ServerSocket()) {
      listener.bind(new InetSocketAddress(host, 0));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() {
    try (RpcServer other = RpcServer.builder().start()) {
      int port = other.port();

      assertThatThrownBy(() -> RpcServer.builder().port(port).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("cannot listen on 127.0.0.1:" + port + ": Address already in use")
          .hasRootCauseInstanceOf(BindException.class);
    }
  }

  @Test
  void anUnknownHostIsToldInOneLine() {
    assertThatThrownBy(() -> RpcServer.builder().bind("no such host", 0).start())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot listen on no such host:0: unknown host")
        .hasRootCauseInstanceOf(UnknownHostException.class);
  }

  @Test
  void anAddressOfAnotherMachineIsToldInOneLine() {
    assertThatThrownBy(() -> RpcServer.builder().bind("192.0.2.1", 0).start())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot listen on 192.0.2.1:0: Cannot assign requested address");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void aPortIsFrom0To65535(int port) {
    assertThatThrownBy(() -> RpcServer.builder().port(port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port: " + port + " (expected: 0 to 65535)");
  }

  @Test
  void settingsThatWouldSwitchABoundOffAreRefused() {
    RpcServer.Builder builder = RpcServer.builder();

    assertThatThrownBy(() -> builder.idleTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout: PT0S (expected: >= 1 ms)");
    assertThatThrownBy(() -> builder.idleTimeout(Duration.ofNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout: PT0.000000001S (expected: >= 1 ms)");
    assertThatThrownBy(() -> builder.stopTimeout(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("timeout: PT-0.001S (expected: >= 0)");
    assertThatThrownBy(() -> builder.maxThreads(7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxThreads: 7 (expected: >= 8)");
    assertThatThrownBy(() -> builder.maxConnections(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxConnections: 0 (expected: >= 1)");
  }
}
