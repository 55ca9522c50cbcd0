package io.github.xmlrpc4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HttpTest extends CallSuite {
  private RpcServer server;

  @Override
  AutoCloseable serve(Endpoint endpoint) {
    server =
        RpcServer.builder()
            .methods(BuiltInFunctions.all(Limits.DEFAULT))
            .register(new PlainShapes())
            .start();
    return server;
  }

  @Override
  ServerProxy.Builder proxy(Endpoint endpoint) {
    return ServerProxy.builder("http://127.0.0.1:" + server.port());
  }

  @Test
  void theHeadOfARequestIsPythonsButForTheName() {
    List<RawExchange> seen = new ArrayList<>();
    try (ServerProxy watched = proxy(null).listener(seen::add).build()) {
      watched.call("add", 1, 2);
    }

    assertThat(seen.get(0).toString())
        .startsWith(
            """
            POST /RPC2 HTTP/1.1
            Host: 127.0.0.1:%d
            Accept-Encoding: gzip, deflate
            Content-Type: text/xml
            User-Agent: xmlrpc4j
            Content-Length: 187

            <?xml version='1.0'?>
            <methodCall>
            """
                .formatted(server.port()))
        .contains("\n\nHTTP/1.1 200 OK\n");
  }
}
