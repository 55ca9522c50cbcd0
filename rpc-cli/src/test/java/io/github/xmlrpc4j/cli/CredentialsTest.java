package io.github.xmlrpc4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who calls, and whether it is the right server that learns of it. */
@Timeout(60)
final class CredentialsTest {
  private MirrorServer mirror;
  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    mirror = MirrorServer.plain();
  }

  @AfterEach
  void stop() {
    mirror.close();
  }

  @Test
  void aTokenIsSentWithTheCall() {
    assertThat(Cli.run("call", "--bearer", "t.o-k_e+n/=", mirror.url(), "who"))
        .isEqualTo(new Cli(0, "\"Bearer t.o-k_e+n/=\"\n", ""));
  }

  @Test
  void aTokenCanStandInAFileSoThatNobodySeesItInTheListOfProcesses() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "secret\n");

    assertThat(Cli.run("call", "--bearer", "@" + file, mirror.url(), "who"))
        .isEqualTo(new Cli(0, "\"Bearer secret\"\n", ""));
    assertThat(Cli.run("call", "--bearer", "@/none", mirror.url(), "who"))
        .isEqualTo(new Cli(2, "", "xmlrpc call: --bearer: cannot read /none: /none\n"));
  }

  @Test
  void aUserIsSentWithThePassword() {
    String both = Base64.getEncoder().encodeToString("m\u00fc:se:cret".getBytes(UTF_8));

    assertThat(Cli.run("call", "--user", "m\u00fc:se:cret", mirror.url(), "who"))
        .isEqualTo(new Cli(0, "\"Basic " + both + "\"\n", ""));
  }

  @Test
  void withoutAPasswordAndWithoutATerminalToAskForItNothingIsSent() throws Exception {
    try (Command call = Command.start("call", "--user", "me", mirror.url(), "who")) {
      call.in().close();

      assertThat(call.exit()).isEqualTo(2);
      assertThat(call.rest()).isEmpty();
      assertThat(call.err())
          .isEqualTo("xmlrpc call: --user has no password, and there is no terminal to ask at\n");
    }
  }

  @Test
  void aServerThatSignedItsOwnCertificateLearnsNothing() throws Exception {
    try (MirrorServer secure = MirrorServer.selfSigned(folder)) {
      Cli call = Cli.run("call", "--bearer", "secret", secure.url(), "who");

      assertThat(call.status()).isEqualTo(3);
      assertThat(call.out()).isEmpty();
      assertThat(call.err())
          .startsWith("xmlrpc call: " + secure.url() + " who: cannot connect: ")
          .contains("certification path");
    }
  }

  @Test
  void insecureItIsCalledButNotInSilence() throws Exception {
    try (MirrorServer secure = MirrorServer.selfSigned(folder)) {
      assertThat(Cli.run("call", "--insecure", "--bearer", "secret", secure.url(), "who"))
          .isEqualTo(
              new Cli(
                  0,
                  "\"Bearer secret\"\n",
                  "xmlrpc call: WARNING: --insecure: nobody checks whether this is the right"
                      + " server; whoever is in between can read and change everything, passwords"
                      + " too\n"));
    }
  }
}
