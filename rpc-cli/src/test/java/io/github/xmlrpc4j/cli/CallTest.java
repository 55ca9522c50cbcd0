package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class CallTest {
  private static RpcServer server;
  private static String url;

  @BeforeAll
  static void start() {
    server =
        RpcServer.builder()
            .dialect(Dialect.EXTENDED)
            .methods(BuiltInFunctions.all(Limits.DEFAULT))
            .method("echo", (params, context) -> params.get(0))
            .method("kind", (params, context) -> Value.of(params.get(0).kind().typeName()))
            .method("all", (params, context) -> new Value.Array(params))
            .method(
                "fail",
                (params, context) -> {
                  throw new FaultException(
                      new Fault(
                          7, "no \u009b31mred", Value.Struct.empty().with("why", params.get(0))));
                })
            .start();
    url = server.uri().toString();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "7 | int",
        "-7 | int",
        "2147483647 | int",
        "7.0 | double",
        "-1e3 | double",
        "true | boolean",
        "truex | string",
        "hello | string",
        "\"7\" | string",
        "007 | string",
        "1 2 | string",
        "+5 | string",
        ".5 | string",
        "`` | string",
        "http://x | string",
        "@file | string",
        "[1, \"x\"] | array",
        "{\"a\": {}} | struct",
        "int:-5 | int",
        "i8:5 | i8",
        "double:7 | double",
        "double:-inf | double",
        "string:7 | string",
        "string:int:7 | string",
        "bool:1 | boolean",
        "date:2026-12-31T23:59:59 | dateTime.iso8601",
        "date:20261231T23:59:59 | dateTime.iso8601",
        "date:2026-12-31 | dateTime.iso8601",
        "date:2026-12-31T23:59:59.25+02:00 | dateTime.iso8601",
        "base64:aGk= | base64",
        "decimal:0.10000000000000000001 | bigdecimal",
        "nil: | nil",
        "{\"$date\": \"2026-12-31T23:59:59\"} | dateTime.iso8601",
        "{\"$i8\": 5} | struct",
        "{\"$struct\": {\"$date\": \"2026-12-31\"}} | struct",
      })
  void anArgumentIsOfTheKindThatItsSpellingSays(String argument, String kind) {
    Cli call = Cli.run("call", url, "kind", argument);

    assertThat(call).isEqualTo(new Cli(0, "\"" + kind + "\"\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "3000000000 | 3000000000 does not fit the 32 bits of an int; i8:3000000000 or --i8 makes it"
            + " an i8, which not every server reads",
        "9223372036854775808 | 9223372036854775808 does not fit 64 bits; write it as"
            + " decimal:9223372036854775808 or as a string",
        "[null] | null has no place in XML-RPC proper; nil: or --nil makes it a nil, which not every"
            + " server reads",
        "1e400 | 1e400 is beyond what a double holds",
        "int:3000000000 | int:3000000000 is none (expected: -2147483648 to 2147483647)",
        "bool:yes | bool:yes is none (expected: true or false, 1 or 0)",
        "date:tomorrow | date:tomorrow is none (expected: 2026-12-31T23:59:59 or"
            + " 20261231T23:59:59, with fraction and zone if need be)",
        "base64:? | base64:? is none (expected: base64, or @ and the name of a file)",
        "base64:@/none | cannot read /none: /none",
        "nil:0 | nil:0 is none (expected: nothing behind the colon)",
      })
  void anArgumentThatWouldNotArriveAsItIsIsRefused(String argument, String problem) {
    Cli call = Cli.run("call", url, "all", "1", argument);

    assertThat(call).isEqualTo(new Cli(2, "", "xmlrpc call: argument 2: " + problem + "\n"));
  }

  @Test
  void extensionsGoWhereTheyAreAllowed() {
    assertThat(Cli.run("call", "--i8", "--nil", url, "all", "3000000000", "null").out())
        .isEqualTo("[3000000000,null]\n");
  }

  @Test
  void brokenJsonGoesAsAStringAndSaysSo() {
    Cli call = Cli.run("call", url, "kind", "{a: 1}");

    assertThat(call.out()).isEqualTo("\"string\"\n");
    assertThat(call.err())
        .startsWith("xmlrpc call: argument 1 is no JSON (Unexpected character ('a'")
        .endsWith("and goes as a string; string: before it says so without this line\n");
  }

  @Test
  void aNameThatStandsTwiceInAnObjectIsNoJson() {
    assertThat(Cli.run("call", url, "kind", "{\"a\": 1, \"a\": 2}").err())
        .contains("argument 1 is no JSON (Duplicate Object property \"a\")");
  }

  @Test
  void bytesComeFromAFile(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("bytes"), new byte[] {0, -1});

    assertThat(Cli.run("call", url, "echo", "base64:@" + file).out()).isEqualTo("\"AP8=\"\n");
    assertThat(Cli.reading("hi", "call", url, "echo", "base64:@-").out()).isEqualTo("\"aGk=\"\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "0.1 | 0.1 | 0.1",
        "5e-324 | 4.9E-324 | 4.9E-324",
        "1e15 | 1000000000000000.0 | 1000000000000000.0",
        "-0.0 | -0.0 | -0.0",
        "2e-3 | 0.002 | 0.002",
        "9007199254740993.0 | 9007199254740992.0 | 9007199254740992.0",
        "i8:9007199254740993 | 9007199254740993 | {\"$i8\":\"9007199254740993\"}",
        "decimal:0.10 | 0.10 | {\"$decimal\":\"0.10\"}",
        "double:nan | \"NaN\" | {\"$double\":\"NaN\"}",
        "date:20261231T23:59:00 | \"2026-12-31T23:59:00\" | {\"$date\":\"2026-12-31T23:59:00\"}",
        "base64:aGk= | \"aGk=\" | {\"$base64\":\"aGk=\"}",
        "nil: | null | {\"$nil\":\"\"}",
        "{\"z\":1,\"a\":[{}]} | {\"z\":1,\"a\":[{}]} | {\"z\":1,\"a\":[{}]}",
        "{\"$struct\":{\"$int\":\"5\"}} | {\"$int\":\"5\"} | {\"$struct\":{\"$int\":\"5\"}}",
        "\"\\u007f\u009b\u202e\" | \"\\u007f\\u009b\\u202e\" | \"\\u007f\\u009b\\u202e\"",
      })
  void aResultIsJsonAndWithTypesComesBackAsTheSameValue(
      String argument, String plain, String typed) {
    assertThat(Cli.run("call", url, "echo", argument).out()).isEqualTo(plain + "\n");
    assertThat(Cli.run("call", "--typed", url, "echo", argument).out()).isEqualTo(typed + "\n");
    assertThat(Cli.run("call", "--typed", url, "echo", typed).out()).isEqualTo(typed + "\n");
  }

  @Test
  void onATerminalTheResultIsIndentedAndColoured() {
    assertThat(Cli.seen("call", url, "echo", "{\"a\":[1,true,\"x\"],\"b\":{}}").out())
        .isEqualTo(
            """
            {
              #34;1m"a"#0m: [
                #36m1#0m,
                #33mtrue#0m,
                #32m"x"#0m
              ],
              #34;1m"b"#0m: {}
            }
            """
                .replace("#", "\u001b["));
  }

  @Test
  void aFaultIsStatusOneWithItsCodeAndTextAndWithoutItsColours() {
    assertThat(Cli.run("call", url, "divide", "7", "0"))
        .isEqualTo(new Cli(1, "", "xmlrpc call: fault -32500: division by zero\n"));
    assertThat(Cli.run("call", url, "fail", "5"))
        .isEqualTo(new Cli(1, "", "xmlrpc call: fault 7: no \\u009b31mred {\"why\":5}\n"));
  }

  @Test
  void noAnswerIsStatusThree() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
      assertThat(Cli.run("call", "--timeout", "0.2", "127.0.0.1:" + port, "add"))
          .isEqualTo(
              new Cli(
                  3,
                  "",
                  "xmlrpc call: http://127.0.0.1:"
                      + port
                      + "/RPC2 add: no whole answer within 200 ms\n"));
    }
    assertThat(Cli.run("call", "127.0.0.1:" + port, "add"))
        .isEqualTo(
            new Cli(
                3,
                "",
                "xmlrpc call: http://127.0.0.1:"
                    + port
                    + "/RPC2 add: cannot connect: Connection refused\n"));
    assertThat(Cli.run("call", server.uri().resolve("/none").toString(), "add"))
        .extracting(Cli::status, Cli::out)
        .containsExactly(3, "");
  }

  @Test
  void wrongUseIsStatusTwo() {
    assertThat(Cli.run("call", url).err())
        .contains("Missing required parameter")
        .contains("METHOD");
    assertThat(Cli.run("call", "ftp://x", "m").err())
        .isEqualTo("xmlrpc call: uri: ftp://x (expected: http://host... or https://host...)\n");
    assertThat(Cli.run("call", "--wrie", url, "add", "1", "-2").err())
        .isEqualTo(
            "xmlrpc call: there is no option --wrie; a string that begins so is string:--wrie\n");
    assertThat(Cli.run("call", "--unix", "/s", url, "m").err())
        .isEqualTo("xmlrpc call: --unix is reserved: Unix sockets cannot be called yet\n");
    assertThat(Cli.run("call", "--timeout", "0", url, "m").err())
        .isEqualTo("xmlrpc call: --timeout: 0.0 (expected: 0.001 to 1000000)\n");
    assertThat(Cli.run("call", "--header", "X", url, "m").err())
        .isEqualTo("xmlrpc call: --header: \"X\" (expected: NAME: VALUE)\n");
    assertThat(Cli.run("call", "--user", "a:b", "--bearer", "c", url, "m").err())
        .isEqualTo("xmlrpc call: --user and --bearer are two ways of one thing; give one\n");
    assertThat(Cli.run("call", "--timeout", "0", url, "m").status()).isEqualTo(2);
    assertThat(Cli.run("call", "--wrie", url, "add").status()).isEqualTo(2);
  }

  @Test
  void optionsMayStandBehindTheArgumentsAndNumbersMayBeNegative() {
    assertThat(Cli.run("call", url, "add", "-7", "-3.5", "--typed"))
        .isEqualTo(new Cli(0, "-10.5\n", ""));
    assertThat(Cli.run("call", url, "echo", "--", "--wrie").out()).isEqualTo("\"--wrie\"\n");
  }

  @Test
  void theWireIsShownWithDirectionsAndWithoutCredentials() {
    Cli call =
        Cli.run(
            "call",
            "--wire",
            "--user",
            "me:secret1",
            "--header",
            "X-Api-Key: secret2",
            "--header",
            "X-Trace: 5",
            url,
            "add",
            "7",
            "3");

    assertThat(call.out()).isEqualTo("10\n");
    assertThat(call.err())
        .startsWith("> POST /RPC2 HTTP/1.1\n")
        .contains(
            "> Authorization: ***\n",
            "> X-Api-Key: ***\n",
            "> X-Trace: 5\n",
            "> \n> <?xml version='1.0'?>\n> <methodCall>\n",
            "> </methodCall>\n< HTTP/1.1 200 OK\n",
            "< \n< <?xml version='1.0'?>\n",
            "< <value><int>10</int></value>\n")
        .endsWith("< </methodResponse>\n")
        .doesNotContain("secret");
  }

  @Test
  void aCompressedAnswerIsShownAsText() {
    String text = "x".repeat(3_000);

    assertThat(Cli.run("call", "--wire", url, "echo", text).err())
        .contains("< Content-Encoding: gzip\n", "< <value><string>" + text + "</string></value>\n");
  }
}
