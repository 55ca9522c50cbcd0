package io.github.xmlrpc4j.server.attack;

import static io.github.xmlrpc4j.server.attack.Siege.MEBIBYTE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests whose end can be read in two ways, each with another call behind it that a proxy in
 * front would take for a part of the body. Where there is doubt, nothing runs that follows.
 */
@Timeout(60)
final class SmugglingTest {
  private static final String HOST = "POST /RPC2 HTTP/1.1\r\nHost: a\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  private static final String BAD = "400 Bad Request\n";

  private static final String DOCUMENT =
      new String(MethodCall.of("count", Value.of(1)).write(), ISO_8859_1);
  private static final int SIZE = DOCUMENT.length();
  private static final String HEX = Integer.toHexString(SIZE);
  private static final String NEXT = Peer.call("count", Value.of(100));

  static final List<String> LENGTHS =
      List.of(
          "Content-Length: %d\r\nContent-Length: %d".formatted(SIZE, SIZE),
          "Content-Length: %d\r\nContent-Length: 5".formatted(SIZE),
          "Content-Length: 5\r\nContent-Length: %d".formatted(SIZE),
          "Content-Length: %d, %d".formatted(SIZE, SIZE),
          "Content-Length: -" + SIZE,
          "Content-Length: +" + SIZE,
          "Content-Length: 1 " + SIZE,
          "Content-Length: " + SIZE + ".0",
          "Content-Length: 1e2",
          "Content-Length: 0x" + HEX,
          "Content-Length: 9223372036854775808",
          "Content-Length: 18446744073709551770",
          "Content-Length: ",
          "Content-Length:\u000b" + SIZE,
          "Content-Length:\r\n " + SIZE,
          "X: a\r\n\tb\r\nContent-Length: " + SIZE,
          "Content-Length : " + SIZE,
          " Content-Length: " + SIZE,
          "Content-Length\0: " + SIZE,
          "X: a\rContent-Length: " + SIZE);

  static final List<String> CODINGS =
      List.of(
          "Content-Length: 5\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked\r\nContent-Length: 5",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked, chunked",
          "Transfer-Encoding: chunked, identity",
          "Transfer-Encoding: identity",
          "Transfer-Encoding: xchunked",
          "Transfer-Encoding: \"chunked\"",
          "Transfer-Encoding: chunked;q=1",
          "Transfer-Encoding: ",
          "Transfer-Encoding:\u000bchunked",
          "Transfer-Encoding:\r\n chunked",
          "Transfer-Encoding : chunked");

  static final List<String> CHUNKS =
      List.of(
          "-" + HEX + "\r\n" + DOCUMENT,
          "+" + HEX + "\r\n" + DOCUMENT,
          "0x" + HEX + "\r\n" + DOCUMENT,
          " " + HEX + "\r\n" + DOCUMENT,
          HEX + " \r\n" + DOCUMENT,
          HEX + "\n" + DOCUMENT,
          HEX + "\r" + DOCUMENT,
          HEX + ";a\nb\r\n" + DOCUMENT,
          "\r\n" + DOCUMENT,
          "ffffffffffffffff\r\n" + DOCUMENT,
          "10000000000000000" + HEX + "\r\n" + DOCUMENT,
          HEX + "\r\n" + DOCUMENT + "!",
          Integer.toHexString(SIZE - 1) + "\r\n" + DOCUMENT);

  /** Forms that can be read in one way only, so that they may be read. */
  static final List<String> CLEAR =
      List.of(
          "Content-Length:" + SIZE + "\r\n\r\n" + DOCUMENT,
          "Content-Length:\t " + SIZE + " \t\r\n\r\n" + DOCUMENT,
          "Content-Length: 000" + SIZE + "\r\n\r\n" + DOCUMENT,
          "transfer-encoding: CHUNKED\r\n\r\n" + HEX + "\r\n" + DOCUMENT + "\r\n0\r\n\r\n",
          CHUNKED + "\r\n000" + HEX + ";a=b\r\n" + DOCUMENT + "\r\n0\r\nX: y\r\n\r\n",
          // A line may end in LF alone (RFC 9112, 2.2).
          "X: a\nContent-Length: " + SIZE + "\n\n" + DOCUMENT,
          "Content_Length: 5\r\nContent-Length: " + SIZE + "\r\n\r\n" + DOCUMENT);

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static RpcServer server;

