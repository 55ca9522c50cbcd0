package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The elements of XML-RPC. */
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

  /** The start tag as a word; one that nothing matches where the tag is longer. */
  final long openWord;

  final long openMask;

  /** The end tag but its last character as a word; one that nothing matches where it is longer. */
  final long closeWord;

  final long closeMask;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into it.
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
    boolean oneWord = text.length() + 2 <= Words.BYTES;
    this.openWord = oneWord ? Words.of('<' + text + '>') : 1;
    this.openMask = oneWord ? Words.mask(text.length() + 2) : 0;
    this.closeWord = oneWord ? Words.of("</" + text) : 1;
    this.closeMask = oneWord ? Words.mask(text.length() + 2) : 0;
  }

  /** The number of characters, which are also bytes, of the name. */
  int length() {
    return bytes.length;
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
}
