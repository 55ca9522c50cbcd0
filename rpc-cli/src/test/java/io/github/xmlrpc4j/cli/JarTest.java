package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The script and the jar that it runs, as a person types them; it runs once there is a jar. */
@Timeout(120)
final class JarTest {
  private static RpcServer server;
  private static String url;

  @BeforeAll
  static void start() {
    server = RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start();
    url = server.uri().toString();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theResultAloneIsOnStandardOutput() throws Exception {
    try (Command call = Command.script("call", "--wire", url, "addtogether", "\u00fc", "\u20ac")) {
      assertThat(call.rest()).isEqualTo("\"\u00fc\u20ac\"\n");
      assertThat(call.exit()).isZero();
      assertThat(call.err()).startsWith("> POST /RPC2 HTTP/1.1\n");
    }
  }

  @Test
  void aFaultEndsWithOneAndWrongUseWithTwoAndNoAnswerWithThree() throws Exception {
    assertEnd(1, "xmlrpc call: fault -32500: division by zero\n", "divide", "7", "0");
    assertEnd(
        2,
        "xmlrpc call: argument 1: 3000000000 does not fit the 32 bits of an int; i8:3000000000 or"
            + " --i8 makes it an i8, which not every server reads\n",
        "add",
        "3000000000",
        "1");
    try (Command call = Command.script("call", "127.0.0.1:1", "add")) {
      assertThat(call.exit()).isEqualTo(3);
      assertThat(call.rest()).isEmpty();
      assertThat(call.err())
          .isEqualTo(
              "xmlrpc call: http://127.0.0.1:1/RPC2 add: cannot connect: Connection refused\n");
    }
  }

  private static void assertEnd(int status, String err, String method, String... arguments)
      throws Exception {
    List<String> line = new ArrayList<>(List.of("call", url, method));
    line.addAll(List.of(arguments));
    try (Command call = Command.script(line.toArray(String[]::new))) {
      assertThat(call.exit()).isEqualTo(status);
      assertThat(call.rest()).isEmpty();
      assertThat(call.err()).isEqualTo(err);
    }
  }

  @Test
  void onARealTerminalThereAreColoursUnlessNobodyWantsThem() throws Exception {
    try (Command call = Command.onTerminal("call", url, "addtogether", "1", "2")) {
      assertThat(call.rest()).isEqualTo("\u001b[36m3\u001b[0m\n");
    }
    try (Command call = Command.onTerminal("NO_COLOR=1", "call", url, "addtogether", "1", "2")) {
      assertThat(call.rest()).isEqualTo("3\n");
    }
  }

  @Test
  void aPasswordIsAskedForAtTheTerminalAndNotShown() throws Exception {
    try (MirrorServer mirror = MirrorServer.plain();
        Command call =
            Command.onTerminal("NO_COLOR=1", "call", "--user", "me", mirror.url(), "who")) {
      assertThat(call.upTo("Password: ")).isEqualTo("Password: ");
      call.in().write("secret\n".getBytes(StandardCharsets.UTF_8));
      call.in().flush();

      assertThat(call.rest()).isEqualTo("\n\"Basic bWU6c2VjcmV0\"\n");
    }
  }

  @Test
  void aPlainCallLoadsNothingThatItDoesNotNeedAndTheRestFromTheArchive() throws Exception {
    try (Command first = Command.script("call", url, "add", "7", "3")) {
      assertThat(first.rest()).isEqualTo("10\n");
    }
    try (Command call = fromTheArchive("call " + url + " add 7 3")) {
      assertThat(call.rest()).isEqualTo("10\n");
      assertThat(call.err())
          .contains(" io.github.xmlrpc4j.cli.Call source: shared objects file (top)")
          .doesNotContain(
              " picocli.",
              " org.eclipse.jetty.",
              " org.slf4j.",
              " tools.jackson.core.json.",
              " java.util.regex.",
              " sun.security.ssl.SSLContextImpl");
      assertThat(notArchived(call)).hasSizeLessThan(20);
    }
  }

  @Test
  void aPlainServerAnswersWithoutWhatItDoesNotNeedAndFromTheArchive() throws Exception {
    try (Command first = Command.script("call", url, "add", "7", "3")) {
      assertThat(first.rest()).isEqualTo("10\n");
    }
    try (Command serve = fromTheArchive("serve --port 0")) {
      String listening = serve.line();
      String answering = listening.substring(listening.indexOf("http"));
      assertThat(Cli.run("call", answering, "add", "7", "3").out()).isEqualTo("10\n");
      serve.terminate();
      assertThat(serve.exit()).isZero();
      assertThat(serve.err())
          .contains(" io.github.xmlrpc4j.cli.Serve source: shared objects file (top)")
          .doesNotContain(" picocli.", " javax.management.", " java.security.MessageDigest ");
      assertThat(notArchived(serve)).hasSizeLessThan(100);
    }
  }

  /** The jar as the script runs it once there is an archive, telling which classes it loads. */
  private static Command fromTheArchive(String line) throws Exception {
    return Command.shell(
        "exec ${JAVA_HOME:+$JAVA_HOME/bin/}java -Xlog:class+load:stderr"
            + " -XX:SharedArchiveFile=$(ls -t target/xmlrpc-*.jsa | head -n 1)"
            + " -cp target/xmlrpc.jar io.github.xmlrpc4j.cli.XmlRpc "
            + line);
  }

  /** What it loaded from elsewhere, what the JVM makes for call sites among it. */
  private static List<String> notArchived(Command command) throws Exception {
    return command
        .err()
        .lines()
        .filter(line -> line.contains(" source: ") && !line.contains("shared objects file"))
        .toList();
  }

  @Test
  void theExampleOfEachHelpWorks() throws Exception {
    StringBuilder script = new StringBuilder("set -e\nxmlrpc() { ../xmlrpc \"$@\"; }\n");
    int examples = 0;
    for (String command : Commands.names()) {
      String help = Cli.run(command, "--help").out();
      String example =
          help.lines().filter(line -> line.startsWith("Example: ")).findFirst().orElse("");
      assertThat(example).as(help).contains("xmlrpc " + command);
      if (!command.equals("serve") && !command.equals("completion")) {
        script.append(example.substring("Example: ".length())).append('\n');
        examples++;
      }
    }
    assertThat(examples).isEqualTo(7);
    try (Command shell = Command.shell(script.toString().replace("http://127.0.0.1:7001", url))) {
      assertThat(shell.rest()).contains("divide(int, int) -> int", "public interface Arithmetic");
      assertThat(shell.exit()).isZero();
      assertThat(shell.err()).isEmpty();
    }
  }

  @Test
  void theHelpNamesAllCommandsAndThoseThatTheScriptAdds() throws Exception {
    try (Command help = Command.script("--help")) {
      assertThat(help.rest())
          .contains(Commands.names())
          .contains("samples lists\nsmall programs, and sample NAME runs one.\n");
    }
  }

  @Test
  void theShellCompletesCommandsAndOptions() throws Exception {
    Command.require("bash");
    Cli completion = Cli.run("completion");
    String complete =
        "\nCOMP_WORDS=(xmlrpc %s)\nCOMP_CWORD=%d\n_complete_xmlrpc\necho \"${COMPREPLY[*]}\"\n";
    try (Command bash =
        Command.fed(
            completion.out()
                + String.format(complete, "de", 1)
                + String.format(complete, "batch --bl", 2)
                + String.format(complete, "list --dialect od", 3),
            "bash",
            "-s")) {
      assertThat(bash.rest().replace("'", "")).isEqualTo("describe\n--block\nodoo\n");
    }
  }
}
