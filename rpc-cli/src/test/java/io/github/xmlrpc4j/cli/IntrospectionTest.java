package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
final class IntrospectionTest {
  @RegisterExtension static final Peers PEERS = new Peers();

  @Test
  void ourOwnServerTellsAll() {
    try (RpcServer server =
        RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start()) {
      assertThat(Cli.run("list", server.uri().toString()).out())
          .startsWith("add\naddTogether\naddtogether\ndivide\n")
          .endsWith("system.multicall\n");
      Cli divide = Cli.run("describe", server.uri().toString(), "divide");
      assertThat(divide.status()).isZero();
      assertThat(divide.out())
          .startsWith("divide(int, int) -> int\ndivide(int, double) -> double\n")
          .endsWith(
              "\n    Returns x / y of two numbers, rounded down to a whole number: -7 by 2 is"
                  + " -4.\n");
      assertThat(Cli.run("describe", server.uri().toString()).out())
          .contains("\n\nsystem.methodHelp(string) -> string\n    Returns what a method does");
    }
  }

  @Test
  void pythonsOwnServerTellsNoSignatures() {
    assertThat(Cli.run("list", PEERS.own()).out())
        .isEqualTo(
            """
            addtogether
            system.listMethods
            system.methodHelp
            system.methodSignature
            system.multicall
            """);
    assertThat(Cli.run("describe", PEERS.own(), "addtogether").out())
        .isEqualTo(
            """
            addtogether(...)
                Adds its arguments.

                As many as there are.
            """);
  }

  @Test
  void aFlatSignatureIsOneSignatureEvenInABareBatch() {
    assertThat(Cli.run("describe", PEERS.with("flat")))
        .isEqualTo(
            new Cli(
                0,
                """
                supervisor.startProcess(string, boolean) -> boolean
                    Start a process

                    @param string name  Process name
                """,
                ""));
  }

  @Test
  void undefIsNoSignatureAndAMissingHelpNoFailure() {
    String told =
        """
        sample.add(...)
            No help is available for this method

        silent(...)
        """;
    assertThat(Cli.run("describe", PEERS.with("undef"))).isEqualTo(new Cli(0, told, ""));
    assertThat(Cli.run("describe", PEERS.with("torn"))).isEqualTo(new Cli(0, told, ""));
  }

  @Test
  void examplesTellTheTypesOfWhichTheyAreExamples() {
    assertThat(Cli.run("describe", PEERS.with("examples")).out())
        .isEqualTo(
            """
            wp.getUser(int, string) -> struct {string name, int born, boolean class, array tags}

            demo.addTwoNumbers(int, boolean) -> double

            demo.touch(string) -> array
            """);
  }

  @Test
  void aDescriptionOfAllMethodsNamesParametersAndMembers() {
    assertThat(Cli.run("describe", PEERS.with("epi"), "getState").out())
        .startsWith("getState(int number) -> struct {");
    assertThat(Cli.run("describe", PEERS.with("epi")).out())
        .startsWith(
            """
            getState(int number) -> struct {string name, string big city, struct {double km2} area}
                Tells of a state.

            plain(...)
            """);
  }

  @Test
  void aServerThatTellsNothingIsAFault() {
    String fault = "fault 1: <class 'Exception'>:method \"system.listMethods\" is not supported\n";
    assertThat(Cli.run("list", PEERS.with("none")))
        .isEqualTo(new Cli(1, "", "xmlrpc list: " + fault));
    assertThat(Cli.run("describe", PEERS.with("none"), "x"))
        .isEqualTo(new Cli(1, "", "xmlrpc describe: " + fault));
  }

  @Test
  void aMethodThatIsNotThereIsWrongUse() {
    assertThat(Cli.run("describe", PEERS.own(), "nope"))
        .isEqualTo(
            new Cli(
                2,
                "",
                "xmlrpc describe: the server has no method \"nope\"; xmlrpc list tells which there"
                    + " are\n"));
  }

  @Test
  void hostileWordsReachNoTerminal() {
    assertThat(Cli.run("describe", PEERS.with("hostile"), "new\nline").out())
        .isEqualTo(
            "new\\u000aline(evil */ type, int) -> string\n"
                + "    */ class Evil { } \\u002a/ <script>alert(1)</script> {@code @see"
                + " \\u202e\\u009b[31m\n");
    assertThat(Cli.run("list", PEERS.with("hostile")).out()).contains("\nnew\\u000aline\n");
  }
}
