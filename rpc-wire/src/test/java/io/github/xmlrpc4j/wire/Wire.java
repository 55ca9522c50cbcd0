package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents around one value, and what reading them comes to. */
final class Wire {
  /** What stands before the value in {@link #call}: 54 bytes, so that line 2 begins with it. */
  static final String HEAD = "<methodCall><methodName>m</methodName><params><param>\n";

  static final String TAIL = "</param></params></methodCall>";

  static final Dialect ALL = Dialect.LENIENT.accepting(Deviation.values()).named("all");

  private Wire() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** A call of the method "m" with one parameter, whose element is given. */
  static byte[] call(String value) {
    return utf8(HEAD + value + TAIL);
  }

  /** The one parameter of a call. */
  static Value read(byte[] call, Dialect dialect) {
    return MethodCall.read(call, dialect, Limits.DEFAULT).params().get(0);
  }

  /** A value's element as a value. */
  static Value read(String value, Dialect dialect) {
    return read(call(value), dialect);
  }

  /** A reader that stands before a value's element. */
  static DocumentReader reader(String value, Dialect dialect) {
    DocumentReader in = DocumentReader.of(call(value), dialect, Limits.DEFAULT);
    in.beginCall();
    in.nextParam();
    return in;
  }

  /** The deviations of a call and their places, as {@code I8 at line 2, column 8 (byte 61)}. */
  static List<String> sightings(byte[] call, Dialect dialect) {
    DocumentReader in = DocumentReader.of(call, dialect, Limits.DEFAULT);
    MethodCall unused = MethodCall.read(in);
    return in.sightings().stream().map(s -> s.deviation() + " at " + s.position()).toList();
  }

  /** Why a call is refused. */
  static WireException refusal(byte[] call, Dialect dialect) {
    return catchThrowableOfType(
        WireException.class, () -> MethodCall.read(call, dialect, Limits.DEFAULT));
  }

  /** Why a call whose parameter has this element is refused. */
  static WireException refusal(String value, Dialect dialect) {
    return refusal(call(value), dialect);
  }

  /** What a writer of a dialect makes of a call of the method "m" with one parameter. */
  static String written(Value value, Dialect dialect) {
    return text(MethodCall.of("m", value).write(dialect, Limits.DEFAULT));
  }
}
