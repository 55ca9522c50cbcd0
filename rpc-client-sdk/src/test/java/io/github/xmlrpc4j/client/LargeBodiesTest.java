package io.github.xmlrpc4j.client;

import static io.github.xmlrpc4j.client.ScriptedServer.THREE;
import static io.github.xmlrpc4j.client.ScriptedServer.answering;
import static io.github.xmlrpc4j.client.ScriptedServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are written in many parts, and answers that come in as many. */
@Timeout(60)
final class LargeBodiesTest {
  private static final byte[] NOISE = noise(150_000);

  private static final String DOCUMENT =
      new String(MethodCall.of("size", Value.Bytes.of(NOISE)).write(), StandardCharsets.ISO_8859_1);

  private static final String UNAVAILABLE =
      "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(6).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {15_700, 16_000, 16_300, 16_384, 65_000, 66_000, 1_000_000})
  void aDocumentOfWhateverLengthGoesOutWhole(int length) throws Exception {
    String text = "x".repeat(length);
    try (ScriptedServer server = new ScriptedServer(ok(THREE));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(proxy.call(int.class, "size", text)).isEqualTo(3);

      String document =
          new String(MethodCall.of("size", Value.of(text)).write(), StandardCharsets.ISO_8859_1);
      assertThat(server.request())
          .contains("\r\nContent-Length: " + document.length() + "\r\n")
          .endsWith("\r\n\r\n" + document);
    }
  }

  /** Answers one request, and ends when it has read the next one. */
  private static ScriptedServer.Script endingUnder(List<String> unanswered) {
    return connection -> {
      ok(THREE).play(connection);
      unanswered.add(ScriptedServer.readRequest(connection.getInputStream()));
    };
  }

  @Test
  void aKeptConnectionThatEndsUnderTheDocumentHasItSentAgainWhole() throws Exception {
    List<String> unanswered = new ArrayList<>();
    try (ScriptedServer server = new ScriptedServer(endingUnder(unanswered), ok(THREE));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      proxy.call("first");
      assertThat(proxy.call(int.class, "size", NOISE)).isEqualTo(3);

      assertThat(server.request()).contains("<methodName>first</methodName>");
      String again = server.request();
      assertThat(unanswered).containsExactly(again);
      assertThat(again).endsWith("\r\n\r\n" + DOCUMENT);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void aCompressedDocumentIsSentAgainWholeToo() throws Exception {
    List<String> unanswered = new ArrayList<>();
    try (ScriptedServer server = new ScriptedServer(endingUnder(unanswered), ok(THREE));
        ServerProxy proxy = ServerProxy.builder(server.uri()).compressRequests().build()) {
      proxy.call("first");
      assertThat(proxy.call(int.class, "size", NOISE)).isEqualTo(3);

      assertThat(server.request()).contains("<methodName>first</methodName>");
      String again = server.request();
      assertThat(unanswered).containsExactly(again);
      assertThat(expanded(again)).isEqualTo(DOCUMENT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000, 10_000, 20_000, 30_000})
  void aCompressedDocumentGoesOutWhole(int size) throws Exception {
    Value noise = Value.Bytes.of(noise(size));
    try (ScriptedServer server = new ScriptedServer(ok(THREE));
        ServerProxy proxy = ServerProxy.builder(server.uri()).compressRequests().build()) {
      assertThat(proxy.call(int.class, "size", noise)).isEqualTo(3);

      assertThat(expanded(server.request()))
          .isEqualTo(new String(MethodCall.of("size", noise).write(), StandardCharsets.ISO_8859_1));
    }
  }

  /** The document of a request that came in gzip. */
  private static String expanded(String request) throws Exception {
    assertThat(request).contains("\r\nContent-Encoding: gzip\r\n");
    byte[] body =
        request.substring(request.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void aCallThatMayBeRepeatedIsSentWholeEachTime() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(answering(UNAVAILABLE), answering(UNAVAILABLE), ok(THREE));
        ServerProxy proxy =
            ServerProxy.builder(server.uri()).idempotent("size").retries(Retries.of(3)).build()) {
      assertThat(proxy.call(int.class, "size", NOISE)).isEqualTo(3);

      for (int i = 0; i < 3; i++) {
        assertThat(server.request()).endsWith("\r\n\r\n" + DOCUMENT);
      }
    }
  }

  @Test
  void aTransportAroundAnotherMaySendADocumentTwice() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ok(THREE));
        ServerProxy proxy =
            ServerProxy.builder(server.uri())
                .decorate(
                    transport ->
                        request -> {
                          Transport.Reply first = transport.exchange(request);
                          assertThat(first.status()).isEqualTo(200);
                          return transport.exchange(request);
                        })
                .build()) {
      assertThat(proxy.call(int.class, "size", NOISE)).isEqualTo(3);

      assertThat(server.request()).endsWith("\r\n\r\n" + DOCUMENT);
      assertThat(server.request()).endsWith("\r\n\r\n" + DOCUMENT);
    }
  }

