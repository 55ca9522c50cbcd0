package io.github.xmlrpc4j.wire.bind;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.NotXmlRpcException;
import io.github.xmlrpc4j.wire.Sighting;
import io.github.xmlrpc4j.wire.TypeMismatchException;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordCodecTest {
  record Point(int x, int y) {}

  record Line(String label, List<Point> points) {}

  record Named(@Name("the name") String name, @Name("class") Optional<String> type) {}

  record Sparse(
      Optional<String> text, OptionalInt number, @Nullable String note, @Nullable Integer size) {}

  record Node(int value, Optional<Node> next) {}

  record Tree(String label, List<Tree> children) {}

  record Pair<A, B>(A first, B second) {}

  record Deep<T>(List<Pair<T, T[]>> pairs) {}

  record Forest<T>(T top, List<Forest<T>> below) {}

  record Empty() {}

  record Even(int number) {
    Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException(number + " is odd");
      }
    }
  }

  record Strict(String text) {
    Strict {
      requireNonNull(text, "text");
    }
  }

  record Broken(String text) {
    Broken {
      if (text.equals("silent")) {
        throw new IllegalArgumentException();
      }
      if (text.equals("null")) {
        throw new NullPointerException("of its own");
      }
      throw new IllegalStateException("broken");
    }
  }

  record Clash(@Name("a") int first, @Name("a") int second) {}

  interface Shapes {
    Pair<String, Integer> pair();

    Deep<String> deep();

    Forest<String> forest();

    Optional<Node> optionalNode();

    List<Node> nodes();

    List<Point> points();

    Pair<? extends String, ?> wild();
  }

  private static final Value.Struct POINT =
      Value.Struct.empty().with("x", Value.of(1)).with("y", Value.of(2));

  @ParameterizedTest
  @EnumSource(Origin.class)
  void membersComeInAnyOrderAndOthersArePassedOver(Origin origin) {
    Value struct =
        Value.Struct.empty()
            .with("z", Value.Array.of(POINT))
            .with("y", Value.of(2))
            .with("other", POINT)
            .with("x", Value.of(1));
    assertThat(origin.read(Point.class, struct)).isEqualTo(new Point(1, 2));
    assertThat(origin.read(Empty.class, struct)).isEqualTo(new Empty());
  }

  @Test
  void membersAreWrittenInTheOrderOfTheComponents() {
    Value.Struct written = (Value.Struct) Origin.written(Point.class, new Point(1, 2));
    assertThat(written.members().keySet()).containsExactly("x", "y");
    assertThat(Origin.written(Empty.class, new Empty())).isEqualTo(Value.Struct.empty());
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aMissingMemberIsNamed(Origin origin) {
    assertMismatch(
        () -> origin.read(Point.class, Value.Struct.empty().with("x", Value.of(1))),
        "params[0]: expected a struct with the member \"y\", found one without");
    Value line =
        Value.Struct.empty()
            .with("label", Value.of("l"))
            .with("points", Value.Array.of(POINT, Value.Struct.empty()));
    assertMismatch(
        () -> origin.read(Line.class, line),
        "params[0].points[1]: expected a struct with the member \"x\", found one without");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aMismatchNamesTheWay(Origin origin) {
    Value bad = Value.Struct.empty().with("x", Value.of("one")).with("y", Value.of(2));
    Value line =
        Value.Struct.empty()
            .with("label", Value.of("l"))
            .with("points", Value.Array.of(POINT, POINT, POINT, bad));
    assertMismatch(
        () -> origin.read(Line.class, line), "params[0].points[3].x: expected int, found string");
    assertMismatch(
        () -> origin.read(Line.class, Value.of(1)), "params[0]: expected struct, found int");
  }

  @Test
  void aDuplicateMembersLastValueWinsAndIsReported() {
    String member = "<member><name>%s</name><value><int>%s</int></value></member>";
    String call =
        "<methodCall><methodName>m</methodName><params><param><value><struct>"
            + member.formatted("x", 1)
            + member.formatted("y", 2)
            + member.formatted("x", 3)
            + "</struct></value></param></params></methodCall>";
    DocumentReader in = reader(call, Dialect.LENIENT);
    assertThat(Codecs.standard().of(Point.class).read(in)).isEqualTo(new Point(3, 2));
    assertThat(in.deviations()).containsExactly(Deviation.DUPLICATE_MEMBER);
    assertThatExceptionOfType(NotXmlRpcException.class)
        .isThrownBy(() -> Codecs.standard().of(Point.class).read(reader(call, Dialect.STRICT)))
        .withMessage(
            "not XML-RPC at line 1, column 207 (byte 206): the member's name stands twice"
                + " (Deviation.DUPLICATE_MEMBER accepts it)");
  }

  @Test
  void recordsThatDifferFromThoseBeforeAreReadAsTheyAre() {
    String x = "<member><name>x</name><value><int>%s</int></value></member>";
    String y = "<member><name>y</name><value><int>%s</int></value></member>";
    String z = "<member><name>z</name><value><string>%s</string></value></member>";
    List<String> rows = new ArrayList<>(Collections.nCopies(4, x.formatted(1) + y.formatted(2)));
    List<Point> points = new ArrayList<>(Collections.nCopies(4, new Point(1, 2)));
    rows.add(y.formatted(3) + x.formatted(4));
    points.add(new Point(4, 3));
    rows.add(x.formatted(5) + z.formatted("other") + y.formatted(6));
    points.add(new Point(5, 6));
    rows.add(x.formatted(7) + y.formatted(8) + z.formatted("more"));
    points.add(new Point(7, 8));
    rows.add(z.formatted("first") + x.formatted(9) + y.formatted(10));
    points.add(new Point(9, 10));
    rows.add(x.formatted(11) + x.formatted(12) + y.formatted(13));
    points.add(new Point(12, 13));
    rows.add(x.formatted(14) + y.formatted(15) + x.formatted(16));
    points.add(new Point(16, 15));
    DocumentReader in = reader(points(rows), Dialect.LENIENT);
    assertThat(Codecs.standard().of(shape("points")).read(in)).isEqualTo(points);
    assertThat(in.sightings())
        .extracting(Sighting::deviation)
        .containsExactly(Deviation.DUPLICATE_MEMBER, Deviation.DUPLICATE_MEMBER);
    rows.add(x.formatted(17));
    assertMismatch(
        () -> Codecs.standard().of(shape("points")).read(reader(points(rows), Dialect.LENIENT)),
        "params[0][10]: expected a struct with the member \"y\", found one without");
  }

  private static String points(List<String> rows) {
    return "<methodCall><methodName>m</methodName><params><param><value><array><data>"
        + rows.stream()
            .map(row -> "<value><struct>" + row + "</struct></value>\n")
            .collect(Collectors.joining())
        + "</data></array></value></param></params></methodCall>";
  }

  private static DocumentReader reader(String call, Dialect dialect) {
    DocumentReader in =
        DocumentReader.of(call.getBytes(StandardCharsets.UTF_8), dialect, Limits.DEFAULT);
    in.beginCall();
    in.nextParam();
    return in;
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aComponentMayHaveAnotherNameOnTheWire(Origin origin) {
    Value struct =
        Value.Struct.empty().with("the name", Value.of("n")).with("class", Value.of("c"));
    Named named = new Named("n", Optional.of("c"));
    assertThat(origin.read(Named.class, struct)).isEqualTo(named);
    assertThat(Origin.written(Named.class, named)).isEqualTo(struct);
    assertMismatch(
        () -> origin.read(Named.class, Value.Struct.empty().with("the name", Value.of(1))),
        "params[0][\"the name\"]: expected string, found int");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void whatMayBeAbsentIsEmptyOrNull(Origin origin) {
    Sparse none = new Sparse(Optional.empty(), OptionalInt.empty(), null, null);
    assertThat(origin.read(Sparse.class, Value.Struct.empty())).isEqualTo(none);
    Value nils =
        Value.Struct.empty()
            .with("text", Value.nil())
            .with("number", Value.nil())
            .with("note", Value.nil())
            .with("size", Value.nil());
    assertThat(origin.read(Sparse.class, nils)).isEqualTo(none);
    Value all =
        Value.Struct.empty()
            .with("text", Value.of("t"))
            .with("number", Value.of(1))
            .with("note", Value.of("n"))
            .with("size", Value.of(2));
    Sparse full = new Sparse(Optional.of("t"), OptionalInt.of(1), "n", 2);
    assertThat(origin.read(Sparse.class, all)).isEqualTo(full);
    assertThat(Origin.written(Sparse.class, full)).isEqualTo(all);
  }

  @Test
  @SuppressWarnings("NullOptional") // Some do it.
  void whatIsAbsentIsLeftOutOrNil() {
    Sparse none = new Sparse(Optional.empty(), OptionalInt.empty(), null, null);
    assertThat(Origin.written(Sparse.class, none)).isEqualTo(Value.Struct.empty());
    assertThat(Origin.written(Sparse.class, new Sparse(null, null, null, null)))
        .isEqualTo(Value.Struct.empty());
    assertThat(Origin.written(Sparse.class, none, Origin.ALL))
        .isEqualTo(Value.Struct.empty().with("note", Value.nil()).with("size", Value.nil()));
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> Origin.written(Line.class, new Line(null, List.of())))
        .withMessage("params[0].label: there is no value, and no nil without Extension.NIL");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aRecordMayBeMadeOfItself(Origin origin) {
    Value end = Value.Struct.empty().with("value", Value.of(2));
    Value chain = Value.Struct.empty().with("value", Value.of(1)).with("next", end);
    Node node = new Node(1, Optional.of(new Node(2, Optional.empty())));
    Value leaf =
        Value.Struct.empty().with("label", Value.of("b")).with("children", Value.Array.of());
    Value top =
        Value.Struct.empty().with("label", Value.of("a")).with("children", Value.Array.of(leaf));
    Tree tree = new Tree("a", List.of(new Tree("b", List.of())));
    // From whatever end the type is met first.
    for (Codecs codecs : new Codecs[] {Codecs.builder().build(), Codecs.builder().build()}) {
      assertThat(origin.read(codecs, Node.class, chain)).isEqualTo(node);
      assertThat(origin.read(codecs, shape("optionalNode"), chain)).isEqualTo(Optional.of(node));
      assertThat(Origin.written(codecs, Node.class, node, Dialect.STRICT)).isEqualTo(chain);
      assertThat(origin.read(codecs, Tree.class, top)).isEqualTo(tree);
      assertThat(Origin.written(codecs, Tree.class, tree, Dialect.STRICT)).isEqualTo(top);
    }
    Codecs fresh = Codecs.builder().build();
    assertThat(origin.read(fresh, shape("optionalNode"), chain)).isEqualTo(Optional.of(node));
    assertThat(Origin.written(fresh, shape("optionalNode"), Optional.of(node), Dialect.STRICT))
        .isEqualTo(chain);
    Codecs other = Codecs.builder().build();
    assertThat(origin.read(other, shape("nodes"), Value.Array.of(chain))).isEqualTo(List.of(node));
    assertMismatch(
        () ->
            origin.read(
                Node.class,
                Value.Struct.empty().with("value", Value.of(1)).with("next", Value.of(1))),
        "params[0].next: expected struct, found int");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aRecordMayBeGeneric(Origin origin) {
    Value pair = Value.Struct.empty().with("first", Value.of("a")).with("second", Value.of(1));
    assertThat(origin.read(shape("pair"), pair)).isEqualTo(new Pair<>("a", 1));
    assertThat(Origin.written(shape("pair"), new Pair<>("a", 1))).isEqualTo(pair);
    assertThat(origin.read(shape("wild"), pair)).isEqualTo(new Pair<>("a", 1));
    assertThat(origin.read(Pair.class, pair)).isEqualTo(new Pair<>("a", 1));
    assertThat(Origin.written(Object.class, new Pair<>("a", 1))).isEqualTo(pair);
    assertMismatch(
        () -> origin.read(shape("pair"), swapped()), "params[0].first: expected string, found int");
    Value deep =
        Value.Struct.empty()
            .with(
                "pairs",
                Value.Array.of(
                    Value.Struct.empty()
                        .with("first", Value.of("a"))
                        .with("second", Value.Array.of(Value.of("b")))));
    Deep<?> read = (Deep<?>) origin.read(shape("deep"), deep);
    assertThat(read.pairs().get(0).second()).isEqualTo(new String[] {"b"});
    assertThat(Origin.written(shape("deep"), read)).isEqualTo(deep);
    Value leaf = Value.Struct.empty().with("top", Value.of("b")).with("below", Value.Array.of());
    Value forest =
        Value.Struct.empty().with("top", Value.of("a")).with("below", Value.Array.of(leaf));
    assertThat(origin.read(shape("forest"), forest))
        .isEqualTo(new Forest<>("a", List.of(new Forest<>("b", List.of()))));
  }

  private static Value swapped() {
    return Value.Struct.empty().with("first", Value.of(1)).with("second", Value.of("a"));
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void whatTheConstructorRefusesIsAMismatch(Origin origin) {
    assertThat(origin.read(Even.class, Value.Struct.empty().with("number", Value.of(2))))
        .isEqualTo(new Even(2));
    assertMismatch(
        () ->
            origin.read(
                Even[].class, Value.Array.of(Value.Struct.empty().with("number", Value.of(3)))),
        "params[0][0]: expected a valid Even, found one that is refused: 3 is odd");
    assertMismatch(
        () -> origin.read(Broken.class, Value.Struct.empty().with("text", Value.of("silent"))),
        "params[0]: expected a valid Broken, found one that is refused");
    assertMismatch(
        () -> origin.read(Strict.class, Value.Struct.empty().with("text", Value.nil())),
        "params[0]: expected a valid Strict, found one with a nil that is refused");
  }

  @ParameterizedTest
  @EnumSource(Origin.class)
  void aConstructorThatFailsOtherwiseIsNoFaultOfThePeer(Origin origin) {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> origin.read(Broken.class, Value.Struct.empty().with("text", Value.of("x"))))
        .withMessage("broken");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(
            () -> origin.read(Broken.class, Value.Struct.empty().with("text", Value.of("null"))))
        .withMessage("of its own");
  }

  @Test
  void twoMembersOfOneNameCannotBe() {
    assertThatExceptionOfType(UnboundTypeException.class)
        .isThrownBy(() -> Codecs.standard().of(Clash.class))
        .withMessage(Clash.class.getTypeName() + " has two members of the name \"a\"");
  }

  private static Type shape(String name) {
    return Origin.type(Shapes.class, name);
  }

  private static void assertMismatch(ThrowingCallable read, String message) {
    assertThatExceptionOfType(TypeMismatchException.class).isThrownBy(read).withMessage(message);
  }
}
