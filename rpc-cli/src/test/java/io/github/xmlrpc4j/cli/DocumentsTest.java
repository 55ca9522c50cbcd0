package io.github.xmlrpc4j.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code lint} and {@code format}. */
@Timeout(120)
final class DocumentsTest {
  private static final Dialect ALL = Dialect.EXTENDED;

  /** Values that each of the three languages can say. */
  private static final Value PLAIN =
      Value.Array.of(
          Value.of(-7),
          Value.of(0.1),
          Value.of(-1e300),
          Value.of(true),
          Value.of("it's \"a\" \\ \n\t<&> \u00fc \ud83d\ude00 $(x) `x` '''"),
          Value.Time.of(LocalDateTime.of(2026, 12, 31, 23, 59, 59)),
          Value.Bytes.of((byte) 0, (byte) -1),
          Value.nil(),
          Value.Array.of(),
          Value.Struct.empty(),
          Value.Struct.empty()
              .with("z z", Value.of(1))
              .with("a'\"\n", Value.Array.of(Value.of(""))));

  private static final Value RICH =
      Value.Array.of(
          PLAIN,
          Value.of("\r\n"),
          Value.of(5L),
          Value.of(Double.NaN),
          Value.of(Double.NEGATIVE_INFINITY),
          new Value.Decimal(new BigDecimal("0.10000000000000000000001")),
          Value.Time.of(OffsetDateTime.parse("2026-12-31T23:59:59.250+02:00")));

  @TempDir private Path folder;

  private String file(String text) throws Exception {
    return Files.writeString(folder.resolve("captured.xml"), text).toString();
  }

  // ---- lint

  @Test
  void aSoundDocumentIsTakenByBoth() throws Exception {
    String file = file("<methodCall><methodName>m</methodName></methodCall>");

    assertThat(Cli.run("lint", file))
        .isEqualTo(new Cli(0, file + ": call; strict: taken; lenient: taken\n", ""));
  }

  @Test
  void eachDeviationHasItsPlaceItsNameAndItsRule() throws Exception {
    String document =
        """
        <methodResponse><params>
        <param><value><i8>5</i8></value></param>
        </params></methodResponse>
        """;
    String file = file(document);
    String found = ": I8: i8 is an extension\n";

    assertThat(Cli.run("lint", file))
        .isEqualTo(
            new Cli(
                0,
                file + ": response; strict: refused; lenient: taken\n" + file + ":2:15" + found,
                ""));
    assertThat(Cli.run("lint", "--strict", file).status()).isEqualTo(1);
    assertThat(Cli.reading("HTTP/1.1 200 OK\r\nA: b\r\n\r\n" + document, "lint", "-").out())
        .contains("(standard input):5:15" + found);
  }

  @Test
  void whatNoReaderTakesIsStatusOne() throws Exception {
    String empty =
        file(
            "<methodCall><methodName>m</methodName><params><param><value><int></int>"
                + "</value></param></params></methodCall>");
    assertThat(Cli.run("lint", empty))
        .isEqualTo(
            new Cli(
                1,
                empty
                    + ": call; strict: refused; lenient: refused\n"
                    + empty
                    + ":1:66: EMPTY_INT: the integer is empty (refused by the lenient reader"
                    + " too)\n",
                ""));

    Cli page = Cli.reading("<html>\n<h1>Sorry</h1></html>", "lint", "-");
    assertThat(page.status()).isEqualTo(1);
    assertThat(page.out())
        .isEqualTo(
            "(standard input): response; strict: refused; lenient: refused\n"
                + "(standard input):1:1: not XML-RPC at line 1, column 1 (byte 0): <html> where"
                + " <methodResponse> should stand\n");
  }

  @Test
  void aFileThatIsNotThereIsWrongUse() {
    assertThat(Cli.run("lint", "/none"))
        .isEqualTo(new Cli(2, "", "xmlrpc lint: cannot read /none: /none\n"));
  }

  @Test
  void aDocumentInUtf16IsACallToo() throws Exception {
    Path file = folder.resolve("utf16.xml");
    assertThat(
            Cli.run("lint", write(file, "<methodCall><methodName>m</methodName></methodCall>"))
                .out())
        .isEqualTo(file + ": call; strict: taken; lenient: taken\n");
  }

  private static String write(Path file, String text) throws IOException {
    return Files.write(file, ("\ufeff" + text).getBytes(UTF_16BE)).toString();
  }

  // ---- format

