package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.Layout;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.UnwritableValueException;
import io.github.xmlrpc4j.wire.Value;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arbitrary values, written in an arbitrary dialect and read back. */
public final class RoundTrip {
  private static final Pattern CUSTOMARY_NAME = Pattern.compile("[A-Za-z0-9_.:/]+");
  private static final Pattern UNWRITABLE =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  /** Writes a message within limits. */
  private interface Message {
    byte[] write(Dialect dialect, Limits limits);
  }

  private final Dialect dialect;
  private final Survivor survivor;
  private final Values values;

  private RoundTrip(Choices choices) {
    this.dialect = dialect(choices);
    this.survivor = new Survivor(dialect);
    this.values = new Values(choices);
  }

  /** Makes a message of the bytes, and reads what is written of it. */
  public static void fuzzerTestOneInput(byte[] data) {
    Choices choices = new Choices(data);
    RoundTrip trip = new RoundTrip(choices);
    switch (choices.below(4)) {
      case 0 -> trip.result();
      case 1 -> trip.fault(choices.number());
      default -> trip.call();
    }
  }

  /** Reads everything, and writes the extensions that the choices fall on. */
  private static Dialect dialect(Choices choices) {
    Dialect dialect = Way.EVERYTHING.laidOut(choices.truth() ? Layout.LINES : Layout.COMPACT);
    int drawn = choices.octet();
    for (Extension extension : Extension.values()) {
      if ((drawn & 1) != 0) {
        dialect = dialect.writing(extension);
      }
      drawn >>= 1;
    }
    return dialect;
  }

  private void call() {
    String name = values.name();
    MethodCall call = new MethodCall(name, values.several(8));
    MethodCall expected = null;
    Survivor.Unwritable unwritable = null;
    try {
      Survivor.checkMethodName(name);
      expected = new MethodCall(name, survivor.of(call.params(), "params"));
    } catch (Survivor.Unwritable e) {
      unwritable = e;
    }
    byte @Nullable [] document = written(call::write, unwritable);
    if (document == null) {
      return;
    }
    requireEqual(expected, MethodCall.read(document, dialect, Limits.DEFAULT));
    if (dialect.writes().isEmpty() && CUSTOMARY_NAME.matcher(name).matches()) {
      requireEqual(expected, MethodCall.read(document, Dialect.STRICT, Limits.DEFAULT));
    }
  }

  private void result() {
    Value value = values.next();
    MethodResponse expected = null;
    Survivor.Unwritable unwritable = null;
    try {
      expected = new MethodResponse.Success(survivor.of(value, "result"));
    } catch (Survivor.Unwritable e) {
      unwritable = e;
    }
    byte @Nullable [] document = written(new MethodResponse.Success(value)::write, unwritable);
    readBack(document, expected, true);
  }

  /** A fault's text can always be written: what XML does not allow in it becomes U+FFFD. */
  private void fault(int code) {
    String text = values.text();
    Value.Struct members = new Value.Struct(values.members(0));
    MethodResponse expected = null;
    Survivor.Unwritable unwritable = null;
    try {
      Value.Struct more = (Value.Struct) survivor.of(members, "fault");
      String shown = UNWRITABLE.matcher(text).replaceAll("\uFFFD");
      expected = new MethodResponse.Failure(new Fault(code, shown, more));
    } catch (Survivor.Unwritable e) {
      unwritable = e;
    }
    MethodResponse response = new MethodResponse.Failure(new Fault(code, text, members));
    byte @Nullable [] document = written(response::write, unwritable);
    readBack(document, expected, members.members().isEmpty());
  }

  private void readBack(
      byte @Nullable [] document, @Nullable MethodResponse expected, boolean customary) {
    if (document == null) {
      return;
    }
    requireEqual(expected, MethodResponse.read(document, dialect, Limits.DEFAULT));
    if (dialect.writes().isEmpty() && customary) {
      requireEqual(expected, MethodResponse.read(document, Dialect.STRICT, Limits.DEFAULT));
    }
  }

  /** The document, or null where it is rightly refused. */
  private byte @Nullable [] written(Message message, Survivor.@Nullable Unwritable unwritable) {
    byte[] document;
    try {
      document = message.write(dialect, Limits.DEFAULT);
    } catch (UnwritableValueException e) {
      if (unwritable == null || !unwritable.isAt(e.path())) {
        throw new AssertionError("refused where " + unwritable + " was expected", e);
      }
      return null;
    }
    if (unwritable != null) {
      throw new AssertionError("written in spite of " + unwritable.getMessage());
    }
    checkSizeLimit(message, document);
    return document;
  }

  private void checkSizeLimit(Message message, byte[] document) {
    Limits justFits = Limits.DEFAULT.withMaxDocumentBytes(document.length);
    message.write(dialect, justFits);
    try {
      message.write(dialect, justFits.withMaxDocumentBytes(document.length - 1));
    } catch (LimitExceededException e) {
      return;
    }
    throw new AssertionError("a byte more than the limit of a document is written");
  }

  private static void requireEqual(@Nullable Object expected, Object read) {
    if (!read.equals(expected) || !read.toString().equals(String.valueOf(expected))) {
      throw new AssertionError("read back as " + read + " (expected: " + expected + ")");
    }
  }
}
