package io.github.xmlrpc4j.server.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Streams that Python's client, which knows none, sends and reads as wholes. */
final class StreamsTest {
  @Test
  void pythonReadsWhatIsStreamedAndSendsWhatIsDrawn() {
    try (RpcServer server =
        RpcServer.builder()
            .method(
                MethodDefinition.of(
                    "numbers", int.class, Stream.class, n -> IntStream.range(0, n).boxed()))
            .method(MethodDefinition.of("total", Iterator.class, int.class, StreamsTest::total))
            .method(
                MethodDefinition.of(
                    "zeros",
                    int.class,
                    InputStream.class,
                    n -> new ByteArrayInputStream(new byte[n])))
            .method(MethodDefinition.of("size", InputStream.class, int.class, StreamsTest::size))
            .start()) {
      assertThat(Python.run("streams.py", server.uri()))
          .containsExactly(
              "100000 0 99999", "6", "1000000", "3", "[['int', 'array']] [['base64', 'int']]");
    }
  }

  private static int total(Iterator<?> numbers) {
    int total = 0;
    while (numbers.hasNext()) {
      total += (Integer) numbers.next();
    }
    return total;
  }

  private static int size(InputStream bytes) {
    try {
      return bytes.readAllBytes().length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
