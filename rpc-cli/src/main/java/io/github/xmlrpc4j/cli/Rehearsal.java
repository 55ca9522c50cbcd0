package io.github.xmlrpc4j.cli;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Every command once, against a server in this very program and into nothing: what is loaded then
 * is what the script has the JVM put in its archive of classes.
 */
final class Rehearsal {
  static final String NAME = "rehearse";

  private Rehearsal() {}

  static int run() {
    Terminal unseen = nowhere(false, "");
    Serve serve = requireNonNull(Serve.plain(unseen, Serve.NAME, "--port", "0"));
    try (RpcServer server = serve.start()) {
      String url = server.uri().toString();
      int worst = ExitStatus.DONE;
      for (boolean seen : new boolean[] {false, true}) {
        worst |= play(seen, "", "call", url, "addtogether", "[7, 0.5, \"x\", true, {\"a\": 1}]");
        worst |= play(seen, "", "call", url, "divide", "-7", "2.5");
        worst |= play(seen, "", "call", "--wire", url, "addtogether", "date:2026-12-31T23:59:59");
        worst |= play(seen, "", "list", url);
        worst |= play(seen, "", "describe", url);
        worst |= play(seen, "", "generate", url);
        worst |= play(seen, "[\"add\", 7, 3]\n[\"add\", 7, 3]\n", "batch", url);
      }
      String document = "<methodCall><methodName>m</methodName></methodCall>";
      worst |= play(false, document, "lint", "-");
      worst |= play(false, document, "format", "-");
      worst |= play(false, "", Serve.NAME, "--help");
      return worst;
    }
  }

  private static int play(boolean seen, String in, String... line) {
    return XmlRpc.run(nowhere(seen, in), line);
  }

  private static Terminal nowhere(boolean seen, String in) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Terminal(
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
        nowhere,
        nowhere,
        seen,
        seen,
        seen);
  }
}
