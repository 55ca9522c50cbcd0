package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients say of a server that leaves in the middle. */
final class GonePeersTest {
  /** A server that leaves without closing, once it has been sent something. */
  private static void breakOff(ServerSocket server) throws IOException {
    try (Socket connection = server.accept()) {
      assertThat(connection.getInputStream().read()).isNotNegative();
      connection.setSoLinger(true, 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tcp-upper client,    lowercase sentence:tcp-upper: the peer is gone: Connection reset",
    "framing client,      lowercase sentence:framing: the peer is gone: Connection reset",
    "handlers tcp-client, Send: handlers: the peer is gone: Connection reset",
    "timestamp client,    > timestamp: the peer is gone: Connection reset"
  })
  void aServerThatBreaksOffIsReported(String words, String message) throws IOException {
    String[] word = words.split(" ", -1);
    try (ServerSocket server = new ServerSocket(0);
        Program client = Program.java(word[0], word[1], "--port", server.getLocalPort())) {
      client.say("hello");
      breakOff(server);
      assertThat(client.rest()).containsExactly(message);
      assertThat(client.status()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatBreaksOffIsReportedToTheWriterOfLines() throws IOException {
    try (ServerSocket server = new ServerSocket(0);
        Program client = Program.java("lines", "client", "--port", server.getLocalPort())) {
      breakOff(server);
      client.say("hello");
      assertThat(client.rest()).containsExactly("?:lines: the server is gone");
      assertThat(client.status()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatBreaksOffIsReportedToTheSenderOfALargeMessage() throws IOException {
    try (ServerSocket server = new ServerSocket(0);
        Program client =
            Program.java(
                "partial", "client", "--port", server.getLocalPort(), "--bytes", 1 << 26)) {
      breakOff(server);
      assertThat(client.rest())
          .singleElement()
          .asString()
          .matches("partial: the peer is gone with \\d+ bytes not sent: .*(reset|pipe).*");
      assertThat(client.status()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5, tcp-upper client,    lowercase sentence:tcp-upper: the peer closed without a word",
    "9, framing client,      lowercase sentence:framing: the server closed",
    "7, handlers tcp-client, Send: handlers: the server closed",
    "7, timestamp client,    > timestamp: the server closed without a word"
  })
  void aServerThatClosesWithoutAWordIsReported(int length, String words, String message)
      throws IOException {
    String[] word = words.split(" ", -1);
    try (ServerSocket server = new ServerSocket(0);
        Program client = Program.java(word[0], word[1], "--port", server.getLocalPort())) {
      client.say("hello");
      try (Socket connection = server.accept()) {
        assertThat(connection.getInputStream().readNBytes(length)).hasSize(length);
      }
      assertThat(client.rest()).containsExactly(message);
      assertThat(client.status()).isEqualTo(1);
    }
  }
}
