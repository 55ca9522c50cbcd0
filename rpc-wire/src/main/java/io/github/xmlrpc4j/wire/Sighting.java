package io.github.xmlrpc4j.wire;

/**
 * A deviation that was met and accepted.
 *
 * @param deviation what was met
 * @param position where
 */
public record Sighting(Deviation deviation, Position position) {
  /** The sighting in one line, with place, name and rule. */
  @Override
  public String toString() {
    return position + ": " + deviation + ": " + deviation.rule();
  }
}
