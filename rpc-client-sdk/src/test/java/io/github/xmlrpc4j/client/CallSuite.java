package io.github.xmlrpc4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xmlrpc4j.contract.ContractException;
import io.github.xmlrpc4j.contract.RpcMethod;
import io.github.xmlrpc4j.contract.RpcService;
import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.bind.Name;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every transport must carry; one subclass a transport. */
@Timeout(60)
abstract class CallSuite {
  /** The built-in functions, as a Java programmer would write them down. */
  interface Arithmetic {
    int add(int x, int y);

    int divide(int x, int y);

    @RpcMethod("quadratic.roots")
    List<Double> roots(double a, double b, double c);

    @RpcMethod("add")
    CompletableFuture<Integer> addLater(int x, int y);

    Value addtogether(Object... things);

    default int square(int x) {
      return add(0, x) * x;
    }
  }

  enum Colour {
    RED,
    @Name("dark-blue")
    DARK_BLUE
  }

  record Point(int x, int y) {}

  @SuppressWarnings("ArrayRecordComponent")
  record Shape(
      String name,
      List<Point> points,
      Optional<Colour> colour,
      LocalDateTime made,
      byte[] picture,
      Map<String, Double> weights) {}

  /** One interface for both sides. */
  @RpcService("shapes")
  interface Shapes {
    Shape mirror(Shape shape);

    void clear();

    int[] lengths(List<String> words);

    CompletableFuture<Point> later(Point point);

    String fail(String text);
  }

  static final class PlainShapes implements Shapes {
    @Override
    public Shape mirror(Shape shape) {
      List<Point> mirrored = new ArrayList<>();
      shape.points().forEach(point -> mirrored.add(new Point(-point.x(), point.y())));
      return new Shape(
          shape.name(), mirrored, shape.colour(), shape.made(), shape.picture(), shape.weights());
    }

    @Override
    public void clear() {}

    @Override
    public int[] lengths(List<String> words) {
      return words.stream().mapToInt(String::length).toArray();
    }

    @Override
    public CompletableFuture<Point> later(Point point) {
      return CompletableFuture.supplyAsync(() -> point);
    }

    @Override
    public String fail(String text) {
      throw new FaultException(7, text);
    }
  }

  private AutoCloseable server;
  private ServerProxy proxy;

  /** Starts what serves the endpoint, if anything must be started. */
  abstract AutoCloseable serve(Endpoint endpoint);

  /** A builder of a proxy of what was started. */
  abstract ServerProxy.Builder proxy(Endpoint endpoint);

  @BeforeEach
  final void start() {
    Endpoint endpoint =
        Endpoint.builder()
            .methods(BuiltInFunctions.all(Limits.DEFAULT))
            .register(new PlainShapes())
            .build();
    server = serve(endpoint);
    proxy = proxy(endpoint).build();
  }

  @AfterEach
  final void stop() throws Exception {
    proxy.close();
    server.close();
  }

  @Test
  void plainCallsGiveValuesOrTheTypeThatIsAskedFor() {
    assertThat(proxy.call("addtogether", "x", "y", "z")).isEqualTo(Value.of("xyz"));
    int sum = proxy.call(int.class, "addtogether", 1, 2, 3, 4, 5);
    assertThat(sum).isEqualTo(15);
    assertThat(proxy.call(new TypeRef<List<Double>>() {}, "quadratic", 2, -4, 0))
        .containsExactly(0.0, 8.0);
  }

  @Test
  void anInterfaceOfOnesOwnCallsTheServer() {
    Arithmetic math = proxy.as(Arithmetic.class);

    assertThat(math.add(7, 3)).isEqualTo(10);
    assertThat(math.divide(-7, 2)).isEqualTo(-4);
    assertThat(math.roots(1, -3, 2)).containsExactly(1.0, 2.0);
    assertThat(math.addtogether(1, 2.5)).isEqualTo(Value.of(3.5));
    assertThat(math.square(5)).isEqualTo(25);
  }

  @Test
  void aFutureIsACallOfItsOwn() throws Exception {
    Arithmetic math = proxy.as(Arithmetic.class);

    assertThat(math.addLater(7, 3).get()).isEqualTo(10);
    assertThat(proxy.as(Shapes.class).later(new Point(1, 2)).get()).isEqualTo(new Point(1, 2));
    assertThat(proxy.callAsync(new TypeRef<Integer>() {}, "add", 1, 2).get()).isEqualTo(3);
    assertThatThrownBy(() -> proxy.callAsync(new TypeRef<Integer>() {}, "divide", 1, 0).get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ServerFaultException.class);
  }

  @Test
  void theMethodsOfObjectAreLocal() {
    Arithmetic math = proxy.as(Arithmetic.class);

    assertThat(math.toString()).isEqualTo("Arithmetic[" + proxy.uri() + "]");
    Arithmetic same = math;
    assertThat(math.equals(same)).isTrue();
    assertThat(math).isNotEqualTo(proxy.as(Arithmetic.class));
    assertThat(math).hasSameHashCodeAs(same);
  }

  @Test
  void oneInterfaceServesBothSidesWithRecordsAndAllTheRest() {
    Shapes shapes = proxy.as(Shapes.class);
    Shape shape =
        new Shape(
            "tri & <angle>",
            List.of(new Point(1, 2), new Point(3, 4)),
            Optional.of(Colour.DARK_BLUE),
            LocalDateTime.of(1998, 7, 17, 14, 8, 55),
            new byte[] {0, -1, 127},
            Map.of("left", 0.5));

    Shape mirrored = shapes.mirror(shape);

    assertThat(mirrored.name()).isEqualTo("tri & <angle>");
    assertThat(mirrored.points()).containsExactly(new Point(-1, 2), new Point(-3, 4));
    assertThat(mirrored.colour()).contains(Colour.DARK_BLUE);
    assertThat(mirrored.made()).isEqualTo(shape.made());
    assertThat(mirrored.picture()).isEqualTo(shape.picture());
    assertThat(mirrored.weights()).isEqualTo(Map.of("left", 0.5));
    assertThat(shapes.lengths(List.of("a", "bcd"))).containsExactly(1, 3);
    shapes.clear();
  }

