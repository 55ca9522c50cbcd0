package io.github.xmlrpc4j.contract;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.bind.Codecs;
import io.github.xmlrpc4j.wire.bind.Name;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ContractTest {
  interface Bare {
    int add(int x, int y);

    String greet(@Name("who") String name);

    default int twice(int x) {
      return add(x, x);
    }

    static int helper() {
      return 0;
    }
  }

  @RpcService("math")
  interface Prefixed {
    @RpcMethod({"sum", "addTogether"})
    @Help("Adds.")
    @Idempotent
    int add(int... numbers);

    @RpcMethod
    default Value any(Value value) {
      return value;
    }
  }

  static class Plain implements Prefixed {
    @Override
    public int add(int... numbers) {
      return numbers.length;
    }

    @RpcMethod
    public boolean own() {
      return true;
    }

    public boolean hidden() {
      return false;
    }
  }

  static final class Derived extends Plain {
    @RpcMethod("late")
    CompletableFuture<List<Integer>> later() {
      return CompletableFuture.completedFuture(List.of());
    }
  }

  record Point(int x, int y) {}

  interface Listed<E> {
    List<E> all();
  }

  interface Crud<K, T> extends Listed<T> {
    @RpcMethod
    T get(K key);

    @RpcMethod
    CompletableFuture<T[]> put(List<? extends T> several);

    @RpcMethod
    int remove(K key);
  }

  interface Points extends Crud<String, Point> {}

  abstract static class Store<T> implements Crud<Long, T> {}

  abstract static class PointStore extends Store<Point> {}

  @Test
  void theVariablesOfAGenericParentAreWhatTheHeirSays() {
    Map<String, Signature> signatures =
        Contract.ofInterface(Points.class, Codecs.standard()).methods().stream()
            .collect(toMap(MethodContract::name, method -> requireNonNull(method.signature())));

    assertThat(signatures)
        .isEqualTo(
            Map.of(
                "all", Signature.of(Kind.ARRAY),
                "get", Signature.of(Kind.STRUCT, Kind.STRING),
                "put", Signature.of(Kind.ARRAY, Kind.ARRAY),
                "remove", Signature.of(Kind.INT, Kind.STRING)));
  }

  @Test
  void theVariablesOfAClassAreFollowedThroughAllItsAncestors() {
    Value point = Value.Struct.empty().with("x", Value.of(1)).with("y", Value.of(2));

    assertThat(Contract.ofClass(PointStore.class, Codecs.standard()).methods())
        .filteredOn(method -> method.name().equals("get"))
        .singleElement()
        .satisfies(
            method ->
                assertThat(method.result().read(WireReader.of(point))).isEqualTo(new Point(1, 2)));
  }

  @Test
  void aVariableThatNothingReplacesIsAProblem() {
    assertThatThrownBy(() -> Contract.ofInterface(Listed.class, Codecs.standard()))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("all: the result: E has no codec");
  }

  @Test
  void aBareInterfaceIsAContractOfItsAbstractMethods() {
    Contract contract = Contract.ofInterface(Bare.class, Codecs.standard());

    assertThat(contract.type()).isEqualTo(Bare.class);
    assertThat(contract.methods()).extracting(MethodContract::name).containsExactly("add", "greet");
    assertThat(method(contract, "add").signature())
        .isEqualTo(Signature.of(Kind.INT, Kind.INT, Kind.INT));
    assertThat(method(contract, "add").paramNames()).containsExactly("x", "y");
    assertThat(method(contract, "greet").paramNames()).containsExactly("who");
    assertThat(method(contract, "greet").help()).isEmpty();
    assertThat(method(contract, "greet")).hasToString("Bare.greet");
  }

  @Test
  void namesHavePrefixesAndAliasesAndMarkedDefaultMethodsAreServed() {
    Contract contract = Contract.ofInterface(Prefixed.class, Codecs.standard());

    assertThat(contract.methods())
        .extracting(MethodContract::name)
        .containsExactly("math.any", "math.sum");
    MethodContract sum = method(contract, "math.sum");
    assertThat(sum.names()).containsExactly("math.sum", "math.addTogether");
    assertThat(sum.help()).isEqualTo("Adds.");
    assertThat(sum.variadic()).isTrue();
    assertThat(sum.idempotent()).isTrue();
    assertThat(method(contract, "math.any").signature()).isNull();
    assertThat(method(contract, "math.any").idempotent()).isFalse();
  }

  @Test
  void aClassIsAContractOfWhatIsMarkedOnItAndOnWhatItInherits() {
    Contract contract = Contract.ofClass(Derived.class, Codecs.standard());

    assertThat(contract.methods())
        .extracting(MethodContract::name)
        .containsExactly("late", "math.any", "math.sum", "own");
    assertThat(method(contract, "late").async()).isTrue();
    assertThat(method(contract, "late").signature()).isEqualTo(Signature.of(Kind.ARRAY));
    assertThat(method(contract, "own").async()).isFalse();
  }

  interface Unsound {
    <T> T generic(T value);

    int bad(Thread thread, List<Runnable> tasks);

    @RpcMethod(" ")
    int blank();

    void fine();
  }

  @Test
  void allProblemsOfATypeAreToldAtOnce() {
    ContractException failure =
        catchThrowableOfType(
            ContractException.class, () -> Contract.ofInterface(Unsound.class, Codecs.standard()));

    assertThat(failure)
        .hasMessage(
            """
            io.github.xmlrpc4j.contract.ContractTest$Unsound cannot be bound:
              bad: parameter tasks: java.lang.Runnable has no codec; use a record, or add one with \
            Codecs.builder().add(java.lang.Runnable.class, codec)
              bad: parameter thread: java.lang.Thread has no codec; use a record, or add one with \
            Codecs.builder().add(java.lang.Thread.class, codec)
              blank: its name on the wire is empty
              generic: it has type parameters of its own
              generic: parameter value: T has no codec; use another type, or add a \
            Codec.Factory with Codecs.builder().add(factory)
              generic: the result: T has no codec; use another type, or add a \
            Codec.Factory with Codecs.builder().add(factory)""");
    assertThat(failure.problems()).hasSize(6);
  }

  interface Empty {}

  @Test
  void aTypeWithoutMethodsIsNoContract() {
    assertThatThrownBy(() -> Contract.ofInterface(Empty.class, Codecs.standard()))
        .hasMessage(
            "io.github.xmlrpc4j.contract.ContractTest$Empty cannot be bound:\n  it has no method");
    assertThatThrownBy(() -> Contract.ofInterface(String.class, Codecs.standard()))
        .hasMessage("java.lang.String cannot be bound:\n  it is no interface");
    assertThatThrownBy(() -> Contract.ofClass(Object.class, Codecs.standard()))
        .hasMessage(
            "java.lang.Object cannot be bound:\n"
                + "  no method is marked @RpcMethod, and no interface of it is marked @RpcService");
  }

  @FaultCode(7)
  static final class KnownException extends Exception {
    private static final long serialVersionUID = 1L;

    KnownException(String text) {
      super(text);
    }
  }

  @FaultCode(8)
  static final class MuteException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  interface Throwing {
    int known() throws KnownException, InterruptedException;
  }

  interface ThrowingMute {
    int mute() throws MuteException;
  }

  @Test
  void aDeclaredExceptionIsMadeOfItsCodesFault() {
    MethodContract known = method(Contract.ofInterface(Throwing.class, Codecs.standard()), "known");

    assertThat(known.declared(new Fault(7, "the text")))
        .isInstanceOf(KnownException.class)
        .hasMessage("the text");
    assertThat(known.declared(new Fault(8, "another"))).isNull();
  }

  @Test
  void aDeclaredExceptionThatCannotBeMadeOfATextIsAProblem() {
    assertThatThrownBy(() -> Contract.ofInterface(ThrowingMute.class, Codecs.standard()))
        .hasMessage(
            "io.github.xmlrpc4j.contract.ContractTest$ThrowingMute cannot be bound:\n"
                + "  mute: throws io.github.xmlrpc4j.contract.ContractTest$MuteException needs a"
                + " constructor that takes the fault's text alone");
  }

  private static MethodContract method(Contract contract, String name) {
    return contract.methods().stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
