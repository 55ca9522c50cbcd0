package io.github.xmlrpc4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.contract.RpcMethod;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value and every fault between their programs and ours, in all pairs with one of ours. */
@Timeout(60)
final class InteropTest {
  /** A peer of a call: what calls, and whether what it calls is theirs or ours. */
  private record Pair(boolean bridged, Host host, boolean extensions) {
    @Override
    public String toString() {
      return (bridged ? "bridged client" : "their client")
          + " -> "
          + host
          + (extensions ? " with extensions" : "");
    }
  }

  private static final Map<Pair, XmlRpcClient> CLIENTS = new HashMap<>();
  private static final List<Host.Running> OPEN = new ArrayList<>();
  private static final Map<Pair, Host.Running> SERVERS = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    for (boolean extensions : new boolean[] {false, true}) {
      for (Host host : Host.values()) {
        Host.Running server = host.start(Calls::handler, Host.config(extensions));
        OPEN.add(server);
        for (boolean bridged : new boolean[] {false, true}) {
          Pair pair = new Pair(bridged, host, extensions);
          var config = Calls.config(server.uri(), extensions);
          CLIENTS.put(pair, bridged ? Calls.bridged(config) : Calls.plain(config));
          SERVERS.put(pair, server);
        }
      }
    }
  }

  @AfterAll
  static void stop() {
    OPEN.forEach(Host.Running::close);
  }

  private static Stream<Pair> pairs() {
    return CLIENTS.keySet().stream()
        .filter(pair -> pair.bridged || ours(pair.host))
        .sorted((one, other) -> one.toString().compareTo(other.toString()));
  }

  private static boolean ours(Host host) {
    return host == Host.BRIDGED_SERVLET || host == Host.RPC_SERVER;
  }

  static Stream<Arguments> values() {
    return pairs()
        .flatMap(
            pair ->
                (pair.extensions ? Stream.concat(Sample.core(), Sample.extended()) : Sample.core())
                    .map(sample -> Arguments.of(pair, sample)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyValueIsOnBothSidesWhatItWas(Pair pair, Sample sample) throws Exception {
    assertEcho(pair, sample);
  }

  static Stream<Arguments> narrowedValues() {
    return pairs()
        .filter(pair -> pair.bridged && !pair.extensions)
        .flatMap(pair -> Sample.narrowed().map(sample -> Arguments.of(pair, sample)));
  }

  @ParameterizedTest
  @MethodSource("narrowedValues")
  void withoutExtensionsAValueIsWrittenAsTheSpecificationHasIt(Pair pair, Sample sample)
      throws Exception {
    assertEcho(pair, sample);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aCharacterThatTakesTwoUnitsTravelsBetweenOursAloneSinceTheirWriterSpoilsIt(Pair pair)
      throws Exception {
    Sample emoji = new Sample("\uD83D\uDE00", "String \uD83D\uDE00");
    if (pair.bridged && ours(pair.host)) {
      assertEcho(pair, emoji);
      return;
    }
    assertThatThrownBy(() -> assertEcho(pair, emoji))
        .isInstanceOf(XmlRpcException.class)
        .hasMessageContaining("the reference &#55357; names no XML character");
  }

  private static void assertEcho(Pair pair, Sample sample) throws XmlRpcException {
    Object[] answer = (Object[]) CLIENTS.get(pair).execute("echo", new Object[] {sample.sent()});

    assertThat(answer[0]).as("what the handler saw").isEqualTo(sample.received());
    assertThat(Shown.of(answer[1])).as("what came back").isEqualTo(sample.received());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aFaultKeepsItsCodeAndItsText(Pair pair) {
    XmlRpcException fault = failure(pair, "fail");

    assertThat(fault.code).isEqualTo(17);
    assertThat(fault).hasMessage("no user <Zoë> & no \"one\"");
    assertThat(fault.getClass()).isEqualTo(XmlRpcException.class);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void anUnknownMethodIsAFault(Pair pair) {
    XmlRpcException fault = failure(pair, "nobody");

    if (pair.host == Host.RPC_SERVER) {
      assertThat(fault)
          .hasMessage("there is no method \"nobody\"; system.listMethods tells which there are");
    } else {
      assertThat(fault).hasMessage("No such handler: nobody");
    }
    assertThat(fault.code).isEqualTo(ours(pair.host) ? -32601 : 0);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ourServersDoNotTellWhatAnUnexpectedExceptionSays(Pair pair) {
    XmlRpcException fault = failure(pair, "break");

    if (ours(pair.host)) {
      assertThat(fault.code).isEqualTo(-32500);
      assertThat(fault.getMessage())
          .matches("the call failed unexpectedly; the server's log tells why( under the id .*)?");
    } else {
      assertThat(fault).hasMessage("secret");
    }
  }

  private static XmlRpcException failure(Pair pair, String method) {
    return catchThrowableOfType(
        XmlRpcException.class, () -> CLIENTS.get(pair).execute(method, new Object[0]));
  }

  static Stream<Arguments> ownClientsValues() {
    Stream<Value> core =
        Stream.of(
            Value.of(7),
            Value.of(true),
            Value.of("é <&>"),
            Value.of(1e10),
            Value.Time.of(LocalDateTime.parse("1998-07-17T14:08:55")),
            Value.Bytes.of((byte) 1, (byte) 2),
            Value.Array.of(Value.of(1), Value.Array.of(Value.of("x"))),
            Value.Struct.empty().with("a", Value.of(1)).with("b", Value.Struct.empty()));
    List<Value> shared = core.toList();
    List<Value> extended =
        List.of(
            Value.nil(),
            Value.of(1L << 40),
            Value.of(5L),
            Value.of(Double.NaN),
            new Value.Decimal(new BigDecimal("12345678901234567890.5")));
    return CLIENTS.keySet().stream()
        .filter(pair -> pair.bridged)
        .flatMap(
            pair ->
                (pair.extensions
                        ? Stream.concat(shared.stream(), extended.stream())
                        : shared.stream())
                    .map(value -> Arguments.of(pair, value)));
  }

  @ParameterizedTest
  @MethodSource("ownClientsValues")
  void ourOwnClientCallsTheirServers(Pair pair, Value value) {
    try (ServerProxy proxy = proxy(pair)) {
      Value.Array answer = (Value.Array) proxy.call("echo", value);

      assertThat(answer.values().get(1)).isEqualTo(value);
    }
  }

  private static Stream<Pair> extendedPairs() {
    return pairs().filter(pair -> pair.bridged && pair.extensions);
  }

  @ParameterizedTest
  @MethodSource("extendedPairs")
  void ourOwnClientReadsTheirOwnTypes(Pair pair) {
    try (ServerProxy proxy = proxy(pair)) {
      assertThat(proxy.call("types"))
          .isEqualTo(
              Value.Array.of(
                  Value.of(1),
                  Value.of(2),
                  Value.of(3L),
                  Value.of(0.5),
                  new Value.Decimal(new BigDecimal(BigInteger.TWO.pow(70))),
                  new Value.Decimal(new BigDecimal("1.50")),
                  Value.Time.of(OffsetDateTime.parse("2026-01-01T12:00:00+02:00"))));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theirClientCallsMethodsOfOursThatKnowNothingOfIt(boolean extensions) throws Exception {
    try (RpcServer server = RpcServer.builder().register(new Stock()).start()) {
      XmlRpcClient client =
          Calls.plain(Calls.config("http://127.0.0.1:" + server.port(), extensions));
      Map<String, Object> item = Map.of("name", "nail", "price", 0.25);

      assertThat(client.execute("stock.times", new Object[] {item, 4}))
          .isEqualTo(Map.of("name", "nails", "price", 1.0));
      assertThatThrownBy(() -> client.execute("stock.times", new Object[] {1, 4}))
          .hasMessage("params[0]: expected struct, found int");
    }
  }

  /** A service as ours are, with records. */
  public static final class Stock {
    public record Item(String name, double price) {}

    @RpcMethod("stock.times")
    public Item times(Item item, int count) {
      return new Item(item.name() + "s", item.price() * count);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ourOwnClientReadsTheirFaults(Pair pair) {
    try (ServerProxy proxy = proxy(pair)) {
      ServerFaultException fault =
          catchThrowableOfType(ServerFaultException.class, () -> proxy.call("fail"));

      assertThat(fault.code()).isEqualTo(17);
      assertThat(fault.text()).isEqualTo("no user <Zoë> & no \"one\"");
    }
  }

  private static ServerProxy proxy(Pair pair) {
    return ServerProxy.builder(SERVERS.get(pair).uri())
        .dialect(pair.extensions ? Dialect.APACHE : Dialect.LENIENT)
        .build();
  }
}
