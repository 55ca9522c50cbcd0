package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlocksTest {
  private static final int LARGE = 8 << 20;

  @Test
  void pythonsBlocksAreAnsweredByJava() {
    try (Program server = Program.java("framing", "server", "--port", 0);
        Program client = Program.python("framing.py", "client", server.port())) {
      assertThat(client.say("hello").say("").say("many ".repeat(10_000) + "words").hush().rest())
          .containsExactly("HELLO", "", "MANY ".repeat(10_000) + "WORDS");
    }
  }

  @Test
  void javasBlocksAreAnsweredByPython() {
    try (Program server = Program.python("framing.py", "server");
        Program client = Program.java("framing", "client", "--port", server.port())) {
      assertThat(client.say("hello").say("many ".repeat(10_000) + "words").say("").rest())
          .containsExactly(
              "lowercase sentence:HELLO",
              "lowercase sentence:" + "MANY ".repeat(10_000) + "WORDS",
              "lowercase sentence:");
      assertThat(server.line()).isEqualTo("socket closed with 4 bytes left in this block");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0000,             socket closed with 2 bytes left in this block",
    "00000005 6162,    socket closed with 3 bytes left in this block",
    "00100001 61,      a block of 1048577 bytes is over the limit of 1048576",
    "ffffffff,         a block of 4294967295 bytes is over the limit of 1048576"
  })
  void aBrokenBlockIsRefusedByTheServer(String bytes, String message) {
    try (Program server = Program.java("framing", "server", "--port", 0)) {
      int port = server.port();
      assertThat(server.line()).isEqualTo("server ready");
      try (Program client = Program.python("framing.py", "send", port, bytes.replace(" ", ""))) {
        String peer = client.line().replace("('127.0.0.1', ", "").replace(")", "");
        assertThat(server.line()).isEqualTo("lost 127.0.0.1:" + peer + ": " + message);
      }
      try (Program next = Program.python("framing.py", "client", port)) {
        assertThat(next.say("hello").hush().rest()).containsExactly("HELLO");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00000003 4142, socket closed with 1 bytes left in this block",
    "7fffffff,      a block of 2147483647 bytes is over the limit of 1048576",
    "'',            the server closed"
  })
  void aBrokenAnswerIsRefusedByTheClient(String bytes, String message) {
    try (Program server = Program.python("framing.py", "reply", bytes.replace(" ", ""));
        Program client = Program.java("framing", "client", "--port", server.port())) {
      assertThat(client.say("hello").rest())
          .containsExactly("lowercase sentence:framing: " + message);
      assertThat(client.status()).isEqualTo(1);
    }
  }

  @Test
  void aLargeMessageGoesFromPythonToJavaInPieces() {
    try (Program server = Program.java("partial", "server", "--port", 0);
        Program client = Program.python("partial.py", "client", server.port(), LARGE)) {
      assertThat(client.rest()).containsExactly("The server said b'all " + LARGE + "'");
      assertThat(server.line()).isEqualTo("server ready");
      assertThat(count("received 8388608 bytes in (\\d+) receives", server.line()))
          .isGreaterThan(1);
    }
  }

  @Test
  void aLargeMessageGoesFromJavaToPythonInPieces() {
    try (Program server = Program.python("partial.py", "server", LARGE);
        Program client = Program.java("partial", "client", "--port", server.port())) {
      assertThat(count("sent 8388608 bytes in (\\d+) sends", client.line())).isGreaterThan(1);
      assertThat(client.rest()).containsExactly("The server said b'all " + LARGE + "'");
      assertThat(server.line()).isEqualTo("received " + LARGE + " bytes");
    }
  }

  private static int count(String pattern, String line) {
    assertThat(line).matches(pattern);
    return Integer.parseInt(line.replaceFirst(pattern, "$1"));
  }

  @Test
  void aMessageThatEndsTooEarlyIsCounted() {
    try (Program server = Program.java("partial", "server", "--port", 0)) {
      int port = server.port();
      assertThat(server.line()).isEqualTo("server ready");
      try (Program client = Program.java("partial", "client", "--port", port, "--bytes", 5)) {
        assertThat(client.line()).isEqualTo("sent 5 bytes in 1 sends");
      }
      assertThat(server.line())
          .endsWith(
              ": was expecting 8388608 bytes but only received 5 bytes before the socket closed");
    }
  }
}
