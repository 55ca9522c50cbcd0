package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConnectionsTest {
  private static final String TIME = "\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}";

  @Test
  void upperCaseGoesFromPythonToJavaAndBack() {
    try (Program server = Program.java("tcp-upper", "server", "--port", 0);
        Program client = Program.python("tcp_upper.py", "client", server.port())) {
      assertThat(server.line()).isEqualTo("server ready");
      assertThat(client.say("hello, straße").rest())
          .containsExactly("lowercase sentence:HELLO, STRASSE");
    }
  }

  @Test
  void upperCaseGoesFromJavaToPythonAndBack() {
    try (Program server = Program.python("tcp_upper.py", "server");
        Program client = Program.java("tcp-upper", "client", "--port", server.port())) {
      assertThat(client.say("hello, straße").rest())
          .containsExactly("lowercase sentence:HELLO, STRASSE");
    }
  }

  @Test
  void aClientWithoutAServerSaysSo() throws IOException {
    int port = freePort();
    try (Program client = Program.java("tcp-upper", "client", "--port", port)) {
      assertThat(client.rest())
          .containsExactly("tcp-upper: no server at 127.0.0.1:" + port + ": Connection refused");
      assertThat(client.status()).isEqualTo(1);
    }
  }

  @Test
  void aPortInUseIsReported() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      for (String server : List.of("tcp-sequential", "tcp-selector", "pages")) {
        try (Program second = Program.java(server, "--port", port)) {
          assertThat(second.rest())
              .containsExactly(
                  server + ": cannot listen at 127.0.0.1:" + port + ": Address already in use");
        }
      }
    }
  }

  @Test
  void aServerOutlivesAClientThatSaysNothing() throws IOException {
    try (Program server = Program.java("tcp-upper", "server", "--port", 0)) {
      int port = server.port();
      int gone;
      try (Socket mute = Program.connect(port)) {
        gone = mute.getLocalPort();
      }
      assertThat(server.line()).isEqualTo("server ready");
      assertThat(server.line())
          .isEqualTo("lost 127.0.0.1:" + gone + ": the peer closed without a word");
      try (Program client = Program.python("tcp_upper.py", "client", port)) {
        assertThat(client.say("hello").rest()).containsExactly("lowercase sentence:HELLO");
      }
    }
  }

  @Test
  void javaThanksPythonForConnecting() {
    try (Program server = Program.java("minimal", "server", "--port", 0);
        Program client = Program.python("minimal.py", "client", server.port())) {
      assertThat(client.rest()).containsExactly("b'Thank you for connecting'");
      assertThat(server.line()).matches("Got connection from \\('127.0.0.1', \\d+\\)");
    }
  }

  @Test
  void pythonThanksJavaForConnecting() {
    try (Program server = Program.python("minimal.py", "server");
        Program client = Program.java("minimal", "client", "--port", server.port())) {
      assertThat(client.rest()).containsExactly("b'Thank you for connecting'");
      assertThat(server.line()).matches("Got connection from \\('127.0.0.1', \\d+\\)");
    }
  }

  @Test
  void javaTellsPythonTheTime() {
    try (Program server = Program.java("time", "server", "--port", 0);
        Program client = Program.python("time_of_day.py", "client", server.port())) {
      assertThat(client.line()).matches("The time is " + TIME);
      assertThat(server.line()).matches("Got a connection from  \\('127.0.0.1', \\d+\\)");
    }
  }

  @Test
  void pythonTellsJavaTheTime() {
    try (Program server = Program.python("time_of_day.py", "server");
        Program client = Program.java("time", "client", "--port", server.port())) {
      assertThat(client.rest()).singleElement().asString().matches("The time is " + TIME);
      assertThat(server.line()).matches("Got a connection from  \\('127.0.0.1', \\d+\\)");
    }
  }

  @Test
  void aDayOfOneDigitIsPaddedAsInC() {
    assertThat(TimeOfDay.ctime(LocalDateTime.of(2013, Month.APRIL, 6, 9, 30)))
        .isEqualTo("Sat Apr  6 09:30:00 2013");
  }

  @Test
  void aTimeServerThatTellsNothingIsReported() throws IOException {
    try (ServerSocket silent = new ServerSocket(0);
        Program client = Program.java("time", "client", "--port", silent.getLocalPort())) {
      silent.accept().close();
      assertThat(client.rest()).containsExactly("time: the server closed without a word");
    }
  }

  @Test
  void whatPythonWritesJavaPrints() {
    try (Program server = Program.java("lines", "server", "--port", 0);
        Program client = Program.python("lines.py", "client", server.port())) {
      assertThat(server.line())
          .matches("Connection from: Socket\\[.*] Address \\('127.0.0.1', \\d+\\)");
      assertThat(server.line()).isEqualTo("?:");
      client.say("hello world");
      assertThat(server.line()).isEqualTo("hello world");
      client.say("이광춘");
      assertThat(server.line()).isEqualTo("이광춘");
      assertThat(client.say("").rest()).containsExactly("?:?:?:");
      assertThat(server.rest()).isEmpty();
    }
  }

  @Test
  void whatJavaWritesPythonPrints() {
    try (Program server = Program.python("lines.py", "server");
        Program client = Program.java("lines", "client", "--port", server.port())) {
      assertThat(server.line()).startsWith("Connection from: <socket.socket ");
      assertThat(server.line()).isEqualTo("?:");
      client.say("hello world");
      assertThat(server.line()).isEqualTo("hello world");
      assertThat(client.say("").rest()).containsExactly("?:?:");
      assertThat(server.rest()).isEmpty();
    }
  }

  @Test
  void pythonsSixteenOctetsAreAnsweredByJava() {
    try (Program server = Program.java("sixteen", "server", "127.0.0.1", "-p", 0)) {
      int port = server.port();
      try (Program client = Program.python("sixteen.py", "client", "127.0.0.1", "-p", port)) {
        checkSixteen(server, client, port);
      }
    }
  }

  @Test
  void javasSixteenOctetsAreAnsweredByPython() {
    try (Program server = Program.python("sixteen.py", "server", "127.0.0.1", "-p", 0)) {
      int port = server.port();
      try (Program client = Program.java("sixteen", "client", "127.0.0.1", "-p", port)) {
        checkSixteen(server, client, port);
      }
    }
  }

  private static void checkSixteen(Program server, Program client, int port) {
    String assigned = client.line();
    assertThat(assigned).startsWith("Client has been assigned socket name ");
    String name = assigned.substring("Client has been assigned socket name ".length());
    assertThat(client.rest()).containsExactly("The server said b'Farewell, client'");
    assertThat(server.line()).isEqualTo("Listening at ('127.0.0.1', " + port + ")");
    assertThat(server.line()).isEqualTo("Waiting to accept a new connection");
    assertThat(server.line()).isEqualTo("We have accepted a connection from " + name);
    assertThat(server.line()).isEqualTo("  Socket name: ('127.0.0.1', " + port + ")");
    assertThat(server.line()).isEqualTo("  Socket peer: " + name);
    assertThat(server.line()).isEqualTo("  Incoming sixteen-octet message: b'Hi there, server'");
    assertThat(server.line()).isEqualTo("  Reply sent, socket closed");
    assertThat(server.line()).isEqualTo("Waiting to accept a new connection");
  }

  @Test
  void fewerThanSixteenOctetsAreCounted() throws IOException {
    try (Program server = Program.java("sixteen", "server", "-p", 0);
        Socket client = Program.connect(server.port())) {
      client.getOutputStream().write("Hi there".getBytes(StandardCharsets.US_ASCII));
      client.shutdownOutput();
      for (int line = 0; line < 5; line++) {
        server.line();
      }
      assertThat(server.line())
          .isEqualTo("  was expecting 16 bytes but only received 8 bytes before the socket closed");
      assertThat(server.line()).isEqualTo("Waiting to accept a new connection");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
