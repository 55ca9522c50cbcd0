package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FiveServersTest {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
  private static final int MORE_THAN_FITS = 1 << 28;
  private static final byte[] SOME_TEXT = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @ValueSource(
      strings = {"tcp-sequential", "tcp-threads", "tcp-pool", "tcp-selector", "tcp-virtual"})
  void aClientSpeaksAsLongAsItLikes(String name) {
    try (Program server = start(name);
        Program client = Program.python("tcp_upper.py", "talk", server.port())) {
      assertThat(server.line()).isEqualTo("server ready");
      String large = "many words ".repeat(20_000).strip();
      client.say("hello").say("straße").say(large).hush();
      assertThat(client.rest())
          .containsExactly("HELLO", "STRASSE", "MANY WORDS ".repeat(20_000).strip());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tcp-sequential", "tcp-threads", "tcp-pool", "tcp-selector", "tcp-virtual"})
  void aCharacterMayComeInTwoPiecesAndAClientMayBreakOff(String name) throws IOException {
    try (Program server = start(name)) {
      int port = server.port();
      assertThat(server.line()).isEqualTo("server ready");
      byte[] coffee = "é".getBytes(StandardCharsets.UTF_8);
      int gone;
      try (Socket client = Program.connect(port)) {
        gone = client.getLocalPort();
        client.setTcpNoDelay(true);
        client.getOutputStream().write(new byte[] {'a', coffee[0]});
        assertThat(client.getInputStream().read()).isEqualTo('A');
        client.getOutputStream().write(coffee[1]);
        assertThat(client.getInputStream().readNBytes(2))
            .isEqualTo("É".getBytes(StandardCharsets.UTF_8));
        // Closing like this resets the connection.
        client.setSoLinger(true, 0);
      }
      assertThat(server.line()).isEqualTo("lost 127.0.0.1:" + gone + ": Connection reset");
      try (Program client = Program.python("tcp_upper.py", "talk", port)) {
        assertThat(client.say("hello").hush().rest()).containsExactly("HELLO");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp-threads", "tcp-selector", "tcp-virtual"})
  void manyClientsAreServedAtOnce(String name) throws IOException {
    try (Program server = start(name)) {
      int port = server.port();
      try (Socket first = Program.connect(port);
          Socket second = Program.connect(port);
          Socket third = Program.connect(port);
          Socket fourth = Program.connect(port);
          Socket fifth = Program.connect(port)) {
        for (Socket client : new Socket[] {fifth, first, third, second, fourth, fifth}) {
          assertThat(upper(client)).isEqualTo('X');
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp-threads", "tcp-selector", "tcp-virtual"})
  void aClientThatDoesNotReadHoldsUpNobodyAndLosesNothing(String name) throws IOException {
    try (Program server = start(name)) {
      int port = server.port();
      try (SocketChannel mute = SocketChannel.open(loopback(port));
          Socket other = Program.connect(port)) {
        mute.configureBlocking(false);
        int sent = sendUntilStuck(mute, other);
        mute.configureBlocking(true);
        byte[] answer = mute.socket().getInputStream().readNBytes(sent);
        assertThat(answer).isEqualTo("X".repeat(sent).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  /** Sends until both ends are full, and stay so while the other client is served. */
  private static int sendUntilStuck(SocketChannel mute, Socket other) throws IOException {
    int sent = 0;
    for (int stuck = 0; stuck < 1000 && sent < MORE_THAN_FITS; stuck++) {
      int more = mute.write(ByteBuffer.wrap(SOME_TEXT));
      sent += more;
      stuck = more == 0 ? stuck : 0;
      assertThat(upper(other)).isEqualTo('X');
    }
    assertThat(sent).as("what fits into the buffers").isLessThan(MORE_THAN_FITS);
    return sent;
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Test
  void aSequentialServerTakesTheSecondClientWhenTheFirstHasLeft() throws IOException {
    try (Program server = Program.java("tcp-sequential", "--port", 0)) {
      int port = server.port();
      try (Socket second = waitsUntilLeft(port, 1)) {
        assertThat(second.getInputStream().read()).isEqualTo('X');
      }
    }
  }

  @Test
  void aPoolOfFourTakesTheFifthClientWhenOneHasLeft() throws IOException {
    try (Program server = Program.java("tcp-pool", "--port", 0)) {
      int port = server.port();
      try (Socket fifth = waitsUntilLeft(port, 4)) {
        assertThat(fifth.getInputStream().read()).isEqualTo('X');
      }
    }
  }

  /** A client that has spoken and is not answered before others, that many, are. */
  private static Socket waitsUntilLeft(int port, int others) throws IOException {
    Socket[] clients = new Socket[others];
    for (int i = 0; i < others; i++) {
      clients[i] = Program.connect(port);
      assertThat(upper(clients[i])).isEqualTo('X');
    }
    Socket waiting = Program.connect(port);
    waiting.getOutputStream().write('x');
    for (int round = 0; round < 100; round++) {
      for (Socket client : clients) {
        assertThat(upper(client)).isEqualTo('X');
        assertThat(waiting.getInputStream().available()).isZero();
      }
    }
    for (Socket client : clients) {
      client.close();
    }
    return waiting;
  }

  private static int upper(Socket client) throws IOException {
    client.getOutputStream().write('x');
    return client.getInputStream().read();
  }

  @Test
  void aJdkWithoutVirtualThreadsIsNamed() {
    Assumptions.assumeTrue(Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS);
    try (Program server = Program.java("tcp-virtual", "--port", 0)) {
      assertThat(server.rest())
          .containsExactly(
              "tcp-virtual: Java "
                  + Runtime.version().feature()
                  + " has no virtual threads; Java 21 has");
      assertThat(server.status()).isEqualTo(1);
    }
  }

  private static Program start(String name) {
    if (name.equals("tcp-virtual")) {
      Assumptions.assumeTrue(Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS);
    }
    return Program.java(name, "--port", 0);
  }
}
