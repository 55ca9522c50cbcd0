package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class ServeTest {
  private static final Pattern LISTENING =
      Pattern.compile("Listening on http://127\\.0\\.0\\.1:(\\d+)/RPC2");

  @Test
  void itTellsItsRealAddressAndTwoLinesThatReallyWork() throws Exception {
    try (Command serve = Command.start("serve", "--port", "0")) {
      int port = port(serve);
      String curl = tryLine(serve, "curl");
      String python = tryLine(serve, "python3");

      assertThat(curl).contains("http://127.0.0.1:" + port + "/RPC2");
      assertThat(output(curl))
          .isEqualTo(
              """
              <?xml version='1.0'?>
              <methodResponse>
              <params>
              <param>
              <value><int>10</int></value>
              </param>
              </params>
              </methodResponse>
              """);
      assertThat(output(python)).isEqualTo("xyz\n");
    }
  }

  @Test
  void terminationLetsARunningCallFinishAndExitsWithZero() throws Exception {
    try (Command serve = Command.start("serve", "--port", "0")) {
      int port = port(serve);
      try (Socket socket = connect(port)) {
        send(
            socket,
            String.join(
                "\r\n",
                "POST /RPC2 HTTP/1.1",
                "Host: localhost",
                "Expect: 100-continue",
                "Transfer-Encoding: chunked",
                "",
                ""));
        assertThat(firstLine(socket.getInputStream())).isEqualTo("HTTP/1.1 100 Continue");

        serve.terminate();
        do {
          // Whoever is silent while a server stops is soon taken to be gone.
          send(socket, chunk(" "));
        } while (takesCalls(port));
        send(socket, chunk(addition()) + chunk(""));

        String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(rest).startsWith("HTTP/1.1 200 OK").contains("<value><int>10</int></value>");
      }
      assertThat(serve.exit()).isZero();
      assertThat(serve.err()).isEmpty();
    }
  }

  @Test
  void controlCStopsItWithZero() throws Exception {
    try (Command serve = Command.interruptible("serve", "--port", "0")) {
      int port = port(serve);
      serve.interrupt();

      assertThat(serve.exit()).isZero();
      assertThat(serve.err()).isEmpty();
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThat(free.getLocalPort()).isEqualTo(port);
      }
    }
  }

  @Test
  void aPortInUseIsOneLineAndExitStatusTwo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Command serve = Command.start("serve", "--port", "" + taken.getLocalPort())) {
      assertThat(serve.exit()).isEqualTo(2);
      assertThat(serve.rest()).isEmpty();
      assertThat(serve.err())
          .isEqualTo(
              "xmlrpc serve: cannot listen on 127.0.0.1:"
                  + taken.getLocalPort()
                  + ": Address already in use\n");
    }
  }

  @Test
  void aPortOutOfRangeIsOneLineAndExitStatusTwo() throws Exception {
    try (Command serve = Command.start("serve", "--port", "70000")) {
      assertThat(serve.exit()).isEqualTo(2);
      assertThat(serve.err()).isEqualTo("xmlrpc serve: port: 70000 (expected: 0 to 65535)\n");
    }
  }

  @Test
  void anUnknownOptionIsExitStatusTwoWithTheUsage() throws Exception {
    try (Command serve = Command.start("serve", "--prot", "1")) {
      assertThat(serve.exit()).isEqualTo(2);
      assertThat(serve.err()).startsWith("Unknown option").contains("Usage: xmlrpc serve");
    }
  }

  @Test
  void aFaultIsOneLineOfTheLogAndACallNone() throws Exception {
    try (Command serve = Command.start("serve", "--port", "0")) {
      int port = port(serve);
      post(port, addition());
      post(port, addition().replace(">add<", ">substract\nFAKE LINE<"));
      post(port, addition());
      serve.terminate();

      assertThat(serve.exit()).isZero();
      assertThat(serve.err())
          .matches(
              "\\S+ INFO Endpoint - fault -32601 for 127\\.0\\.0\\.1:\\d+ calling substract FAKE"
                  + " LINE: there is no method \"substract FAKE LINE\"; system\\.listMethods tells"
                  + " which there are\n");
    }
  }

  @Test
  void theLogCanBeJsonWithEveryDocumentInIt() throws Exception {
    try (Command serve =
        Command.start("serve", "--port", "0", "--json-logs", "--log-wire", "--conformance")) {
      int port = port(serve);
      post(port, addition().replace(">add<", ">validator1.\u001bx<"));
      String echo = "http://127.0.0.1:" + port;
      assertThat(Cli.run("call", echo, "interopEchoTests.noInParams").out()).isEqualTo("0\n");
      serve.terminate();

      assertThat(serve.exit()).isZero();
      List<String> lines = serve.err().lines().toList();
      assertThat(lines)
          .allMatch(line -> line.matches("\\{\"time\":\"[^\"]+\",\"level\":\"[A-Z]+\",.*\\}"));
      assertThat(lines.get(1))
          .contains("\"level\":\"INFO\",\"logger\":\"io.github.xmlrpc4j.server.Endpoint\"")
          .contains("not well-formed XML at line 1");
      assertThat(lines.get(0))
          .contains("\"level\":\"TRACE\",\"logger\":\"io.github.xmlrpc4j.server.wire\"")
          .contains(" > <methodCall><methodName>validator1.\\u001Bx</methodName>");
      assertThat(lines.get(2)).contains(" < <?xml version='1.0'?>\\n<methodResponse>\\n<fault>");
      assertThat(lines).hasSize(5);
    }
  }

  @Test
  void everyLimitIsSetByItsName() throws Exception {
    try (Command serve =
        Command.start(
            "serve",
            "--port",
            "0",
            "--limits",
            "maxCalls=1,idleTimeout=5",
            "--limits=maxDepth=3")) {
      String url = "http://127.0.0.1:" + port(serve);
      assertThat(Cli.run("call", url, "addtogether", "[[[[]]]]").err())
          .contains("fault -32400: ")
          .contains("exceeds the limit of 3 (Limits.maxDepth)");
      assertThat(Cli.run("call", url, "system.multicall", "[1, 2]").err())
          .contains("exceeds the limit of 1 (Limits.maxCalls)");
    }
    for (RecordComponent limit : Limits.class.getRecordComponents()) {
      assertThat(Cli.run("serve", "--limits", limit.getName() + "=0").err())
          .isEqualTo("xmlrpc serve: " + limit.getName() + ": 0 (expected: > 0)\n");
    }
    assertThat(Cli.run("serve", "--limits", "maxDepht=1"))
        .isEqualTo(
            new Cli(
                2,
                "",
                "xmlrpc serve: --limits: there is no limit maxDepht (expected: maxDocumentBytes,"
                    + " maxExpansionRatio, maxDepth, maxValues, maxStringLength, maxNameLength,"
                    + " maxNumberLength, maxCalls, idleTimeout, minBytesPerSecond)\n"));
  }

  private static int port(Command serve) throws IOException {
    String line = serve.line();
    Matcher listening = LISTENING.matcher("" + line);
    assertThat(listening.matches()).as(line).isTrue();
    return Integer.parseInt(listening.group(1));
  }

  private static String tryLine(Command serve, String tool) throws Exception {
    String line = serve.line();
    assertThat(line).startsWith("Try: " + tool + " ");
    return line.substring("Try: ".length());
  }

  private static String output(String line) throws Exception {
    Command.require(line.substring(0, line.indexOf(' ')));
    try (Command command = Command.shell(line)) {
      String output = command.rest();
      assertThat(command.exit()).isZero();
      return output;
    }
  }

  private static String addition() {
    return "<methodCall><methodName>add</methodName><params><param><value><int>7</int></value>"
        + "</param><param><value><int>3</int></value></param></params></methodCall>";
  }

  private static void post(int port, String body) throws IOException {
    assertThat(callOnce(port, body)).startsWith("HTTP/1.1 200 OK");
  }

  private static String callOnce(int port, String body) throws IOException {
    try (Socket socket = connect(port)) {
      send(
          socket,
          "POST /RPC2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Whether another call is answered, on a connection of its own. */
  private static boolean takesCalls(int port) {
    try {
      return callOnce(port, addition()).startsWith("HTTP/1.1 200 OK");
    } catch (IOException e) {
      return false;
    }
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first line of a head, read to the head's end. */
  private static String firstLine(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("a head ends with an empty line: " + head).isNotNegative();
      head.append((char) next);
    }
    return head.substring(0, head.indexOf("\r\n"));
  }
}
