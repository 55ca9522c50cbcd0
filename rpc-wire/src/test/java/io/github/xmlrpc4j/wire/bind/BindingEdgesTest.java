package io.github.xmlrpc4j.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.NotXmlRpcException;
import io.github.xmlrpc4j.wire.Value;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Types at the edges of what can be bound, and what is said where one is beyond. */
class BindingEdgesTest {
  /** A mark on the component itself, where JSpecify's is one on its type. */
  @Target(ElementType.RECORD_COMPONENT)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Nullable {}

  record Old(@Nullable String text) {}

  record Node(int value, Optional<Node> next) {}

  @SuppressWarnings("ArrayRecordComponent") // How arrays of a variable are bound is the question.
  record Grid<T>(T[] cells, List<T>[] rows) {}

  record Moody(int number) {
    @Override
    public int number() {
      throw new UnsupportedOperationException("not today");
    }
  }

  interface Shapes {
    Optional<Node> node();

    Grid<List<Integer>> grid();

    Grid<Map<Thread, String>> closed();

    Map<List<String>, String> names();

    Map<Integer, String> numbers();

    List<? extends Integer> wild();

    <E> E[] variables();
  }

  private static Type type(String method) {
    return Origin.type(Shapes.class, method);
  }

  @Test
  void aMarkOnTheComponentIsAsGoodAsOneOnItsType() {
    assertThat(Origin.VALUE.read(Old.class, Value.Struct.empty())).isEqualTo(new Old(null));
    assertThat(Origin.written(Old.class, new Old(null))).isEqualTo(Value.Struct.empty());
  }

  @Test
  void aTypeMayBeMadeOfItselfByWayOfAnOptional() {
    Value.Struct last = Value.Struct.empty().with("value", Value.of(2));
    Value.Struct first = Value.Struct.empty().with("value", Value.of(1)).with("next", last);
    Optional<Node> node = Optional.of(new Node(1, Optional.of(new Node(2, Optional.empty()))));
    assertThat(Origin.written(type("node"), node)).isEqualTo(first);
    assertThat(Origin.BYTES.read(type("node"), first)).isEqualTo(node);
  }

  @Test
  void aVariableMayBeTheElementOfArraysAndLists() {
    Value numbers = Value.Array.of(Value.of(1), Value.of(2));
    Value struct =
        Value.Struct.empty()
            .with("cells", Value.Array.of(numbers))
            .with("rows", Value.Array.of(Value.Array.of(numbers, numbers)));
    Grid<?> grid = (Grid<?>) Origin.BYTES.read(type("grid"), struct);
    assertThat(grid.cells()).isEqualTo(new Object[] {List.of(1, 2)});
    assertThat(grid.rows()[0]).isEqualTo(List.of(List.of(1, 2), List.of(1, 2)));
    assertThat(Origin.written(type("grid"), grid)).isEqualTo(struct);
  }

  @Test
  void aTypeThatHasNoCodecIsNamedAsItStandsInItsOwner() {
    assertUnbound(
        type("closed"),
        "%s.cells: java.util.Map<java.lang.Thread, java.lang.String>: a struct's names are strings"
                .formatted(type("closed").getTypeName())
            + " or the constants of an enum");
    assertUnbound(
        type("names"),
        "java.util.Map<java.util.List<java.lang.String>, java.lang.String>: a struct's names are"
            + " strings or the constants of an enum");
    assertUnbound(
        type("numbers"),
        "java.util.Map<java.lang.Integer, java.lang.String>: a struct's names are strings or the"
            + " constants of an enum");
    assertUnbound(
        type("variables"),
        "E[] has no codec; use another type, or add a Codec.Factory with"
            + " Codecs.builder().add(factory)");
  }

  @Test
  void aWildcardByItselfHasNoCodecAndItsUseHas() {
    assertThat(Origin.VALUE.read(type("wild"), Value.Array.of(Value.of(1)))).isEqualTo(List.of(1));
    Type wildcard = ((ParameterizedType) type("wild")).getActualTypeArguments()[0];
    assertUnbound(
        wildcard,
        "? extends java.lang.Integer has no codec; use another type, or add a Codec.Factory with"
            + " Codecs.builder().add(factory)");
  }

  @Test
  void aCodecThatIsUsedWhileItIsMadeIsRefused() {
    Codecs codecs =
        Codecs.builder()
            .add(
                (type, lookup) -> {
                  if (type == Thread.class) {
                    assertThatIllegalStateException()
                        .isThrownBy(() -> lookup.codec(type).kind())
                        .withMessage("a codec was used before it was made");
                  }
                  return null;
                })
            .build();
    assertThatExceptionOfType(UnboundTypeException.class)
        .isThrownBy(() -> codecs.of(Thread.class))
        .withMessageStartingWith("java.lang.Thread has no codec");
  }

  @Test
  void anAccessorsOwnExceptionPassesThrough() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> Origin.written(Moody.class, new Moody(1)))
        .withMessage("not today");
  }

  @Test
  void aMethodWithoutAResultIsShownAsOneOfAnInt() {
    assertThat(Codecs.standard().of(void.class).kind()).isEqualTo(Kind.INT);
  }

  @Test
  void anObjectIsALongWhereAnIntIsTooSmall() {
    assertThat(object("<int>5000000000</int>").readAny()).isEqualTo(5_000_000_000L);
    assertThat(object("<i8>5</i8>").readAny()).isEqualTo(5L);
    assertThat(object("<int>5</int>").readAny()).isEqualTo(5);
  }

  @Test
  void theLastOfTwoMembersOfAnObjectCountsWhereThatIsAccepted() {
    String member = "<member><name>a</name><value>%s</value></member>";
    String struct = "<struct>" + member.formatted("1") + member.formatted("2") + "</struct>";
    Document document = object(struct);
    assertThat(document.readAny()).isEqualTo(Map.of("a", "2"));
    assertThat(document.in.deviations()).containsExactly(Deviation.DUPLICATE_MEMBER);
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(() -> new Document(struct, Dialect.STRICT).readAny())
        .withMessageContaining("the member's name stands twice");
  }

  private static Document object(String element) {
    return new Document(element, Dialect.LENIENT);
  }

  /** A call whose one parameter is read as any object. */
  private static final class Document {
    private final DocumentReader in;

    Document(String element, Dialect dialect) {
      String call =
          "<methodCall><methodName>m</methodName><params><param><value>"
              + element
              + "</value></param></params></methodCall>";
      in = DocumentReader.of(call.getBytes(StandardCharsets.UTF_8), dialect, Limits.DEFAULT);
      in.beginCall();
      in.nextParam();
    }

    Object readAny() {
      return Codecs.standard().of(Object.class).read(in);
    }
  }

  private static void assertUnbound(Type type, String message) {
    assertThatExceptionOfType(UnboundTypeException.class)
        .isThrownBy(() -> Codecs.standard().of(type))
        .withMessage(message);
  }
}
