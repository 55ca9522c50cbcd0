package io.github.xmlrpc4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.contract.ContractException;
import io.github.xmlrpc4j.contract.NonBlocking;
import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
      byte[] block = new byte[10_000];
      for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
        for (int i = 0; i < read; i++) {
          count += block[i];
        }
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

  // ---- what is refused

  interface TwoStreams {
    int both(Stream<Integer> a, InputStream b);

    int rest(Stream<?>... all);

    int nested(List<Iterator<Integer>> all);

    int fine(Stream<Integer> a);
  }

  @Test
  void aStreamElsewhereIsRefusedWhenItIsBound() {
    assertThatThrownBy(() -> proxy.as(TwoStreams.class))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(
            "both: parameter a: a stream is the last parameter, since all that stands before it is"
                + " read first")
        .hasMessageContaining("nested: parameter all: java.util.Iterator<java.lang.Integer> is a")
        .hasMessageContaining("rest: parameter all: a stream is the last parameter")
        .hasMessageNotContaining("fine");
  }

  @Test
  void aBatchTakesNoStreams() {
    MultiCall batch = proxy.multicall();

    String refusal = " takes or gives a stream; call it outside a batch";
    assertThatThrownBy(() -> batch.add(Streams.class, all -> all.points(3)))
        .hasMessage("points" + refusal);
    assertThatThrownBy(() -> batch.add("sum", 1, Stream.of(1))).hasMessage("sum" + refusal);
    assertThatThrownBy(() -> batch.add(new TypeRef<Stream<Point>>() {}, "points", 3))
        .hasMessage("points" + refusal);
    Pending<Value> list = batch.add("points", 3);
    batch.send();
    assertThatThrownBy(list::get)
        .hasMessageEndingWith(
            "fault -32600: points takes or gives a stream; call it outside system.multicall");
  }

  @Test
  void aServerTellsTheKinds() {
    TypeRef<List<List<String>>> signatures = new TypeRef<>() {};
    assertThat(proxy.call(signatures, "system.methodSignature", "sum"))
        .containsExactly(List.of("int", "int", "array"));
    assertThat(proxy.call(signatures, "system.methodSignature", "bytes"))
        .containsExactly(List.of("base64", "int"));
  }

  // ---- plain calls

  @Test
  void aPlainCallTakesAndGivesThemToo() throws Exception {
    assertThat(proxy.call(int.class, "sum", 1, List.of(2, 3).iterator())).isEqualTo(6);
    try (Stream<Point> points = proxy.call(new TypeRef<Stream<Point>>() {}, "points", 2)) {
      assertThat(points.map(Point::name)).containsExactly("point 0", "point 1");
    }
    try (InputStream bytes = proxy.call(InputStream.class, "bytes", 70_000)) {
      assertThat(bytes.readAllBytes()).hasSize(70_000);
    }
    assertThat(proxy.callAsync(new TypeRef<Iterator<Point>>() {}, "points", 1).get().next())
        .isEqualTo(new Point(0, "point 0"));
  }

  @Test
  void anyTransportCarriesThem() {
    Endpoint endpoint = Endpoint.builder().register(Streams.class, served).build();
    try (ServerProxy inside =
        ServerProxy.builder("http://in.process")
            .transport(Transport.inProcess(endpoint::handle))
            .build()) {
      Streams all = inside.as(Streams.class);

      assertThat(all.sum(1, Stream.of(2))).isEqualTo(3);
      assertThat(all.doubled(Stream.of(2, 3))).containsExactly(4, 6);
    }
  }

  @Test
  void aListenerSeesTheWholeMessages() {
    List<RawExchange> seen = new ArrayList<>();
    try (ServerProxy watched =
        ServerProxy.builder(server.uri().toString()).listener(seen::add).build()) {
      watched.as(Streams.class).sum(1, Stream.of(2));
    }

    assertThat(seen.get(0).toString()).contains("<value><int>2</int></value>");
  }

  // ---- failures

  @Test
  void aResultThatFailsBeforeAnythingWasSentIsAFault() {
    assertThatThrownBy(() -> streams.failing(10))
        .isInstanceOf(ServerFaultException.class)
        .hasMessageEndingWith("failing: fault 7: no more than 10");
  }

  @Test
  void aResultThatFailsLaterIsALostConnection() {
    Iterator<Integer> numbers = streams.failing(100_000);

    assertThat(numbers.next()).isZero();
    assertThatThrownBy(() -> numbers.forEachRemaining(number -> {}))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessageEndingWith(
            "failing: connection lost: the connection ended before the whole response");
    assertThatThrownBy(numbers::hasNext).isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void anArgumentThatFailsIsThrownAsItIs() {
    for (int after : new int[] {3, 100_000}) {
      assertThatThrownBy(() -> streams.sum(0, failing(after)))
          .isInstanceOf(NumberFormatException.class);
    }
    Stream<Integer> shown = streams.doubled(failing(100_000));
    assertThatThrownBy(() -> shown.forEach(number -> {})).isInstanceOf(NumberFormatException.class);
    assertThat(streams.plain(3)).isEqualTo(3);
  }

  private static Stream<Integer> failing(int after) {
    return IntStream.range(0, Integer.MAX_VALUE)
        .map(i -> i == after ? Integer.parseInt("none") : 0)
        .boxed();
  }

  @Test
  void streamsAreClosedWhenTheyWereSent() {
    AtomicInteger closed = new AtomicInteger();

    assertThat(streams.sum(0, Stream.of(1).onClose(closed::incrementAndGet))).isEqualTo(1);
    assertThatThrownBy(() -> streams.sum(0, failing(100_000).onClose(closed::incrementAndGet)))
        .isInstanceOf(NumberFormatException.class);
    assertThat(closed).hasValue(2);
  }

  @Test
  void anArgumentThatCannotBeWrittenIsThrownAsItIs() {
    assertThatThrownBy(() -> proxy.call("sum", 0, Stream.of("a", "\u0000")))
        .isInstanceOf(UnwritableValueException.class)
        .hasMessage(
            "params[1][1]: the character U+0000 at index 0 cannot stand in XML; send the text as"
                + " base64");
  }

  @Test
  void anElementOfAnotherTypeIsAMismatchThere() {
    Stream<Integer> points = proxy.call(new TypeRef<Stream<Integer>>() {}, "points", 3);

    assertThatThrownBy(() -> points.forEach(point -> {}))
        .isInstanceOf(ResultMismatchException.class)
        .hasMessageEndingWith("points: result[0]: expected int, found struct");
    assertThatThrownBy(() -> proxy.call("sum", 0, Stream.of(1, "a")))
        .hasMessageEndingWith("sum: fault -32602: params[1][1]: expected int, found string");
  }

  @Test
  void aFaultComesBackHoweverLongTheArgument() {
    assertThatThrownBy(() -> streams.fault(IntStream.range(0, 1_000_000).boxed()))
        .isInstanceOf(ServerFaultException.class)
        .hasMessageEndingWith("fault: fault 8: not today");
  }

  @Test
  void whatAMethodDoesNotReadIsCheckedAllTheSame() {
    assertThat(streams.first(IntStream.range(7, 1_000_000).iterator())).isEqualTo(7);
    Stream<Object> later = Stream.concat(Stream.of(7), Stream.of("\u0085".repeat(20_000)));
    assertThat(proxy.call(int.class, "first", later)).isEqualTo(7);
    assertThatThrownBy(() -> proxy.call("first", Stream.of(1), 2))
        .hasMessageEndingWith("first: fault -32602: first takes 1 parameter, not 2");
    assertThatThrownBy(() -> proxy.call("first"))
        .hasMessageEndingWith("first: fault -32602: first takes 1 parameter, not none");
  }

  @Test
  void aDocumentOverTheLimitEndsTheCall() {
    Limits small = Limits.DEFAULT.withMaxDocumentBytes(100_000);
    try (ServerProxy bounded = ServerProxy.builder(server.uri().toString()).limits(small).build()) {
      assertThatThrownBy(() -> bounded.as(Streams.class).points(10_000).count())
          .isInstanceOf(ResponseLimitException.class)
          .hasMessageContaining(
              "a document of more than 100000 bytes exceeds the limit of 100000"
                  + " (Limits.maxDocumentBytes) at line ");
      assertThatThrownBy(() -> bounded.as(Streams.class).sum(0, IntStream.range(0, 10_000).boxed()))
          .isInstanceOf(LimitExceededException.class)
          .hasMessageContaining("a document of more than 100000 bytes");
    }
  }
}
