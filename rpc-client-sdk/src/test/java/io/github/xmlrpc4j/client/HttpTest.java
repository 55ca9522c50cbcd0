package io.github.xmlrpc4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  @Test
  void manyThreadsOnOneProxyGetTheirOwnAnswers() throws Exception {
    int threads = 64;
    int calls = 500;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (ServerProxy shared = proxy(null).build()) {
      List<Future<Integer>> faults = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        faults.add(pool.submit(() -> calls(shared.as(Arithmetic.class), thread * 1_000, calls)));
      }
      for (Future<Integer> future : faults) {
        assertThat(future.get()).isEqualTo(calls / 10);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Makes calls of which each tenth fails, and counts those. */
  private static int calls(Arithmetic math, int base, int count) {
    int faults = 0;
    for (int i = 0; i < count; i++) {
      if (i % 10 == 0) {
        try {
          math.divide(base + i, 0);
        } catch (ServerFaultException e) {
          faults++;
        }
      } else {
        assertThat(math.add(base, i)).isEqualTo(base + i);
      }
    }
    return faults;
  }
}
