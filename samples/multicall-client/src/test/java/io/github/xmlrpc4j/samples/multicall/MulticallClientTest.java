package io.github.xmlrpc4j.samples.multicall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MulticallClientTest {
  @Test
  void itPrintsTheDocumentsLineAndTheFaultOfOneCall() {
    assertThat(output()).isEqualTo("7+3=10, 7-3=4, 7*3=21, 7//3=2\n7//0: division by zero\n");
  }

  private static String output() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RpcServer server =
        RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start()) {
      MulticallClient.run(
          "http://127.0.0.1:" + server.port(),
          new PrintStream(bytes, true, StandardCharsets.UTF_8));
      return bytes.toString(StandardCharsets.UTF_8).replace(":" + server.port(), ":PORT");
    }
  }
}
