package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Limits;
import java.util.List;

/**
 * A way to read a document.
 *
 * @param dialect what is accepted
 * @param limits the bounds in force
 */
record Way(Dialect dialect, Limits limits) {
  /** Accepts all that there is a name for. */
  static final Dialect EVERYTHING =
      Dialect.LENIENT.named("everything").accepting(Deviation.values());

  /** Limits that small documents pass in every respect. */
  private static final Limits TIGHT =
      Limits.DEFAULT
          .withMaxDepth(3)
          .withMaxValues(12)
          .withMaxStringLength(20)
          .withMaxNameLength(10)
          .withMaxNumberLength(8);

  /** The ways that bring out what the readers can do. */
  static final List<Way> ALL =
      List.of(
          new Way(Dialect.LENIENT, Limits.DEFAULT),
          new Way(Dialect.STRICT, Limits.DEFAULT),
          new Way(EVERYTHING, Limits.DEFAULT),
          new Way(EVERYTHING, TIGHT));
}
