package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is accepted beyond the specification on reading, what may be used beyond it on writing, and
 * the layout of what is written. There is one for each peer that needs one.
 *
 * @param name the word by which messages and options know the dialect
 * @param accepts the deviations that a reader takes; they are reported, never errors
 * @param writes the extensions that a writer may use
 * @param layout the line breaks of what is written
 */
public record Dialect(String name, Set<Deviation> accepts, Set<Extension> writes, Layout layout) {

  /** The specification to the letter, both ways. */
  public static final Dialect STRICT = new Dialect("strict", Set.of(), Set.of(), Layout.LINES);

  /**
   * Reads whatever can be understood in one way only, and writes the specification to the letter.
   * This is the default.
   */
  public static final Dialect LENIENT =
      new Dialect(
          "lenient",
          EnumSet.complementOf(
              EnumSet.of(
                  Deviation.TEXT_AROUND_TYPED_VALUE,
                  Deviation.EMPTY_INT,
                  Deviation.ARRAY_WITH_DATA_REPEATED,
                  Deviation.TRAILING_CONTENT,
                  Deviation.RESPONSE_WITHOUT_VALUE,
                  Deviation.EMPTY_RESPONSE)),
          Set.of(),
          Layout.LINES);

  /**
   * Reads as {@link #LENIENT}, and writes whatever a value needs, under the plain names that most
   * peers know it by.
   */
  public static final Dialect EXTENDED =
      LENIENT
          .named("extended")
          .writing(
              Extension.NIL,
              Extension.I8,
              Extension.DOUBLE_NOT_FINITE,
              Extension.DATE_FRACTION,
              Extension.DATE_ZONE,
              Extension.BIGDECIMAL);

  /**
   * Reads as {@link #LENIENT}, and writes what {@code xmlrpc.client} and {@code xmlrpc.server} read
   * beyond the specification.
   */
  public static final Dialect CPYTHON =
      LENIENT
          .named("cpython")
          .writing(Extension.NIL, Extension.I8, Extension.DOUBLE_NOT_FINITE, Extension.BIGDECIMAL);

  /**
   * Reads as {@link #LENIENT}, and writes what Apache XML-RPC reads when extensions are enabled.
   */
  public static final Dialect APACHE =
      LENIENT
          .named("apache")
          .writing(
              Extension.NIL,
              Extension.I8,
              Extension.DOUBLE_NOT_FINITE,
              Extension.BIGDECIMAL,
              Extension.APACHE_TYPE);

  /**
   * Reads as {@link #LENIENT}, so that faults may have codes that are strings, and writes nil and
   * {@code i8}, since Odoo reads by CPython's {@code loads}. It sends neither: what is empty comes
   * as {@code false}, and dates as strings.
   */
  public static final Dialect ODOO = LENIENT.named("odoo").writing(Extension.NIL, Extension.I8);

  /**
   * Reads as {@link #LENIENT}, and the empty bodies by which the CCU answers a method that has no
   * result. Writes the specification to the letter.
   */
  public static final Dialect HOMEMATIC =
      LENIENT
          .named("homematic")
          .accepting(Deviation.EMPTY_RESPONSE, Deviation.RESPONSE_WITHOUT_VALUE);

  /** Reads as {@link #LENIENT}, and writes {@code i8}, the integer that rTorrent itself writes. */
  public static final Dialect RTORRENT = LENIENT.named("rtorrent").writing(Extension.I8);

  /**
   * Reads as {@link #LENIENT}, and writes the specification to the letter. The textual scanner of
   * ROS 1's xmlrpcpp resolves XML's five entities and no numbers, so that a carriage return arrives
   * there as five characters.
   */
  public static final Dialect ROS = LENIENT.named("ros");

  /** Reads as {@link #LENIENT}, and writes the specification to the letter: it reads no more. */
  public static final Dialect SUPERVISOR = LENIENT.named("supervisor");

  /**
   * Reads as {@link #LENIENT}, and PHP's integers without digits, and whatever a plug-in prints
   * behind the response. Writes the specification to the letter.
   */
  public static final Dialect WORDPRESS =
      LENIENT.named("wordpress").accepting(Deviation.EMPTY_INT, Deviation.TRAILING_CONTENT);

  /** The dialects that have a name of their own, the general ones first. */
  public static List<Dialect> known() {
    return List.of(
        STRICT,
        LENIENT,
        EXTENDED,
        CPYTHON,
        APACHE,
        ODOO,
        HOMEMATIC,
        RTORRENT,
        ROS,
        SUPERVISOR,
        WORDPRESS);
  }

  /** Copies the sets. */
  public Dialect {
    requireNonNull(name, "name");
    accepts = Set.copyOf(accepts);
    writes = Set.copyOf(writes);
    requireNonNull(layout, "layout");
  }

  /** Whether a reader takes the deviation. */
  public boolean accepts(Deviation deviation) {
    return accepts.contains(deviation);
  }

  /** Whether a writer may use the extension. */
  public boolean writes(Extension extension) {
    return writes.contains(extension);
  }

  /** This dialect with another name. */
  public Dialect named(String name) {
    return new Dialect(name, accepts, writes, layout);
  }

  /** This dialect, accepting the deviations too. */
  public Dialect accepting(Deviation... deviations) {
    return new Dialect(name, joined(accepts, List.of(deviations)), writes, layout);
  }

  /** This dialect, refusing the deviations. */
  public Dialect refusing(Deviation... deviations) {
    return new Dialect(name, without(accepts, List.of(deviations)), writes, layout);
  }

  /** This dialect, writing the extensions too. */
  public Dialect writing(Extension... extensions) {
    return new Dialect(name, accepts, joined(writes, List.of(extensions)), layout);
  }

  /** This dialect with another layout. */
  public Dialect laidOut(Layout layout) {
    return new Dialect(name, accepts, writes, layout);
  }

  private static <E> Set<E> joined(Set<E> some, Collection<E> more) {
    Set<E> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private static <E> Set<E> without(Set<E> some, Collection<E> less) {
    Set<E> rest = new HashSet<>(some);
    rest.removeAll(less);
    return rest;
  }
}
