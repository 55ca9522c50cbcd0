package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many peers at once, with as few threads as a server can have where each call needs one. */
@Timeout(60)
final class CrowdTest {
  private static final int CROWD = 200;
  private static final int CLIENTS = 64;

  private final List<RawHttp> crowd = new ArrayList<>();
  private RpcServer server;

  @BeforeEach
  void start() {
    server =
        Calls.builtIn()
            .maxThreads(8)
            .method("large", (params, context) -> Value.of("x".repeat(4 << 20)))
            .method("isVirtual", (params, context) -> Value.of(runsOnVirtualThread()))
            .method("thread", (params, context) -> Value.of(Thread.currentThread().getName()))
            .start();
  }

  @AfterEach
  void stop() throws Exception {
    for (RawHttp connection : crowd) {
      connection.close();
    }
    server.close();
  }

  private void gather(int many, String each) throws Exception {
    for (int i = 0; i < many; i++) {
      RawHttp connection = RawHttp.to(server);
      crowd.add(connection);
      connection.send(each);
    }
  }

  @Test
  void aCallIsServedBesideManyIdleConnections() throws Exception {
    gather(CROWD, new String(RawHttp.post(Calls.ADD_7_3), US_ASCII));
    for (RawHttp connection : crowd) {
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }

    Calls.assertAnswers(server);
    for (RawHttp connection : crowd) {
      connection.send(RawHttp.post(Calls.ADD_7_3));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @Test
  void aCallIsServedBesideManyPeersThatAreSlowToSend() throws Exception {
    String call = Calls.ADD_7_3;
    String head = "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + call.length();
    gather(CROWD, head + "\r\n\r\n" + call.substring(0, 20));

    Calls.assertAnswers(server);
    for (RawHttp connection : crowd) {
      connection.send(call.substring(20));
      assertThat(Calls.result(connection.receive())).isEqualTo(Calls.TEN);
    }
  }

  @Test
  void aCallIsServedBesideManyPeersWhoseBodiesAreRefusedAndDoNotEnd() throws Exception {
    gather(CROWD, "POST /no HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");

    Calls.assertAnswers(server);
    for (RawHttp connection : crowd) {
      assertThat(connection.receive().status()).isEqualTo(404);
    }
  }

  @Test
  void aCallIsServedBesideManyPeersThatDoNotReadTheirAnswers() throws Exception {
    gather(20, new String(RawHttp.post(Calls.call("large")), US_ASCII));

    Calls.assertAnswers(server);
  }

  @Test
  void everyoneGetsTheAnswerToWhatTheyAsked() throws Exception {
    assertRightAnswers(CLIENTS, 200, 3_000);
  }

  @Test
  void everyoneGetsTheirLargeAnswerThoughOthersLeaveInItsMidst() throws Exception {
    gather(10, new String(RawHttp.post(Calls.call("large")), US_ASCII));
    for (RawHttp leaving : crowd) {
      leaving.receiveHead();
      leaving.reset();
    }
    assertRightAnswers(8, 60, 300_000);
  }

  /** Answers of different lengths, so that one that is mixed up with another shows. */
  private void assertRightAnswers(int many, int callsEach, int longest) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(many);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int client = 0; client < many; client++) {
        int number = client;
        tasks.add(() -> rightAnswers(number, callsEach, longest));
      }
      for (Future<Integer> right : clients.invokeAll(tasks)) {
        assertThat(right.get()).isEqualTo(callsEach);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private int rightAnswers(int client, int calls, int longest) throws Exception {
    int right = 0;
    try (RawHttp connection = RawHttp.to(server)) {
      for (int call = 0; call < calls; call++) {
        int length = (client * 31 + call * 17) * (longest / 3_000) % longest;
        String text = client + ":" + call + " " + (client + "." + call + " ").repeat(length / 5);
        connection.send(
            RawHttp.post(
                Calls.call("addtogether", Value.of(text), Value.of("!")),
                "Accept-Encoding: identity"));
        if (Calls.result(connection.receive()).equals(Value.of(text + "!"))) {
          right++;
        }
      }
    }
    return right;
  }

  @Test
  void callsRunOnVirtualThreadsWhereTheJdkHasThem() throws Exception {
    boolean has = Runtime.version().feature() >= 21;

    assertThat(Calls.result(RawHttp.exchange(server, RawHttp.post(Calls.call("isVirtual")))))
        .isEqualTo(Value.of(has));
    assertThat(Calls.result(RawHttp.exchange(server, RawHttp.post(Calls.call("thread")))))
        .asString()
        .startsWith(has ? "Str[value=xmlrpc-call-" : "Str[value=xmlrpc-");
  }

  @Test
  void aCallWhoseBodyComesLaterRunsOnTheSameKindOfThread() throws Exception {
    String call = Calls.call("isVirtual");
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(
          "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
              + call.length()
              + "\r\n\r\n");
      assertThat(connection.receive().status()).isEqualTo(100);

      connection.send(call);
      assertThat(Calls.result(connection.receive()))
          .isEqualTo(Value.of(Runtime.version().feature() >= 21));
    }
  }

  /** Asked by reflection, since the method is not there in Java 17. */
  private static boolean runsOnVirtualThread() throws ReflectiveOperationException {
    return Runtime.version().feature() >= 21
        && (boolean) Thread.class.getMethod("isVirtual").invoke(Thread.currentThread());
  }
}
