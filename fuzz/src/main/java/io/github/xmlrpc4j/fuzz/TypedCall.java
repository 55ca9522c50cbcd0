package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Codecs;
import io.github.xmlrpc4j.wire.bind.Name;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call whose parameters are read straight into Java types, through their codecs. */
final class TypedCall {
  /** A type made of itself, of collections, and of a member with a name of its own. */
  record Tree(
      @Name("n") String name,
      List<Tree> c,
      Map<String, Integer> m,
      Optional<Tree> o,
      @Nullable Suit s) {}

  /** Keys of a map, too. */
  enum Suit {
    CLUBS,
    HEARTS
  }

  /** A component for each type that there is a codec for. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
  private record All(
      int i,
      long l,
      short h,
      byte b,
      boolean z,
      double d,
      float f,
      char c,
      BigDecimal bigDecimal,
      BigInteger bigInteger,
      String string,
      CharSequence text,
      URI uri,
      UUID uuid,
      Suit suit,
      LocalDateTime localDateTime,
      LocalDate localDate,
      Instant instant,
      OffsetDateTime offsetDateTime,
      ZonedDateTime zonedDateTime,
      Date date,
      byte[] bytes,
      int[] ints,
      String[][] strings,
      List<Double> doubles,
      Set<String> set,
      Collection<Integer> collection,
      Map<Suit, Long> bySuit,
      Map<String, List<BigDecimal>> numbers,
      Optional<Boolean> optional,
      OptionalInt optionalInt,
      OptionalLong optionalLong,
      OptionalDouble optionalDouble,
      Object object,
      Value value,
      Value.Struct struct,
      Value.Decimal decimal,
      Tree tree,
      List<Tree> trees) {}

  /** A few characters can be a number of a thousand digits, and one is made to look at another. */
  private static final long MOST_FOR_A_BYTE = 1_024;

  private static final Codecs CODECS = Codecs.builder().zone(ZoneOffset.UTC).build();
  private static final List<Codec<?>> TYPES = types();
  private static final Way WAY = new Way(Way.EVERYTHING, Limits.DEFAULT);

  private TypedCall() {}

  private static List<Codec<?>> types() {
    List<Codec<?>> types = new ArrayList<>();
    for (RecordComponent component : All.class.getRecordComponents()) {
      types.add(CODECS.of(component.getGenericType()));
    }
    return List.copyOf(types);
  }

  /** Reads a document as a call; the length of the method's name says where the types begin. */
  static void read(byte[] document) {
    Memory.checkAllocated(
        allocated(document), document.length, MOST_FOR_A_BYTE, () -> allocated(document));
  }

  private static long allocated(byte[] document) {
    return Reading.read(ByteBuffer.wrap(document), WAY, TypedCall::params).allocated();
  }

  private static int params(DocumentReader in) {
    int type = in.beginCall().length();
    int count = 0;
    while (in.nextParam()) {
      Object unused = TYPES.get(type++ % TYPES.size()).read(in);
      count++;
    }
    in.endCall();
    return count;
  }
}
