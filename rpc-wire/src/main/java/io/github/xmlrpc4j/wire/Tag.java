package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The elements of XML-RPC. */
@SuppressWarnings("ImmutableEnumChecker") // Nobody writes into the bytes.
enum Tag {
  METHOD_CALL("methodCall"),
  METHOD_NAME("methodName"),
  METHOD_RESPONSE("methodResponse"),
  PARAMS("params"),
  PARAM("param"),
  FAULT("fault"),
  VALUE("value"),
  DATA("data"),
  MEMBER("member"),
  NAME("name"),
  INT("int", Kind.INT),
  I4("i4", Kind.INT),
  I8("i8", Kind.LONG, Deviation.I8),
  I1("i1", Kind.INT, ApacheType.I1),
  I2("i2", Kind.INT, ApacheType.I2),
  BOOLEAN("boolean", Kind.BOOLEAN),
  STRING("string", Kind.STRING),
  DOUBLE("double", Kind.DOUBLE),
  FLOAT("float", Kind.DOUBLE, ApacheType.FLOAT),
  BIGINTEGER("biginteger", Kind.DECIMAL, ApacheType.BIGINTEGER),
  BIGDECIMAL("bigdecimal", Kind.DECIMAL, Deviation.APACHE_TYPE),
  DATE_TIME_ISO8601("dateTime.iso8601", Kind.TIME),
  DATE_TIME("dateTime", Kind.TIME, ApacheType.DATE_TIME),
  BASE64("base64", Kind.BYTES),
  ARRAY("array", Kind.ARRAY),
  STRUCT("struct", Kind.STRUCT),
  NIL("nil", Kind.NIL, Deviation.NIL),
  SERIALIZABLE("serializable"),
  DOM("dom");

  private static final Tag[] ALL = values();

  /** The element's name. */
  final String text;

  /** The kind of value that the element holds, or null if it is no type element. */
  final @Nullable Kind kind;

  /** The deviation that the element's use is, or null if the specification has it. */
  final @Nullable Deviation deviation;

  /** The type of Apache's that the element is, or null if it is none that lacks a kind. */
  final @Nullable ApacheType apacheType;

  /** The start tag without prefix, attributes and blanks. */
  final Literal start;

  /** The end tag of such a start tag. */
  final Literal end;

  /** The end tag, and that of a value behind it. */
  final Literal endOfValue;

  private final byte[] bytes;

  Tag(String text) {
    this(text, null, null, null);
  }

  Tag(String text, Kind kind) {
    this(text, kind, null, null);
  }

  Tag(String text, Kind kind, Deviation deviation) {
    this(text, kind, deviation, null);
  }

  Tag(String text, Kind kind, ApacheType apacheType) {
    this(text, kind, Deviation.APACHE_TYPE, apacheType);
  }

  Tag(
      String text,
      @Nullable Kind kind,
      @Nullable Deviation deviation,
      @Nullable ApacheType apacheType) {
    this.text = text;
    this.kind = kind;
    this.deviation = deviation;
    this.apacheType = apacheType;
    this.bytes = text.getBytes(StandardCharsets.US_ASCII);
    this.start = Literal.of('<' + text + '>');
    this.end = Literal.of("</" + text + '>');
    this.endOfValue = Literal.of("</" + text + "></value>");
  }

  /** The number of characters, which are also bytes, of the name. */
  int length() {
    return bytes.length;
  }

  /**
   * The type whose start tag stands at an index, without prefix, attributes and blanks; null where
   * none does, or one that is rare.
   */
  static @Nullable Tag typeAt(byte[] document, int at, int end) {
    if (at + 1 >= end) {
      return null;
    }
    return switch (document[at + 1]) {
      case 's' ->
          Plain.STRING.isAt(document, at, end)
              ? STRING
              : Plain.STRUCT.isAt(document, at, end) ? STRUCT : null;
      case 'i' ->
          Plain.INT.isAt(document, at, end)
              ? INT
              : Plain.I4.isAt(document, at, end)
                  ? I4
                  : Plain.I8.isAt(document, at, end) ? I8 : null;
      case 'b' ->
          Plain.BOOLEAN.isAt(document, at, end)
              ? BOOLEAN
              : Plain.BASE64.isAt(document, at, end) ? BASE64 : null;
      case 'd' ->
          Plain.DOUBLE.isAt(document, at, end)
              ? DOUBLE
              : Plain.DATE_TIME.isAt(document, at, end) ? DATE_TIME_ISO8601 : null;
      case 'a' -> Plain.ARRAY.isAt(document, at, end) ? ARRAY : null;
      default -> null;
    };
  }

  /** The element that the bytes name, or null if XML-RPC has none such. */
  static @Nullable Tag of(byte[] buffer, int from, int to) {
    for (Tag tag : ALL) {
      if (tag.bytes.length == to - from
          && buffer[from] == tag.bytes[0]
          && Arrays.equals(buffer, from, to, tag.bytes, 0, tag.bytes.length)) {
        return tag;
      }
    }
    return null;
  }

  /** The frequent start tags of types, as constants of their own. */
  private static final class Plain {
    static final Literal STRING = Tag.STRING.start;
    static final Literal STRUCT = Tag.STRUCT.start;
    static final Literal INT = Tag.INT.start;
    static final Literal I4 = Tag.I4.start;
    static final Literal I8 = Tag.I8.start;
    static final Literal BOOLEAN = Tag.BOOLEAN.start;
    static final Literal BASE64 = Tag.BASE64.start;
    static final Literal DOUBLE = Tag.DOUBLE.start;
    static final Literal DATE_TIME = Tag.DATE_TIME_ISO8601.start;
    static final Literal ARRAY = Tag.ARRAY.start;
  }
}
