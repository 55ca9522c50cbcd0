package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Peers that are gone before they have what they asked for: no news, and no harm. */
final class VanishedPeerTest {
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch mayReturn = new CountDownLatch(1);
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private PrintStream err;
  private RpcServer server;

  @BeforeEach
  void start() {
    err = System.err;
    System.setErr(new PrintStream(log, true, UTF_8));
    server =
        Calls.builtIn()
            .method(
                "wait",
                (params, context) -> {
                  entered.countDown();
                  assertThat(mayReturn.await(10, TimeUnit.SECONDS)).isTrue();
                  return Value.of("x".repeat(1_000_000));
                })
            .start();
  }

  @AfterEach
  void theNextCallIsAnsweredAndTheLogHasNoStackTraces() throws Exception {
    try {
      Calls.assertAnswers(server);
    } finally {
      // All that the server has to say is said when it is closed.
      server.close();
      System.setErr(err);
    }
    assertThat(log.toString(UTF_8)).doesNotContain("\tat ").doesNotContain("WARN");
  }

  @Test
  void inTheHead() throws Exception {
    vanishAfter("POST /RPC2 HTTP/1.1\r\nHost: lo");
  }

  @Test
  void inTheBody() throws Exception {
    vanishAfter("POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n<methodC");
  }

  @Test
  void inAChunk() throws Exception {
    vanishAfter(
        "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<meth");
  }

  @Test
  void inABodyThatIsRefused() throws Exception {
    vanishAfter("POST /no HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n<methodC");
  }

  @Test
  void beforeTheAnswerIsReady() throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(RawHttp.post(Calls.call("wait")));
      assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
      connection.reset();
    }
    mayReturn.countDown();
  }

  @Test
  void beforeTheAnswerIsRead() throws Exception {
    mayReturn.countDown();
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(RawHttp.post(Calls.call("wait")));
      assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
      connection.reset();
    }
  }

  private void vanishAfter(String sent) throws Exception {
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(sent);
      connection.reset();
    }
    try (RawHttp connection = RawHttp.to(server)) {
      connection.send(sent);
    }
  }
}
