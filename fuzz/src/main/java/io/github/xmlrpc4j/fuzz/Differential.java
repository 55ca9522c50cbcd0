package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Arbitrary bytes, read by our reader and by the JDK's parser with the specification's grammar on
 * top of it. Both accept the same documents, in every dialect, and read the same of them.
 *
 * <p>Where the two are known to differ, {@link XmlText} and {@link OlderXml} say how, and the
 * limits are ours alone.
 */
public final class Differential {
  /** A document of no bytes is no XML, whatever may be made of it. */
  private static final Way ROOT_ALONE =
      new Way(Way.EVERYTHING.refusing(Deviation.EMPTY_RESPONSE), Limits.DEFAULT);

  private static final Way EVERYTHING =
      new Way(ROOT_ALONE.dialect().refusing(Deviation.TRAILING_CONTENT), Limits.DEFAULT);
  private static final Way LENIENT = new Way(Dialect.LENIENT, Limits.DEFAULT);
  private static final Way STRICT = new Way(Dialect.STRICT, Limits.DEFAULT);

  /** We look no further for the name of an encoding. */
  private static final int LONGEST_DECLARATION = 256;

  /** Makes a message of a tree. */
  private interface Grammar<T> {
    T message(StaxMessage in, StaxElement root) throws Refused;
  }

  /** What the JDK's parser and the grammar say: a message, or null. */
  private record Verdict<T>(@Nullable T message, Set<Deviation> deviations) {
    /** What we have to say to it in a dialect. */
    @Nullable T in(Dialect dialect) {
      return dialect.accepts().containsAll(deviations) ? message : null;
    }
  }

  private final byte[] document;
  private final @Nullable XmlText text;

  private Differential(byte[] document) {
    this.document = document;
    XmlText decoded = null;
    try {
      decoded = XmlText.of(document);
    } catch (NotWellFormed e) {
      // It is for our reader to refuse it too.
    }
    this.text = decoded;
  }

  /** Reads the bytes as a call and as a response. */
  public static void fuzzerTestOneInput(byte[] document) {
    Differential differential = new Differential(document);
    if (differential.text == null || differential.text.declarationLength() <= LONGEST_DECLARATION) {
      differential.compare(MethodCall::read, StaxMessage::call);
      differential.compare(MethodResponse::read, StaxMessage::response);
    }
  }

  private <T> void compare(Function<DocumentReader, T> read, Grammar<T> grammar) {
    Verdict<T> theirs = verdict(grammar, false);
    Reading<T> ours = Reading.read(ByteBuffer.wrap(document), EVERYTHING, read);
    if (ours.refusal() instanceof LimitExceededException) {
      return;
    }
    requireSame(theirs.message, ours);
    if (ours.message() != null) {
      if (!ours.deviations().equals(theirs.deviations)) {
        throw new AssertionError(ours.deviations() + " met; there " + theirs.deviations);
      }
      compare(LENIENT, theirs, read);
      compare(STRICT, theirs, read);
      return;
    }
    Reading<T> root = Reading.read(ByteBuffer.wrap(document), ROOT_ALONE, read);
    if (root.message() != null && text != null) {
      requireSame(verdict(grammar, true).message, root);
    }
  }

  private <T> void compare(Way way, Verdict<T> theirs, Function<DocumentReader, T> read) {
    requireSame(theirs.in(way.dialect()), Reading.read(ByteBuffer.wrap(document), way, read));
  }

  private <T> Verdict<T> verdict(Grammar<T> grammar, boolean rootAlone) {
    StaxMessage in = new StaxMessage();
    if (text == null) {
      return new Verdict<>(null, Set.of());
    }
    try {
      StaxElement root = rootAlone ? StaxElement.rootAlone(text) : StaxElement.root(text);
      T message = grammar.message(in, root);
      Set<Deviation> deviations = EnumSet.copyOf(in.deviations());
      deviations.addAll(text.deviations());
      return new Verdict<>(message, deviations);
    } catch (NotWellFormed | Refused e) {
      return new Verdict<>(null, Set.of());
    }
  }

  private static <T> void requireSame(@Nullable T theirs, Reading<T> ours) {
    if (theirs == null ? ours.message() == null : theirs.equals(ours.message())) {
      return;
    }
    throw new AssertionError("read otherwise: " + ours + "\nthere: " + theirs);
  }
}
