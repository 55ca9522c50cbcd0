package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class BatchTest {
  private static final String INPUT =
      """
      ["add", 7, 3]

      {"method": "divide", "params": [7, 0]}
      ["addtogether", "\u00fc", "b"]
      {"method": "count"}
      """;

  /** The methods that were called, those of batches one by one. */
  private final List<String> called = new CopyOnWriteArrayList<>();

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private RpcServer server;
  private String url;

  @BeforeEach
  void start() {
    server =
        RpcServer.builder()
            .methods(BuiltInFunctions.all(Limits.DEFAULT))
            .method("count", (params, context) -> Value.of(called.size()))
            .method(
                "late",
                (params, context) -> {
                  arrived.countDown();
                  answer.await();
                  return Value.of("late");
                })
            .intercept(
                invocation -> {
                  called.add(invocation.context().methodName());
                  return invocation.proceed();
                })
            .start();
    url = server.uri().toString();
  }

  @AfterEach
  void stop() {
    answer.countDown();
    server.close();
  }

  @Test
  void resultsComeInOrderInOneRequestAndAFaultStopsBehindItsBlock() {
    Cli batch = Cli.reading(INPUT, "batch", "--block", "3", url);

    assertThat(batch)
        .isEqualTo(
            new Cli(
                1,
                """
                {"line":1,"result":10}
                {"line":3,"fault":{"code":-32500,"text":"division by zero"}}
                {"line":4,"result":"\u00fcb"}
                """,
                "xmlrpc batch: 1 fault in 3 calls; go on with --from 5\n"));
    assertThat(called).containsExactly("system.multicall", "add", "divide", "addtogether");
  }

  @Test
  void aBlockOfOneStopsRightAtTheFault() {
    Cli batch = Cli.reading(INPUT, "batch", "--block", "1", url);

    assertThat(batch.err()).isEqualTo("xmlrpc batch: 1 fault in 2 calls; go on with --from 4\n");
    assertThat(called).containsExactly("add", "divide");
  }

  @Test
  void itGoesOnBehindFaultsWhenToldTo() {
    Cli batch = Cli.reading(INPUT, "batch", "--continue", url);

    assertThat(batch.status()).isEqualTo(1);
    assertThat(batch.out()).endsWith("{\"line\":5,\"result\":5}\n");
    assertThat(batch.err()).isEqualTo("xmlrpc batch: 1 fault in 4 calls\n");
  }

  @Test
  void itGoesOnFromALineWithoutRepeatingTheOnesBefore() {
    assertThat(Cli.reading(INPUT, "batch", "--from", "4", url))
        .isEqualTo(
            new Cli(0, "{\"line\":4,\"result\":\"\u00fcb\"}\n{\"line\":5,\"result\":3}\n", ""));
    assertThat(called).containsExactly("system.multicall", "addtogether", "count");
  }

  @Test
  void aLineThatIsNoCallStopsItOnceThoseBeforeAreDone() {
    Cli batch = Cli.reading("[\"count\"]\n[7]\n[\"count\"]\n", "batch", url);

    assertThat(batch)
        .isEqualTo(
            new Cli(
                2,
                "{\"line\":1,\"result\":1}\n",
                "xmlrpc batch: line 2: expected {\"method\": \"add\", \"params\": [7, 3]} or"
                    + " [\"add\", 7, 3]; go on with --from 2\n"));
  }

  @Test
  void noAnswerTellsWhatMayHaveBeenDone() {
    Cli batch =
        Cli.reading(
            "[\"add\",1,2]\n[\"count\"]\n[\"late\"]\n[\"count\"]\n",
            "batch",
            "--block",
            "2",
            "--timeout",
            "0.5",
            url);

    assertThat(batch.status()).isEqualTo(3);
    assertThat(batch.out()).isEqualTo("{\"line\":1,\"result\":3}\n{\"line\":2,\"result\":3}\n");
    assertThat(batch.err())
        .isEqualTo(
            "xmlrpc batch: "
                + url
                + " system.multicall: no whole answer within 500 ms\n"
                + "xmlrpc batch: lines 3 to 4 were sent, and may have been done: --from 3 repeats"
                + " them, --from 5 leaves them out\n");
  }

  @Test
  void aServerWithoutMulticallIsCalledOneByOne() throws Exception {
    try (Peers peers = Peers.start()) {
      assertThat(
              Cli.reading(
                  "[\"system.methodSignature\", \"x\"]\n[\"nope\"]\n",
                  "batch",
                  "--continue",
                  peers.with("undef")))
          .isEqualTo(
              new Cli(
                  1,
                  """
                  {"line":1,"result":"undef"}
                  {"line":2,"fault":{"code":1,"text":"<class 'Exception'>:method \\"nope\\" is not supported"}}
                  """,
                  "xmlrpc batch: 1 fault in 2 calls\n"));
    }
  }

  @Test
  void manyLinesTakeFewRequests() {
    String lines =
        IntStream.rangeClosed(1, 1_050)
            .mapToObj(n -> "[\"add\", " + n + ", 0]\n")
            .collect(Collectors.joining());
    Cli batch = Cli.reading(lines, "batch", "--block", "500", url);

    assertThat(batch.status()).isZero();
    assertThat(batch.out().lines())
        .hasSize(1_050)
        .last()
        .isEqualTo("{\"line\":1050,\"result\":1050}");
    assertThat(called.stream().filter("system.multicall"::equals)).hasSize(3);
  }

  @Test
  void interruptedItWaitsForTheBlockUnderWayAndTellsWhereToGoOn() throws Exception {
    try (Command batch = Command.interruptible("batch", "--block", "2", url)) {
      OutputStream in = batch.in();
      in.write("[\"add\",1,2]\n[\"late\"]\n[\"count\"]\n".getBytes(StandardCharsets.UTF_8));
      in.flush();
      arrived.await();
      batch.interrupt();
      answer.countDown();

      assertThat(batch.rest())
          .isEqualTo("{\"line\":1,\"result\":3}\n{\"line\":2,\"result\":\"late\"}\n");
      assertThat(batch.exit()).isEqualTo(130);
      assertThat(batch.err()).isEqualTo("xmlrpc batch: interrupted; go on with --from 3\n");
      assertThat(called).containsExactly("system.multicall", "add", "late");
    }
  }

  @Test
  void aPersonSeesHowFarItIs() {
    assertThat(Cli.seenReading(INPUT, "batch", "--block", "1", "--from", "4", url).err())
        .isEqualTo("\r1 calls\r2 calls\r\u001b[K");
  }
}
