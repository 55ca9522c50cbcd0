package io.github.xmlrpc4j.wire.bind;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the codec of a Java type. It is immutable but for its cache, and safe for many threads.
 *
 * <table>
 *   <caption>The types that are known without more</caption>
 *   <tr><th>Java</th><th>on the wire</th></tr>
 *   <tr><td>{@code int short byte}</td><td>int; on reading an i8 too, where it fits</td></tr>
 *   <tr><td>{@code long BigInteger}</td><td>int, or i8 where the value needs it</td></tr>
 *   <tr><td>{@code boolean}</td><td>boolean</td></tr>
 *   <tr><td>{@code double float}</td><td>double; on reading an integer too, where it is exact</td></tr>
 *   <tr><td>{@code BigDecimal}</td><td>double, where it is exact; bigdecimal by extension</td></tr>
 *   <tr><td>{@code String char CharSequence URI UUID}, enums</td><td>string</td></tr>
 *   <tr><td>{@code LocalDateTime LocalDate}</td><td>dateTime.iso8601 without an offset</td></tr>
 *   <tr><td>{@code Instant OffsetDateTime ZonedDateTime java.util.Date}</td><td>dateTime.iso8601:
 *       in the zone that {@link Builder#zone} sets, else with its offset</td></tr>
 *   <tr><td>{@code byte[]}</td><td>base64</td></tr>
 *   <tr><td>other arrays, {@code List Set Collection Iterable}</td><td>array</td></tr>
 *   <tr><td>{@code Stream Iterator}</td><td>array, drawn as it is read and written; see {@link
 *       StreamCodec}</td></tr>
 *   <tr><td>{@code InputStream}</td><td>base64, likewise</td></tr>
 *   <tr><td>records, {@code Map} with keys that are strings or enums</td><td>struct</td></tr>
 *   <tr><td>{@code Optional OptionalInt OptionalLong OptionalDouble}</td><td>its content, or nil;
 *       as a record's component a missing member too</td></tr>
 *   <tr><td>{@code Object}</td><td>anything: Integer, Long, Boolean, Double, BigDecimal, String,
 *       LocalDateTime or OffsetDateTime, byte[], List, Map, null</td></tr>
 *   <tr><td>{@code Value} and its kinds</td><td>itself</td></tr>
 *   <tr><td>{@code void}</td><td>nil where the dialect has it, else the int 0</td></tr>
 * </table>
 *
 * <p>A nil is read as null but where the type is primitive; null is written as nil where the
 * dialect has that, and refused elsewhere.
 */
public final class Codecs {
  private static final Codecs STANDARD = builder().build();
  private static final int MOST_NESTED = 200;

  private final List<Codec.Factory> factories;
  private final Map<Type, Codec<?>> cache = new ConcurrentHashMap<>();

  private Codecs(List<Codec.Factory> added, List<Codec.Factory> standard) {
    List<Codec.Factory> all = new ArrayList<>(added);
    all.add(ObjectCodec.factory(type -> of((Type) type)));
    all.addAll(standard);
    this.factories = List.copyOf(all);
  }

  /** The codecs of the table above. */
  public static Codecs standard() {
    return STANDARD;
  }

  /** A builder of codecs that know more than the standard ones. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The codec of a class.
   *
   * @throws UnboundTypeException if there is none
   */
  @SuppressWarnings("unchecked")
  public <T> Codec<T> of(Class<T> type) {
    return (Codec<T>) of((Type) type);
  }

  /**
   * The codec of a type.
   *
   * @throws UnboundTypeException if there is none
   */
  public Codec<?> of(Type type) {
    requireNonNull(type, "type");
    Codec<?> known = cache.get(type);
    return known != null ? known : new Resolution().codec(type);
  }

  /**
   * The codec of a type that a class inherits with a member: in {@code interface Points extends
   * Crud<Point>}, the variable of {@code Crud} is a {@code Point}.
   *
   * @param type the type as the member's declaration has it
   * @param heir the class that has the member, by itself or by inheritance
   * @throws UnboundTypeException if there is none, or a variable is left that nothing replaces
   */
  public Codec<?> of(Type type, Class<?> heir) {
    return of(Types.inherited(type, heir));
  }

  /** The making of one codec together with those that it is made of. */
  private final class Resolution implements Codec.Lookup {
    private final Map<Type, Deferred> underWay = new HashMap<>();
    private final Map<Type, Codec<?>> made = new HashMap<>();

    @Override
    public Codec<?> codec(Type type) {
      Codec<?> known = cache.get(type);
      if (known == null) {
        known = made.get(type);
      }
      if (known == null) {
        known = underWay.get(type);
      }
      Codec<?> codec = known == null ? make(type) : known;
      if (codec instanceof StreamCodec && !underWay.isEmpty()) {
        throw new UnboundTypeException(
            type.getTypeName()
                + " is a stream, which is the last parameter or the result of a method and no part"
                + " of another value");
      }
      return codec;
    }

    private Codec<?> make(Type type) {
      if (underWay.size() == MOST_NESTED) {
        throw new UnboundTypeException(type.getTypeName() + " is made of ever new types");
      }
      Deferred deferred = new Deferred();
      underWay.put(type, deferred);
      try {
        Codec<?> codec = create(type);
        deferred.resolve(codec);
        made.put(type, codec);
      } finally {
        underWay.remove(type);
      }
      if (underWay.isEmpty()) {
        cache.putAll(made);
      }
      return requireNonNull(made.get(type));
    }

    private Codec<?> create(Type type) {
      for (Codec.Factory factory : factories) {
        Codec<?> codec = factory.create(type, this);
        if (codec != null) {
          return codec;
        }
      }
      throw new UnboundTypeException(type.getTypeName() + " has no codec; " + advice(type));
    }

    private String advice(Type type) {
      return type instanceof Class<?>
          ? "use a record, or add one with Codecs.builder().add("
              + type.getTypeName()
              + ".class, codec)"
          : "use another type, or add a Codec.Factory with Codecs.builder().add(factory)";
    }
  }

  /** Gathers codecs; those that are added come before the standard ones, the last one first. */
  public static final class Builder {
    private final List<Codec.Factory> added = new ArrayList<>();
    private @Nullable ZoneId zone;

    private Builder() {}

    /** Uses a codec for a class. It is not asked for null, which is nil. */
    public <T> Builder add(Class<T> type, Codec<T> codec) {
      requireNonNull(type, "type");
      Codec<?> nullable = new NullableCodec<>(requireNonNull(codec, "codec"));
      return add((wanted, lookup) -> wanted.equals(type) ? nullable : null);
    }

    /** Uses a factory for the types that it knows. */
    public Builder add(Codec.Factory factory) {
      added.add(0, requireNonNull(factory, "factory"));
      return this;
    }

    /** Sets the zone in which dates without an offset are meant. */
    public Builder zone(ZoneId zone) {
      this.zone = requireNonNull(zone, "zone");
      return this;
    }

    /** The codecs. */
    public Codecs build() {
      return new Codecs(
          added,
          // Values first: a program that binds nothing else makes no other codec.
          List.of(
              ValueCodec::create,
              ScalarCodecs::create,
              new TimeCodecs(zone)::create,
              OptionalCodec::create,
              EnumCodec::create,
              RecordCodec::create,
              ArrayCodecs::create,
              CollectionCodec::create,
              StreamCodec::create,
              MapCodec::create));
    }
  }
}
