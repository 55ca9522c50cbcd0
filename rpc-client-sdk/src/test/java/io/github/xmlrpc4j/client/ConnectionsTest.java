package io.github.xmlrpc4j.client;

import static io.github.xmlrpc4j.client.ScriptedServer.THREE;
import static io.github.xmlrpc4j.client.ScriptedServer.answering;
import static io.github.xmlrpc4j.client.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When connections are made, kept and closed. */
@Timeout(60)
final class ConnectionsTest {
  @Test
  void anIdleConnectionIsClosedByItself() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer(answeringUntilTheEnd(gone));
        ServerProxy proxy =
            ServerProxy.builder(server.uri()).keepAlive(Duration.ofMillis(50)).build()) {
      assertThat(proxy.call(int.class, "add")).isEqualTo(3);

      gone.await();

      assertThat(proxy.call(int.class, "add")).isEqualTo(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void theThreadThatWatchesEndsWithTheLastConnection() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer(answeringUntilTheEnd(gone));
        ServerProxy proxy =
            ServerProxy.builder(server.uri()).keepAlive(Duration.ofMillis(50)).build()) {
      Set<Thread> before = watchdogs();
      proxy.call("add");
      Set<Thread> started = watchdogs();
      started.removeAll(before);

      gone.await();

      for (Thread watchdog : started) {
        watchdog.join(10_000);
        assertThat(watchdog.isAlive()).isFalse();
      }
    }
  }

  @Test
  void closingTheProxyEndsTheCallsThatAreUnderWay() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (ScriptedServer server =
        new ScriptedServer(
            connection -> {
              if (connection.getInputStream().read() < 0) {
                gone.countDown();
              }
            })) {
      ServerProxy proxy = ServerProxy.to(server.uri());
      CompletableFuture<Integer> call = proxy.callAsync(new TypeRef<Integer>() {}, "add");
      server.request();

      proxy.close();

      gone.await();
      assertThatThrownBy(call::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(ConnectionLostException.class)
          .hasMessage(server.uri() + "/RPC2 add: connection lost: the proxy is closed");
    }
  }

  @Test
  void aSingleCallCanHaveAShorterDeadline() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedServer server = new ScriptedServer(connection -> over.await());
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThatThrownBy(() -> proxy.withTimeout(Duration.ofMillis(200)).call("add"))
          .isInstanceOf(CallTimeoutException.class)
          .hasMessage(server.uri() + "/RPC2 add: no whole answer within 200 ms");
      over.countDown();
    }
  }

  @Test
  void aSingleCallCanHaveAShorterTimeToConnect() throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerProxy proxy = ServerProxy.to("http://127.0.0.1:" + full.getLocalPort())) {
      fill(full, waiting);

      assertThatThrownBy(() -> proxy.withConnectTimeout(Duration.ofMillis(200)).call("add"))
          .isInstanceOf(ConnectFailedException.class)
          .hasMessage(proxy.uri() + " add: cannot connect: timed out");
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void theDeadlineHoldsForConnectingToo() throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerProxy proxy = ServerProxy.to("http://127.0.0.1:" + full.getLocalPort())) {
      fill(full, waiting);

      assertThatThrownBy(() -> proxy.withTimeout(Duration.ofMillis(200)).call("add"))
          .isInstanceOf(CallTimeoutException.class)
          .hasMessage(proxy.uri() + " add: no whole answer within 200 ms");
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void aHeadOfManyBuffersIsRead() throws Exception {
    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 500; i++) {
      head.append("X-Number-").append(i).append(": ").append("y".repeat(100)).append("\r\n");
    }
    head.append("Content-Length: ").append(THREE.length()).append("\r\n\r\n").append(THREE);
    try (ScriptedServer server = new ScriptedServer(answering(head.toString()));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(proxy.call(int.class, "add")).isEqualTo(3);
    }
  }

  @Test
  void aHeadWithoutAnEndIsCut() throws Exception {
    String endless = "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(50_000);
    try (ScriptedServer server = new ScriptedServer(answering(endless));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThatThrownBy(() -> proxy.call("add"))
          .isInstanceOf(BadResponseException.class)
          .hasMessage(server.uri() + "/RPC2 add: the head of the response is over 64 kB");
    }
  }

  @Test
  void aChunkAsLongAsCanBeIsOverTheLimit() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                answering(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n<\r\n"
                        + Long.toHexString(Long.MAX_VALUE)
                        + "\r\n"));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThatThrownBy(() -> proxy.call("add"))
          .isInstanceOf(ResponseLimitException.class)
          .hasMessage(
              server.uri()
                  + "/RPC2 add: a response of more than 33554432 bytes exceeds the limit of"
                  + " 33554432 (Limits.maxDocumentBytes) at its body");
    }
  }

  @Test
  void interimAnswersArePassedOver() throws Exception {
    ScriptedServer.Script interim =
        connection -> {
          answering("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n")
              .play(connection);
          ok(THREE).play(connection);
        };
    try (ScriptedServer server = new ScriptedServer(interim);
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(proxy.call(int.class, "add")).isEqualTo(3);
    }
  }

  private static Set<Thread> watchdogs() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("xmlrpc-client-watchdog"))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Makes connections that nobody accepts until the system lets no more wait. */
  private static void fill(ServerSocket full, List<Socket> waiting) throws IOException {
    InetSocketAddress to = new InetSocketAddress(full.getInetAddress(), full.getLocalPort());
    for (int i = 0; i < 10; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(to, 300);
      } catch (SocketTimeoutException e) {
        return;
      }
    }
  }

  private static ScriptedServer.Script answeringUntilTheEnd(CountDownLatch gone) {
    return connection -> {
      ok(THREE).play(connection);
      if (connection.getInputStream().read() < 0) {
        gone.countDown();
      }
    };
  }
}
