package io.github.xmlrpc4j.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.TypeMismatchException;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How codecs are found, added and missed. */
class CodecsTest {
  record Money(long cents) {}

  /** Writes money as a string with a point. */
  static final class MoneyCodec implements Codec<Money> {
    @Override
    public Kind kind() {
      return Kind.STRING;
    }

    @Override
    public Money read(WireReader in) {
      String text = in.readString();
      if (!text.matches("[0-9]+\\.[0-9]{2}")) {
        throw in.mismatch("an amount", "\"" + text + "\"");
      }
      return new Money(Long.parseLong(text.replace(".", "")));
    }

    @Override
    public void write(WireWriter out, Money money) {
      if (money.cents() < 0) {
        throw out.unwritable("a debt");
      }
      out.writeString(money.cents() / 100 + "." + money.cents() % 100);
    }
  }

  record Order(String item, Money price, List<Money> parts, Optional<Money> tip) {}

  record Ever<T>(Optional<Ever<List<T>>> next) {}

  record Holder(Thread thread) {}

  record Outer(List<Map<String, Holder>> holders) {}

  interface Shapes<T> {
    Deque<String> deque();

    Ever<String> ever();

    T variable();

    List<T> variables();
  }

  enum Twice {
    @Name("x")
    ONE,
    @Name("x")
    TWO
  }

  private static final Codecs WITH_MONEY =
      Codecs.builder().add(Money.class, new MoneyCodec()).build();

  @ParameterizedTest
  @EnumSource(Origin.class)
  void anAddedCodecIsUsedWhereverItsTypeStands(Origin origin) {
    Order order =
        new Order("tea", new Money(250), List.of(new Money(199), new Money(51)), Optional.empty());
    Value struct =
        Value.Struct.empty()
            .with("item", Value.of("tea"))
            .with("price", Value.of("2.50"))
            .with("parts", Value.Array.of(Value.of("1.99"), Value.of("0.51")));
    assertThat(origin.read(WITH_MONEY, Order.class, struct)).isEqualTo(order);
    assertThat(Origin.written(WITH_MONEY, Order.class, order, Dialect.STRICT)).isEqualTo(struct);
    assertThat(Origin.written(WITH_MONEY, Object.class, new Money(250), Dialect.STRICT))
        .isEqualTo(Value.of("2.50"));
    assertThat(WITH_MONEY.of(Money.class).kind()).isEqualTo(Kind.STRING);
    assertThat(origin.read(WITH_MONEY, Money.class, Value.nil())).isNull();
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void theErrorsOfAnAddedCodecNameTheWay(Origin origin) {
    Value struct =
        Value.Struct.empty()
            .with("item", Value.of("tea"))
            .with("price", Value.of("2.50"))
            .with("parts", Value.Array.of(Value.of("1.99"), Value.of("x")));
    assertThatExceptionOfType(TypeMismatchException.class)
        .isThrownBy(() -> origin.read(WITH_MONEY, Order.class, struct))
        .withMessage("params[0].parts[1]: expected an amount, found \"x\"");
    Order order =
        new Order("tea", new Money(1), List.of(new Money(1), new Money(-1)), Optional.empty());
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(WITH_MONEY, Order.class, order, Dialect.STRICT))
        .withMessage("params[0].parts[1]: a debt");
  }

