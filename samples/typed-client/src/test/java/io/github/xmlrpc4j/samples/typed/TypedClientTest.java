package io.github.xmlrpc4j.samples.typed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TypedClientTest {
  @Test
  void itPrintsWhatTheServerAnswers() {
    assertThat(output())
        .isEqualTo(
            """
            xyz
            2
            [1.0, 2.0]
            http://127.0.0.1:PORT/RPC2 divide: fault -32500: division by zero
            """);
  }

  private static String output() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RpcServer server =
        RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start()) {
      TypedClient.run(
          "http://127.0.0.1:" + server.port(),
          new PrintStream(bytes, true, StandardCharsets.UTF_8));
      return bytes.toString(StandardCharsets.UTF_8).replace(":" + server.port(), ":PORT");
    }
  }
}