  @Test
  void aDocumentIsIndentedOrOnOneLine() throws Exception {
    String file =
        file(
            "<methodCall><methodName>m</methodName><params><param><value>a\n b</value></param>"
                + "<param><value><struct><member><name>x</name><value><array><data/></array>"
                + "</value></member></struct></value></param></params></methodCall>");

    assertThat(Cli.run("format", file).out())
        .isEqualTo(
            """
            <?xml version='1.0'?>
            <methodCall>
              <methodName>m</methodName>
              <params>
                <param>
                  <value><string>a
             b</string></value>
                </param>
                <param>
                  <value>
                    <struct>
                      <member>
                        <name>x</name>
                        <value>
                          <array>
                            <data>
                            </data>
                          </array>
                        </value>
                      </member>
                    </struct>
                  </value>
                </param>
              </params>
            </methodCall>
            """);
    assertThat(Cli.run("format", "--compact", file).out())
        .isEqualTo(
            "<?xml version='1.0'?><methodCall><methodName>m</methodName><params><param><value>"
                + "<string>a\n b</string></value></param><param><value><struct><member><name>x"
                + "</name><value><array><data></data></array></value></member></struct></value>"
                + "</param></params></methodCall>\n");
  }

  @Test
  void theValueStaysTheSame() throws Exception {
    byte[] call = MethodCall.of("a.b", RICH).write(ALL, Limits.DEFAULT);
    byte[] answer = new MethodResponse.Success(RICH).write(ALL, Limits.DEFAULT);

    for (String[] line : List.of(new String[] {"format"}, new String[] {"format", "--compact"})) {
      String[] command = Arrays.copyOf(line, line.length + 1);
      command[line.length] = "-";
      String again = Cli.reading(new String(call, UTF_8), command).out();
      assertThat(MethodCall.read(again.getBytes(UTF_8))).isEqualTo(MethodCall.of("a.b", RICH));
      assertThat(Cli.reading(again, command).out()).isEqualTo(again);
      String response = Cli.reading(new String(answer, UTF_8), command).out();
      assertThat(MethodResponse.read(response.getBytes(UTF_8)).orElseThrow()).isEqualTo(RICH);
    }
  }

  @Test
  void theCodeInEachLanguageMakesJustThisCall() throws Exception {
    AtomicReference<Value> received = new AtomicReference<>();
    try (RpcServer server =
        RpcServer.builder()
            .dialect(ALL)
            .method(
                "a.class 'x'",
                (params, context) -> {
                  received.set(new Value.Array(params));
                  return Value.of("thanks");
                })
            .start()) {
      String url = server.uri().toString();

      assertThat(run(code("python", PLAIN, url), "python3", "-B", "-")).isEqualTo("'thanks'\n");
      assertThat(received.getAndSet(null)).isEqualTo(Value.Array.of(PLAIN, Value.of("y")));

      assertThat(run(code("curl", RICH, url), "sh")).contains("<string>thanks</string>");
      assertThat(received.getAndSet(null)).isEqualTo(Value.Array.of(RICH, Value.of("y")));

      Javac.run("Call", code("java", RICH, url));
      assertThat(received.get()).isEqualTo(Value.Array.of(RICH, Value.of("y")));
    }
  }

  private static String code(String language, Value value, String url) {
    byte[] call = MethodCall.of("a.class 'x'", value, Value.of("y")).write(ALL, Limits.DEFAULT);
    Cli format =
        Cli.reading(new String(call, UTF_8), "format", "--as", language, "--url", url, "-");
    assertThat(format.err()).isEmpty();
    return format.out();
  }

  private static String run(String program, String... interpreter) throws Exception {
    Command.require(interpreter[0]);
    try (Command command = Command.fed(program, interpreter)) {
      String out = command.rest();
      assertThat(command.exit()).as(command.err()).isZero();
      return out;
    }
  }

  @Test
  void pythonsCodeReadsAsAPersonWouldWriteIt() {
    String call =
        "<methodCall><methodName>math.add</methodName><params><param><value><int>7</int></value>"
            + "</param><param><value><double>0.5</double></value></param></params></methodCall>";
    assertThat(Cli.reading(call, "format", "--as", "python", "-").out())
        .isEqualTo(
            """
            from xmlrpc.client import ServerProxy

            proxy = ServerProxy('http://127.0.0.1:7001/RPC2')
            print(repr(proxy.math.add(7, 0.5)))
            """);
    assertThat(Cli.reading(call.replace("int>", "i8>"), "format", "--as", "python", "-"))
        .isEqualTo(
            new Cli(
                2, "", "xmlrpc format: Python's xmlrpc.client cannot send i8; --as curl can\n"));
  }
}
