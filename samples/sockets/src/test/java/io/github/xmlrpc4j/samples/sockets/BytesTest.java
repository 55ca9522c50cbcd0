package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BytesTest {
  @TempDir private Path folder;

  @Test
  void numbersAreAsInTheDocument() {
    List<String> lines =
        List.of(
            "0x4d2",
            "b'\\xd2\\x04\\x00\\x00'",
            "b'\\x00\\x00\\x04\\xd2'",
            "b'\\x00\\x00\\x04\\xd2'",
            "(1234,)",
            "(1234,)");
    assertThat(output(Program.java("byte-order"))).isEqualTo(lines);
    assertThat(output(Program.python("byte_order.py"))).isEqualTo(lines);
  }

  @Test
  void textAndItsThreePoliciesAreAsInPython() {
    List<String> lines = output(Program.java("strings"));
    assertThat(lines)
        .containsExactly(
            "b'hello world'",
            "'hello world'",
            "strict: no such character in ASCII at position 0",
            "strict: not UTF-8 at position 3",
            "ignore: b' abc'",
            "ignore: 'caf noir'",
            "replace: b'??? abc'",
            "replace: 'caf\ufffd noir'",
            "[b'12', b'13', b'14']",
            "3.145",
            "2.76",
            "b'3.145'");
    assertThat(output(Program.python("strings.py"))).isEqualTo(lines);
  }

  @Test
  void bytesAreShownAsPythonShowsThem() {
    assertThat(Repr.bytes("it's\t\"é\"\\\r\n\u007f"))
        .isEqualTo("b'it\\'s\\t\"\\xc3\\xa9\"\\\\\\r\\n\\x7f'");
    assertThat(Repr.bytes("it's")).isEqualTo("b\"it's\"");
    assertThat(Repr.text("\u001b[31m \\ straße")).isEqualTo("'\\x1b[31m \\\\ straße'");
  }

  @Test
  void compressionInOneGoIsAsInPython() {
    List<String> lines = output(Program.java("compression", "show"));
    assertThat(lines.get(0)).isEqualTo("88");
    assertThat(lines.get(1)).startsWith("b'x\\x9c");
    assertThat(lines.get(2)).isEqualTo("78");
    assertThat(lines.get(3))
        .isEqualTo(
            "b'A very long test string to evaluate compression and how much it improves bandwidth"
                + " usage'");
    assertThat(output(Program.python("compression.py", "show"))).isEqualTo(lines);
  }

  @Test
  void whatJavaCompressesPythonReads() throws IOException, InterruptedException {
    Path text = longText();
    Path result = folder.resolve("result");
    pipe(
        text,
        result,
        Program.javaCommand(List.of(), "compression", "deflate"),
        Program.pythonCommand("compression.py", "inflate"));
    assertThat(result).hasSameBinaryContentAs(text);
  }

  @Test
  void whatPythonCompressesJavaReads() throws IOException, InterruptedException {
    Path text = longText();
    Path result = folder.resolve("result");
    pipe(
        text,
        result,
        Program.pythonCommand("compression.py", "deflate"),
        Program.javaCommand(List.of(), "compression", "inflate"));
    assertThat(result).hasSameBinaryContentAs(text);
  }

  private Path longText() throws IOException {
    return Files.write(
        folder.resolve("text"), IntStream.range(0, 100_000).mapToObj(Integer::toString).toList());
  }

  private static void pipe(Path from, Path to, List<String> first, List<String> second)
      throws IOException, InterruptedException {
    List<Process> processes =
        ProcessBuilder.startPipeline(
            List.of(
                new ProcessBuilder(first).redirectInput(from.toFile()),
                new ProcessBuilder(second).redirectOutput(to.toFile())));
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
  }

  @Test
  void halfAStreamAndNoStreamAreRefused() {
    try (Program inflate = Program.java("compression", "inflate")) {
      assertThat(inflate.hush().rest())
          .containsExactly("compression: Unexpected end of ZLIB input stream");
    }
    try (Program inflate = Program.java("compression", "inflate")) {
      assertThat(inflate.say("no such data").hush().rest())
          .containsExactly("compression: this is not zlib data: incorrect header check");
      assertThat(inflate.status()).isEqualTo(1);
    }
  }

  @Test
  void namesOfThisMachineAreAsInPython() {
    List<String> java = output(Program.java("names", "localhost"));
    List<String> python = output(Program.python("names.py", "localhost"));
    assertThat(java).containsAll(python);
    assertThat(java.get(1)).startsWith("fqdn: ");
    assertThat(java.get(2)).matches("own address: \\d+(\\.\\d+){3}");
  }

  @Test
  void namesAreAsInTheDocumentWhereTheHostIsKnown() throws IOException {
    List<String> lines = output(names("lip6.fr"));
    assertThat(lines)
        .contains(
            "address: 132.227.104.15",
            "reverse: lip6.fr",
            "AF_INET SOCK_STREAM ('132.227.104.15', 80)",
            "AF_INET SOCK_DGRAM ('132.227.104.15', 80)");
  }

  @Test
  void anUnknownHostIsReported() throws IOException {
    try (Program names = names("nonexistent.com")) {
      assertThat(names.rest())
          .last()
          .isEqualTo("names: This host does not seem to exist: nonexistent.com");
      assertThat(names.status()).isEqualTo(1);
    }
  }

  @Test
  void theFirstAddressThatAnswersIsConnectedTo() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = server.getLocalPort();
      assertThat(output(names("twin", port)))
          .contains("AF_INET SOCK_STREAM ('127.0.0.2', " + port + ")")
          .last()
          .isEqualTo("connected to ('127.0.0.1', " + port + ")");
    }
  }

  /** Asks a list of hosts instead of the network. */
  private Program names(Object... words) throws IOException {
    String self = InetAddress.getLocalHost().getHostName();
    Path hosts =
        Files.writeString(
            folder.resolve("hosts"),
            "127.0.0.1 " + self + "\n132.227.104.15 lip6.fr\n127.0.0.2 twin\n127.0.0.1 twin\n",
            StandardCharsets.US_ASCII);
    return Program.javaWithHosts(
        hosts, Stream.concat(Stream.of("names"), Arrays.stream(words)).toArray());
  }

  private static List<String> output(Program program) {
    try (program) {
      return program.rest();
    }
  }
}
