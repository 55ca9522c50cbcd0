package io.github.xmlrpc4j.server.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import org.junit.jupiter.api.Test;

/** The clients of the documents that the built-in functions come from. */
final class ListingsTest {
  @Test
  void theClientOfTheFirstDocumentPrintsWhatTheDocumentSays() {
    try (RpcServer server = serve()) {
      assertThat(Python.run("listing_client.py", "http://127.0.0.1:" + server.port()))
          .containsExactly("xyz", "15", "[0.0, 8.0]", "[-1.0]");
    }
  }

  @Test
  void theClientOfTheSecondDocumentPrintsWhatTheDocumentSays() {
    try (RpcServer server = serve()) {
      assertThat(
              Python.run("listing_multicall_client.py", "http://localhost:" + server.port() + "/"))
          .containsExactly("7+3=10, 7-3=4, 7*3=21, 7//3=2");
    }
  }

  private static RpcServer serve() {
    return RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start();
  }
}
