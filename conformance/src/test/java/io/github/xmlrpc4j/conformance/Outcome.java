package io.github.xmlrpc4j.conformance;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading a document comes to, stated or observed.
 *
 * @param json the message as JSON, or null if it is refused
 * @param problem why it is refused, or null
 * @param deviations what was met on the way, as {@code NIL 2:8 byte 61}
 */
record Outcome(@Nullable String json, @Nullable Problem problem, List<String> deviations) {
  static Outcome value(String json, List<String> deviations) {
    return new Outcome(json, null, deviations);
  }

  static Outcome refused(Problem problem) {
    return new Outcome(null, problem, List.of());
  }

  boolean isValue() {
    return json != null;
  }

  Problem why() {
    return requireNonNull(problem, "problem");
  }

  /** The outcome that came, or this one where it states just that, for an assertion to compare. */
  Outcome orStated(Outcome came) {
    boolean stated = problem != null && came.problem != null && problem.states(came.problem);
    return stated ? this : came;
  }

  Outcome withoutDeviations() {
    return new Outcome(json, problem, List.of());
  }

  @Override
  public String toString() {
    if (problem != null) {
      return problem.toString();
    }
    return deviations.isEmpty() ? "value " + json : "value " + json + " with " + deviations;
  }
}