  @BeforeAll
  static void start() {
    server =
        Siege.server()
            .method(
                "count",
                (params, context) -> Value.of(COUNT.addAndGet(((Value.Int) params.get(0)).value())))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Stream<String> unclear() {
    return Stream.of(
            LENGTHS.stream().map(length -> HOST + length + "\r\n\r\n" + DOCUMENT),
            CODINGS.stream()
                .map(
                    coding ->
                        HOST + coding + "\r\n\r\n" + HEX + "\r\n" + DOCUMENT + "\r\n0\r\n\r\n"),
            CHUNKS.stream().map(chunk -> HOST + CHUNKED + "\r\n" + chunk + "\r\n0\r\n\r\n"))
        .flatMap(request -> request);
  }

  @ParameterizedTest
  @FieldSource("LENGTHS")
  void aLengthInDoubtIsABadRequestAndTheEnd(String length) throws Exception {
    assertNothingRuns(HOST + length + "\r\n\r\n" + DOCUMENT);
  }

  @ParameterizedTest
  @FieldSource("CODINGS")
  void aTransferCodingInDoubtIsABadRequestAndTheEnd(String coding) throws Exception {
    assertNothingRuns(HOST + coding + "\r\n\r\n" + HEX + "\r\n" + DOCUMENT + "\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @FieldSource("CHUNKS")
  void aChunkInDoubtIsABadRequestAndTheEnd(String chunk) throws Exception {
    assertNothingRuns(HOST + CHUNKED + "\r\n" + chunk + "\r\n0\r\n\r\n");
  }

  private static void assertNothingRuns(String request) throws IOException {
    COUNT.set(0);
    try (Peer peer = Peer.of(server)) {
      assertThat(peer.send(request + NEXT).answer()).isEqualTo(BAD);
      assertThat(peer.lastBytes()).isZero();
    }
    assertThat(COUNT).hasValue(0);
  }

  @ParameterizedTest
  @FieldSource("CLEAR")
  void whatIsClearIsReadToItsEndAndTheNextCallBeginsThere(String rest) throws Exception {
    COUNT.set(0);
    try (Peer peer = Peer.of(server)) {
      peer.send(HOST + rest + NEXT);

      assertThat(peer.answer()).isEqualTo(result(1));
      assertThat(peer.answer()).isEqualTo(result(101));
    }
  }

  @Test
  void aBodyWithoutALengthIsNoBody() throws Exception {
    COUNT.set(0);
    try (Peer peer = Peer.of(server)) {
      peer.send(HOST + "\r\n" + DOCUMENT + NEXT);

      assertThat(peer.answer()).startsWith("200 ").contains("<int>-32700</int>");
      assertThat(peer.answer()).isEqualTo(BAD);
      assertThat(peer.lastBytes()).isZero();
    }
    assertThat(COUNT).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST / HTTP/1.0\r\nConnection: keep-alive\r\n" + CHUNKED,
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n" + CHUNKED
      })
  void chunksThatNotAllWouldReadAreRefusedAndTheEnd(String head) throws Exception {
    COUNT.set(0);
    String chunks = "\r\n" + HEX + "\r\n" + DOCUMENT + "\r\n0\r\n\r\n";
    try (Peer peer = Peer.of(server)) {
      peer.send(head + chunks + NEXT);

      assertThat(peer.answer())
          .isEqualTo("501 The body's Transfer-Encoding is not chunked alone, by HTTP/1.1.\n");
      assertThat(peer.lastBytes()).isZero();
    }
    assertThat(COUNT).hasValue(0);
  }

  /** Sizes that wrap round to that of the document in 32 bits, or to less than nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"1000000", "7ffffff", "80000000", "ffffffff"})
  void aChunkThatIsLargerThanItsDataIsWaitedFor(String size) throws Exception {
    COUNT.set(0);
    String chunk = size.length() == 7 ? size + "%02x".formatted(SIZE) : size;
    try (Peer peer = Peer.of(server)) {
      peer.send(HOST + CHUNKED + "\r\n" + chunk + "\r\n" + DOCUMENT + "\r\n0\r\n\r\n" + NEXT);

      assertThat(peer.sendEnd().answer()).isEqualTo(BAD);
      assertThat(peer.lastBytes()).isZero();
    }
    assertThat(COUNT).hasValue(0);
  }

  @Test
  void aStreamOfDoubtfulRequestsKeepsNobodyFromBeingServed() throws Exception {
    List<String> requests = unclear().map(request -> request + NEXT).toList();
    try (Siege siege = Siege.of(server)) {
      for (int attacker = 0; attacker < 4; attacker++) {
        siege.attack(
            () -> {
              for (String request : requests) {
                try (Peer peer = Peer.of(server)) {
                  assertThat(peer.send(request).answer()).isEqualTo(BAD);
                }
              }
            });
      }
      siege.assertCalmClientIsServed();
      siege.assertHeldBelow(8 * MEBIBYTE);
    }
  }

  private static String result(int value) {
    return "200 " + new String(new MethodResponse.Success(Value.of(value)).write(), ISO_8859_1);
  }
}
