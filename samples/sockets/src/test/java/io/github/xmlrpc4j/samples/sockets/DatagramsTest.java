package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DatagramsTest {
  private static final int NOBODY = 9;

  @Test
  void upperCaseGoesFromPythonToJavaAndBack() {
    try (Program server = Program.java("udp-upper", "server", "--port", 0);
        Program client = Program.python("udp_upper.py", "client", server.port())) {
      assertThat(server.line()).isEqualTo("server ready");
      assertThat(client.say("hello, straße").rest())
          .containsExactly("lowercase sentence:HELLO, STRASSE");
    }
  }

  @Test
  void upperCaseGoesFromJavaToPythonAndBack() {
    try (Program server = Program.python("udp_upper.py", "server");
        Program client = Program.java("udp-upper", "client", "--port", server.port())) {
      assertThat(client.say("hello, straße").rest())
          .containsExactly("lowercase sentence:HELLO, STRASSE");
    }
  }

  @Test
  void anAnswerThatDoesNotComeIsAwaitedForASecond() {
    try (Program client = Program.java("udp-upper", "client", "--port", NOBODY)) {
      assertThat(client.say("hello").rest())
          .containsExactly(
              "lowercase sentence:udp-upper: no answer within a second:"
                  + " a datagram was lost, or nobody is there");
      assertThat(client.status()).isEqualTo(1);
    }
  }

  @Test
  void aMessageThatIsTooLongForADatagramIsReported() {
    try (Program client = Program.java("udp-upper", "client", "--port", NOBODY)) {
      assertThat(client.say("x".repeat(70_000)).rest())
          .containsExactly(
              "lowercase sentence:udp-upper: cannot send 70000 bytes to 127.0.0.1:9:"
                  + " Message too long");
      assertThat(client.status()).isEqualTo(1);
    }
  }

  @Test
  void aPortInUseIsReported() {
    try (Program first = Program.java("udp-upper", "server", "--port", 0)) {
      int port = first.port();
      try (Program second = Program.java("udp-upper", "server", "--port", port)) {
        assertThat(second.rest())
            .containsExactly(
                "udp-upper: cannot listen at 127.0.0.1:" + port + ": Address already in use");
        assertThat(second.status()).isEqualTo(1);
      }
    }
  }

  @Test
  void pythonsConnectionlessClientAndJavasServerTellWhoIsWho() {
    try (Program server = Program.java("connectionless", "server", "--port", 0)) {
      int port = server.port();
      try (Program client = Program.python("connectionless.py", "client", port)) {
        String name = client.line().substring("using ".length());
        assertThat(server.line()).isEqualTo("Connection from " + name);
        assertThat(client.rest())
            .containsExactly("received MIXEDCASESTRING from ('127.0.0.1', " + port + ")");
      }
    }
  }

  @Test
  void javasConnectionlessClientAndPythonsServerTellWhoIsWho() {
    try (Program server = Program.python("connectionless.py", "server")) {
      int port = server.port();
      try (Program client = Program.java("connectionless", "client", "--port", port)) {
        String name = client.line().substring("using ".length());
        assertThat(server.line()).isEqualTo("Connection from " + name);
        assertThat(client.rest())
            .containsExactly("received MIXEDCASESTRING from ('127.0.0.1', " + port + ")");
      }
    }
  }

  @Test
  void aClientSendsAgainWhatWasLostAndWaitsTwiceAsLong() {
    try (Program server = Program.python("udp_loss.py", "server", 2);
        Program client = Program.java("udp-loss", "client", "--port", server.port())) {
      assertThat(client.say("hello").rest())
          .startsWith("lowercase sentence:no answer within 0.1 s", "no answer within 0.2 s")
          .endsWith("HELLO");
    }
  }

  @Test
  void aClientGivesUpWhenItWouldWaitMoreThanTwoSeconds() {
    long start = System.nanoTime();
    try (Program client = Program.java("udp-loss", "client", "--port", NOBODY)) {
      assertThat(client.say("hello").rest())
          .containsExactly(
              "lowercase sentence:no answer within 0.1 s",
              "no answer within 0.2 s",
              "no answer within 0.4 s",
              "no answer within 0.8 s",
              "no answer within 1.6 s",
              "udp-loss: server seems down");
      assertThat(client.status()).isEqualTo(1);
      // All that it waited: 0.1 + 0.2 + 0.4 + 0.8 + 1.6 seconds.
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThan(Duration.ofMillis(3100));
    }
  }

  @Test
  void aServerThatDropsOnPurposeIsReachedByPythonsThirdDatagram() {
    try (Program server = Program.java("udp-loss", "server", "--port", 0, "--drop", 2);
        Program client = Program.python("udp_loss.py", "client", server.port())) {
      assertThat(client.say("hello").rest()).containsExactly("lowercase sentence:HELLO");
      assertThat(server.line()).isEqualTo("server ready");
      assertThat(server.line()).startsWith("dropped datagram 1 of ('127.0.0.1', ");
      assertThat(server.line()).startsWith("dropped datagram 2 of ('127.0.0.1', ");
    }
  }

  @Test
  void aClientThatWasAnsweredMeetsLossAgain() throws IOException {
    try (Program server = Program.java("udp-loss", "server", "--port", 0, "--drop", 1);
        DatagramSocket client = new DatagramSocket()) {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
      assertThat(server.line()).isEqualTo("server ready");
      client.setSoTimeout(20_000);
      byte[] text = "x".getBytes(StandardCharsets.US_ASCII);
      for (int round = 0; round < 2; round++) {
        Datagram.send(client, text, address);
        assertThat(server.line())
            .isEqualTo("dropped datagram 1 of ('127.0.0.1', " + client.getLocalPort() + ")");
        Datagram.send(client, text, address);
        assertThat(Datagram.receive(client, 10).text()).isEqualTo("X");
      }
    }
  }

  @Test
  void oneBroadcastReachesAJavaServerAndAPythonServer() {
    try (Program java = Program.java("udp-broadcast", "server", "--port", 0)) {
      int port = java.port();
      assertThat(java.line()).isEqualTo("server ready");
      try (Program python = Program.python("udp_broadcast.py", "server", port)) {
        assertThat(python.port()).isEqualTo(port);
        try (Program client = Program.python("udp_broadcast.py", "client", port, 2)) {
          assertThat(client.say("hello").rest())
              .containsExactly("lowercase sentence:HELLO", "HELLO");
        }
      }
    }
  }

  @Test
  void aBroadcastFromJavaIsAnsweredByPython() {
    try (Program server = Program.python("udp_broadcast.py", "server", 0);
        Program client = Program.java("udp-broadcast", "client", "--port", server.port())) {
      assertThat(client.say("hello").rest()).containsExactly("lowercase sentence:HELLO");
    }
  }

  @Test
  void whatPythonSpewsIsInJavasBucketInChunks() {
    try (Program bucket = Program.java("creosote", "bucket", "--port", 0)) {
      int port = bucket.port();
      assertThat(bucket.line()).isEqualTo("waiting on port: " + port);
      try (Program spew = Program.python("creosote.py", "spew", port)) {
        spew.say("better get a bucket ".repeat(100)).hush();
        assertThat(bucket.line()).hasSize(1024);
        assertThat(bucket.line()).hasSize(2001 - 1024 + 1).endsWith("a bucket \\n");
      }
    }
  }

  @Test
  void whatJavaSpewsIsInPythonsBucketInChunks() {
    try (Program bucket = Program.python("creosote.py", "bucket")) {
      int port = bucket.port();
      assertThat(bucket.line()).isEqualTo("waiting on port: " + port);
      try (Program spew = Program.java("creosote", "spew", "--port", port)) {
        spew.say("better get a bucket ".repeat(100)).hush();
        assertThat(bucket.line()).hasSize(1024);
        assertThat(bucket.line()).hasSize(2001 - 1024 + 1).endsWith("a bucket \\n");
      }
    }
  }
}
