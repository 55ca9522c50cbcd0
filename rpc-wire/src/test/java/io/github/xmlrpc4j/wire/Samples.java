package io.github.xmlrpc4j.wire;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Many things that a seed made, for something that has to hold for each of them.
 *
 * @param seed what made them, for the error that tells of one for which it does not hold
 * @param all the things
 */
public record Samples<T>(long seed, List<T> all) {
  /** What has to hold; where it does not, this throws. */
  public interface Check<T> {
    void of(T sample) throws Exception;
  }

  /** The same samples, each made into another. */
  public Samples<T> map(UnaryOperator<T> change) {
    return new Samples<>(seed, all.stream().map(change).toList());
  }

  /** Makes sure that it holds for each. */
  public void each(Check<T> check) {
    for (int i = 0; i < all.size(); i++) {
      try {
        check.of(all.get(i));
      } catch (Exception | AssertionError e) {
        throw new AssertionError("sample " + i + " of seed " + seed + ": " + all.get(i), e);
      }
    }
  }
}