  @Test
  void aFaultIsThrownWithItsCodeAndText() {
    assertThatThrownBy(() -> proxy.as(Shapes.class).fail("out of ink"))
        .isInstanceOf(ServerFaultException.class)
        .hasMessage(proxy.uri() + " shapes.fail: fault 7: out of ink");
  }

  @Test
  void anArgumentThatCannotBeWrittenNeverLeaves() {
    assertThatThrownBy(() -> proxy.call("addtogether", "fine", "\u0001"))
        .isInstanceOf(UnwritableValueException.class)
        .hasMessage(
            "params[1]: the character U+0001 at index 0 cannot stand in XML; send the text as"
                + " base64");
  }

  interface Unsound {
    Thread run(Object lock, ClassLoader loader);

    int fine(int x);

    Process start();
  }

  @Test
  void anUnsoundInterfaceIsRefusedWithAllItsProblems() {
    assertThatThrownBy(() -> proxy.as(Unsound.class))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("run: parameter loader: java.lang.ClassLoader has no codec")
        .hasMessageContaining("run: the result: java.lang.Thread has no codec")
        .hasMessageContaining("start: the result: java.lang.Process has no codec");
  }

  @Test
  void aBatchIsOneRequestWhoseCallsHaveTheirOwnAnswers() {
    List<RawExchange> seen = new ArrayList<>();
    try (ServerProxy watched = watched(seen)) {
      MultiCall batch = watched.multicall();
      Pending<Integer> add = batch.add(Arithmetic.class, math -> math.add(7, 3));
      Pending<Integer> zero = batch.add(Arithmetic.class, math -> math.divide(7, 0));
      Pending<Value> names = batch.add("system.listMethods");
      Pending<Void> clear = batch.run(Shapes.class, Shapes::clear);
      Pending<String> wrong = batch.add(String.class, "add", 1, 2);
      assertThatThrownBy(add::get).hasMessage(watched.uri() + " add: the batch has not been sent");

      batch.send();

      assertThat(seen).hasSize(1);
      assertThat(add.get()).isEqualTo(10);
      assertThatThrownBy(zero::get)
          .isInstanceOf(ServerFaultException.class)
          .hasMessage(watched.uri() + " divide: fault -32500: division by zero");
      assertThat(((Value.Array) names.get()).values()).contains(Value.of("add"));
      assertThat(clear.get()).isNull();
      assertThatThrownBy(wrong::get)
          .isInstanceOf(ResultMismatchException.class)
          .hasMessage(watched.uri() + " add: value: expected string, found int");
      assertThatThrownBy(batch::send).hasMessage("the batch has been sent");
    }
  }

  @Test
  void aBatchIsSplitWhereItIsTold() {
    List<RawExchange> seen = new ArrayList<>();
    try (ServerProxy watched = watched(seen)) {
      MultiCall batch = watched.multicall().splitAt(3);
      List<Pending<Integer>> sums = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        sums.add(batch.add(int.class, "add", i, 1));
      }

      batch.send();

      assertThat(seen).hasSize(3);
      assertThat(sums).extracting(Pending::get).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }
  }

  @Test
  void theRequestsOfTheCapturesAreMadeByteForByte() throws Exception {
    List<RawExchange> seen = new ArrayList<>();
    try (ServerProxy watched = watched(seen)) {
      Value strings = watched.call("addTogether", "x", "y", "z");
      Value ints = watched.call("addTogether", 1, 2, 3, 4, 5);

      assertThat(strings).isEqualTo(Value.of("xyz"));
      assertThat(ints).isEqualTo(Value.of(15));
      assertThat(seen.get(0).request().body()).isEqualTo(resource("strings-request.xml"));
      assertThat(seen.get(0).response().body()).isEqualTo(resource("strings-response.xml"));
      assertThat(seen.get(1).request().body()).isEqualTo(resource("ints-request.xml"));
      assertThat(seen.get(1).response().body()).isEqualTo(resource("ints-response.xml"));
    }
  }

  @Test
  void aDocumentIsExchangedAsItIs() throws Exception {
    RawExchange raw = proxy.exchange(resource("ints-request.xml"));

    assertThat(raw.request().body()).isEqualTo(resource("ints-request.xml"));
    assertThat(raw.response().body()).isEqualTo(resource("ints-response.xml"));
  }

  /** The methods under a prefix, by names of their own. */
  interface Lengths {
    int[] lengths(List<String> words);
  }

  @Test
  void aPrefixStandsBeforeTheNamesOfABareInterface() {
    assertThat(proxy.as(Lengths.class, "shapes").lengths(List.of("ab"))).containsExactly(2);
  }

  @Test
  void manyThreadsOnOneProxyGetTheirOwnAnswers() throws Exception {
    int threads = 64;
    int calls = 200;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (ServerProxy shared = proxy(endpoint()).build()) {
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

  private ServerProxy watched(List<RawExchange> seen) {
    return proxy(endpoint()).listener(seen::add).build();
  }

  private static Endpoint endpoint() {
    return Endpoint.builder()
        .methods(BuiltInFunctions.all(Limits.DEFAULT))
        .register(new PlainShapes())
        .build();
  }

  private static byte[] resource(String name) throws Exception {
    try (InputStream in = CallSuite.class.getResourceAsStream("/captures/" + name)) {
      return in.readAllBytes();
    }
  }
}