  @Test
  void aTransportOfOnesOwnTakesTheDocumentInPartsOrInOneBuffer() {
    List<String> seen = new ArrayList<>();
    Transport own =
        request -> {
          RequestBody body = request.body();
          ByteArrayOutputStream joined = new ByteArrayOutputStream();
          body.parts()
              .forEach(part -> joined.write(part.array(), part.arrayOffset(), part.remaining()));
          assertThat(body.parts()).hasSizeGreaterThan(1);
          assertThat(body.whole()).isEqualTo(ByteBuffer.wrap(joined.toByteArray()));
          assertThat(body.length()).isEqualTo(joined.size());
          seen.add(joined.toString(StandardCharsets.ISO_8859_1));
          byte[] three = THREE.getBytes(StandardCharsets.UTF_8);
          return new Transport.Reply(200, "", List.of(), ByteBuffer.wrap(three));
        };
    try (ServerProxy proxy = ServerProxy.builder("http://nowhere").transport(own).build()) {
      assertThat(proxy.call(int.class, "size", NOISE)).isEqualTo(3);
    }
    assertThat(seen).containsExactly(DOCUMENT);
  }

  @Test
  void aListenerIsShownAllPartsOfADocument() throws Exception {
    List<RawExchange> seen = new ArrayList<>();
    try (ScriptedServer server = new ScriptedServer(ok(THREE));
        ServerProxy proxy = ServerProxy.builder(server.uri()).listener(seen::add).build()) {
      proxy.call("size", NOISE);

      assertThat(seen).hasSize(1);
      assertThat(new String(seen.get(0).request().body(), StandardCharsets.ISO_8859_1))
          .isEqualTo(DOCUMENT);
    }
  }

  /** Of a server that compresses since the client says that it understands it. */
  @ParameterizedTest
  @ValueSource(ints = {1_500, 20_000, 49_000, 86_000, 87_000, 300_000})
  void aCompressedAnswerIsReadWholeAndShownAsItCame(int size) throws Exception {
    Value noise = Value.Bytes.of(noise(size));
    List<RawExchange> seen = new ArrayList<>();
    try (RpcServer server =
            RpcServer.builder().method("same", (params, context) -> params.get(0)).start();
        ServerProxy proxy =
            ServerProxy.builder(server.uri().toString()).listener(seen::add).build()) {
      assertThat(proxy.call("same", noise)).isEqualTo(noise);
    }
    assertThat(seen).hasSize(1);
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(seen.get(0).response().body()))) {
      assertThat(in.readAllBytes()).isEqualTo(new MethodResponse.Success(noise).write());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_384, 16_385, 65_536, 65_537, 100_003, 1_000_000})
  void anAnswerOfWhateverLengthIsReadWhole(int length) throws Exception {
    String text = "y".repeat(length);
    String document =
        new String(new MethodResponse.Success(Value.of(text)).write(), StandardCharsets.ISO_8859_1);
    try (ScriptedServer server = new ScriptedServer(ok(document));
        ServerProxy proxy = ServerProxy.to(server.uri())) {
      assertThat(proxy.call(String.class, "text")).isEqualTo(text);
    }
  }
}
