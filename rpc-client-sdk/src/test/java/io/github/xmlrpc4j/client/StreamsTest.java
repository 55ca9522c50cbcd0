package io.github.xmlrpc4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.contract.NonBlocking;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Methods whose last parameter, or whose result, is drawn as it comes. */
@Timeout(60)
final class StreamsTest {
  record Point(int x, String name) {}

  /** What is served, and called. */
  interface Streams {
    int sum(int start, Stream<Integer> numbers);

    int first(Iterator<Integer> numbers);

    Stream<Point> points(int number);

    Iterator<Integer> failing(int after);

    long count(InputStream bytes) throws Exception;

    InputStream bytes(int number);

    Stream<Integer> doubled(Stream<Integer> numbers);

    String fault(Stream<Integer> numbers);

    @NonBlocking
    int plain(int a);
  }

  static final class Served implements Streams {
    final AtomicInteger drawn = new AtomicInteger();

    @Override
    public int sum(int start, Stream<Integer> numbers) {
      return start + numbers.mapToInt(Integer::intValue).sum();
    }

    @Override
    public int first(Iterator<Integer> numbers) {
      return numbers.next();
    }

    @Override
    public Stream<Point> points(int number) {
      return IntStream.range(0, number)
          .peek(i -> drawn.incrementAndGet())
          .mapToObj(i -> new Point(i, "point " + i));
    }

    @Override
    public Iterator<Integer> failing(int after) {
      return IntStream.range(0, Integer.MAX_VALUE)
          .peek(
              i -> {
                if (i == after) {
                  throw new FaultException(7, "no more than " + after);
                }
              })
          .boxed()
          .iterator();
    }

    @Override
    public long count(InputStream bytes) throws Exception {
      long count = 0;
      for (int b = bytes.read(); b >= 0; b = bytes.read()) {
        count += b;
      }
      return count;
    }

    @Override
    public InputStream bytes(int number) {
      return new ByteArrayInputStream(new byte[number]);
    }

    @Override
    public Stream<Integer> doubled(Stream<Integer> numbers) {
      return numbers.map(number -> number * 2);
    }

    @Override
    public String fault(Stream<Integer> numbers) {
      throw new FaultException(8, "not today");
    }

    @Override
    public int plain(int a) {
      return a;
    }
  }

  private final Served served = new Served();
  private RpcServer server;
  private ServerProxy proxy;
  private Streams streams;

  @BeforeEach
  void start() {
    Limits limits =
        Limits.DEFAULT.withMaxDocumentBytes(Integer.MAX_VALUE).withMaxStringLength(1_000_000);
    server = RpcServer.builder().limits(limits).register(Streams.class, served).start();
    proxy = ServerProxy.builder(server.uri().toString()).limits(limits).build();
    streams = proxy.as(Streams.class);
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.close();
  }

  @Test
  void anArgumentIsDrawn() {
    assertThat(streams.sum(5, Stream.of(1, 2, 3))).isEqualTo(11);
    assertThat(streams.sum(0, IntStream.range(0, 60_000).boxed())).isEqualTo(1_799_970_000);
  }

  @Test
  void aResultIsDrawn() {
    try (Stream<Point> points = streams.points(100_000)) {
      assertThat(points.map(Point::x).reduce(0, Math::max)).isEqualTo(99_999);
    }
    assertThat(streams.points(2)).containsExactly(new Point(0, "point 0"), new Point(1, "point 1"));
  }

  @Test
  void bytesAreDrawn() throws Exception {
    assertThat(streams.count(new ByteArrayInputStream(new byte[] {1, 2, 3}))).isEqualTo(6);
    byte[] many = new byte[20_000_000];
    many[19_999_999] = 1;
    assertThat(streams.count(new ByteArrayInputStream(many))).isEqualTo(1);
    try (InputStream bytes = streams.bytes(20_000_000)) {
      assertThat(bytes.readAllBytes()).hasSize(20_000_000);
    }
  }

  @Test
  void aResultCanBeDrawnFromTheArgument() {
    assertThat(streams.doubled(IntStream.range(0, 1_000_000).boxed()).mapToLong(i -> i).sum())
        .isEqualTo(999_999_000_000L);
  }
}
