package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HandlersTest {
  private static final String STAMP = "\\[\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}] ";

  @ParameterizedTest
  @ValueSource(strings = {"", "--threading"})
  void pythonsDatagramIsHandledByJava(String threading) {
    try (Program server = start("udp-server", threading);
        Program client = Program.python("handlers.py", "udp-client", server.port())) {
      assertThat(client.say("hello").rest()).containsExactly("Send: Recv: HELLO");
      assertThat(server.line()).isEqualTo("hello");
    }
  }

  @Test
  void javasDatagramIsHandledByPython() {
    try (Program server = Program.python("handlers.py", "udp-server");
        Program client = Program.java("handlers", "udp-client", "--port", server.port())) {
      assertThat(client.say("hello").rest()).containsExactly("Send: Recv: HELLO");
      assertThat(server.line()).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--threading"})
  void pythonsSessionIsHandledByJava(String threading) {
    try (Program server = start("tcp-server", threading);
        Program client = Program.python("handlers.py", "tcp-client", server.port())) {
      assertThat(client.say("hello").say("network").say("").rest())
          .containsExactly("Send: HELLO", "Send: NETWORK", "Send: ");
      assertThat(server.line()).matches("Connected: \\('127.0.0.1', \\d+\\)");
      assertThat(server.line()).isEqualTo("hello");
      assertThat(server.line()).isEqualTo("network");
    }
  }

  @Test
  void javasSessionIsHandledByPython() {
    try (Program server = Program.python("handlers.py", "tcp-server");
        Program client = Program.java("handlers", "tcp-client", "--port", server.port())) {
      assertThat(client.say("hello").say("network").say("").rest())
          .containsExactly("Send: HELLO", "Send: NETWORK", "Send: ");
    }
  }

  @Test
  void aPlainServerTakesASessionAfterTheOther() throws IOException {
    try (Program server = start("tcp-server", "")) {
      int port = server.port();
      try (Socket first = Program.connect(port);
          Socket second = Program.connect(port)) {
        send(second, "second\r\n");
        send(first, "first\r\n");
        assertThat(answer(first)).isEqualTo("FIRST\r\n");
        assertThat(second.getInputStream().available()).isZero();
        send(first, "\r\n");
        assertThat(answer(second)).isEqualTo("SECOND\r\n");
      }
    }
  }

  @Test
  void aThreadingServerTakesSessionsAtOnce() throws IOException {
    try (Program server = start("tcp-server", "--threading")) {
      int port = server.port();
      try (Socket first = Program.connect(port);
          Socket second = Program.connect(port)) {
        send(second, "second\r\n");
        assertThat(answer(second)).isEqualTo("SECOND\r\n");
        send(first, "first\r\n");
        assertThat(answer(first)).isEqualTo("FIRST\r\n");
      }
    }
  }

  @Test
  void javaStampsPythonsLines() {
    try (Program server = Program.java("timestamp", "server", "--port", 0);
        Program client = Program.python("timestamp.py", "client", server.port())) {
      client.say("hi").say("spanish inquisition").say("");
      assertThat(client.line()).matches("> " + STAMP + "hi");
      assertThat(client.line()).matches("> " + STAMP + "spanish inquisition");
      assertThat(client.rest()).containsExactly("> ");
      assertThat(server.line()).isEqualTo("waiting for connection...");
      assertThat(server.line()).matches("\\.\\.\\.connected from: \\('127.0.0.1', \\d+\\)");
    }
  }

  @Test
  void aSessionWithoutALineIsNotAnswered() throws IOException {
    try (Program server = Program.java("timestamp", "server", "--port", 0);
        Socket client = Program.connect(server.port())) {
      client.shutdownOutput();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void pythonStampsJavasLines() {
    try (Program server = Program.python("timestamp.py", "server");
        Program client = Program.java("timestamp", "client", "--port", server.port())) {
      client.say("hi").say("spanish inquisition").say("");
      assertThat(client.line()).matches("> " + STAMP + "hi");
      assertThat(client.line()).matches("> " + STAMP + "spanish inquisition");
      assertThat(client.rest()).containsExactly("> ");
    }
  }

  private static Program start(String role, String threading) {
    return threading.isEmpty()
        ? Program.java("handlers", role, "--port", 0)
        : Program.java("handlers", role, "--port", 0, threading);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    while (line.indexOf("\n") < 0) {
      line.append((char) socket.getInputStream().read());
    }
    return line.toString();
  }
}