  @Test
  void theLastAddedCodecComesFirst() {
    Codec<Money> other =
        new Codec<>() {
          @Override
          public Kind kind() {
            return Kind.INT;
          }

          @Override
          public Money read(WireReader in) {
            return new Money(in.readInt());
          }

          @Override
          public void write(WireWriter out, Money money) {
            out.writeLong(money.cents());
          }
        };
    Codecs codecs =
        Codecs.builder().add(Money.class, new MoneyCodec()).add(Money.class, other).build();
    assertThat(Origin.written(codecs, Money.class, new Money(250), Dialect.STRICT))
        .isEqualTo(Value.of(250));
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aFactoryKnowsAFamilyOfTypes(Origin origin) {
    Codecs codecs =
        Codecs.builder()
            .add(
                (type, lookup) ->
                    type instanceof ParameterizedType list && list.getRawType() == Deque.class
                        ? new Copying(lookup.codec(list.getActualTypeArguments()[0]))
                        : null)
            .build();
    Type type = Origin.type(Shapes.class, "deque");
    Value array = Value.Array.of(Value.of("a"), Value.of("b"));
    assertThat(origin.read(codecs, type, array))
        .isInstanceOf(ArrayDeque.class)
        .hasToString("[a, b]");
    assertThat(Origin.written(codecs, type, new ArrayDeque<>(List.of("a", "b")), Dialect.STRICT))
        .isEqualTo(array);
  }

  /** A queue as an array, by the codec of its elements. */
  @SuppressWarnings("unchecked")
  private static final class Copying implements Codec<Deque<Object>> {
    private final Codec<Object> element;

    Copying(Codec<?> element) {
      this.element = (Codec<Object>) element;
    }

    @Override
    public Kind kind() {
      return Kind.ARRAY;
    }

    @Override
    public Deque<Object> read(WireReader in) {
      Deque<Object> list = new ArrayDeque<>();
      in.beginArray();
      while (in.hasNext()) {
        list.add(element.read(in));
      }
      in.endArray();
      return list;
    }

    @Override
    public void write(WireWriter out, Deque<Object> list) {
      out.beginArray();
      list.forEach(one -> element.write(out, one));
      out.endArray();
    }
  }

  @Test
  void aTypeIsWorkedOutOnce() {
    AtomicInteger asked = new AtomicInteger();
    Codecs codecs =
        Codecs.builder()
            .add(
                (type, lookup) -> {
                  asked.incrementAndGet();
                  return null;
                })
            .build();
    Codec<Order> codec = codecs.of(Order.class);
    // Order, String, Money, long, List<Money>, Optional<Money>: each once.
    assertThat(asked).hasValue(6);
    assertThat(codecs.of(Order.class)).isSameAs(codec);
    assertThat(codecs.of(Money.class)).isNotNull();
    assertThat(asked).hasValue(6);
  }

  @Test
  void aTypeWithoutACodecIsNamedWithAWayOut() {
    assertUnbound(
        Thread.class,
        "java.lang.Thread has no codec; use a record, or add one with"
            + " Codecs.builder().add(java.lang.Thread.class, codec)");
    assertUnbound(
        Origin.type(Shapes.class, "deque"),
        "java.util.Deque<java.lang.String> has no codec; use another type, or add a"
            + " Codec.Factory with Codecs.builder().add(factory)");
    assertUnbound(
        Origin.type(Shapes.class, "variable"),
        "T has no codec; use another type, or add a Codec.Factory with"
            + " Codecs.builder().add(factory)");
    assertUnbound(
        Origin.type(Shapes.class, "variables"),
        "T has no codec; use another type, or add a Codec.Factory with"
            + " Codecs.builder().add(factory)");
    assertUnbound(
        Outer.class,
        Outer.class.getTypeName()
            + ".holders: "
            + Holder.class.getTypeName()
            + ".thread: java.lang.Thread has no codec; use a record, or add one with"
            + " Codecs.builder().add(java.lang.Thread.class, codec)");
    assertUnbound(Twice.class, Twice.class.getTypeName() + " has two constants of the name \"x\"");
  }

  @Test
  void aTypeThatIsMadeOfEverNewTypesIsRefused() {
    assertThatExceptionOfType(UnboundTypeException.class)
        .isThrownBy(() -> Codecs.standard().of(Origin.type(Shapes.class, "ever")))
        .withMessageEndingWith(" is made of ever new types");
  }

  @Test
  void aFailureLeavesNothingBehind() {
    Codecs codecs = Codecs.builder().build();
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(UnboundTypeException.class)
          .isThrownBy(() -> codecs.of(Outer.class));
    }
    assertThat(codecs.of(Money.class)).isNotNull();
  }

  @Test
  void nothingIsFoundForNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> Codecs.standard().of((Type) null))
        .withMessage("type");
    assertThatNullPointerException()
        .isThrownBy(() -> Codecs.builder().add(Money.class, null))
        .withMessage("codec");
    assertThatNullPointerException()
        .isThrownBy(() -> Codecs.builder().zone(null))
        .withMessage("zone");
  }

  private static void assertUnbound(Type type, String message) {
    assertThatExceptionOfType(UnboundTypeException.class)
        .isThrownBy(() -> Codecs.standard().of(type))
        .withMessage(message);
  }
}
