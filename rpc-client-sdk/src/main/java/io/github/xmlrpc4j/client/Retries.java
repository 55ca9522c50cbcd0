package io.github.xmlrpc4j.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a call is tried that came to nothing on its way: no connection, a connection that was
 * lost, or status 502, 503 or 504. Only methods marked {@link
 * io.github.xmlrpc4j.contract.Idempotent} or named to {@link ServerProxy.Builder#idempotent} are
 * tried more than once, and never beyond the call's deadline.
 *
 * @param attempts the tries in all, at least 1
 * @param firstDelay the wait before the second try; each further wait is twice as long, and each is
 *     shortened by up to a half at random, so that many clients do not come back all at once
 * @param mostDelay the longest wait
 */
public record Retries(int attempts, Duration firstDelay, Duration mostDelay) {
  /** One try. */
  public static final Retries NONE = new Retries(1, Duration.ZERO, Duration.ZERO);

  /** Checks the figures. */
  public Retries {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts: " + attempts + " (expected: >= 1)");
    }
    if (requireNonNull(firstDelay, "firstDelay").isNegative()) {
      throw new IllegalArgumentException("firstDelay: " + firstDelay + " (expected: >= 0)");
    }
    if (requireNonNull(mostDelay, "mostDelay").compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException("mostDelay: " + mostDelay + " (expected: >= firstDelay)");
    }
  }

  /** So many tries, with waits from 100 milliseconds to 5 seconds. */
  public static Retries of(int attempts) {
    return new Retries(attempts, Duration.ofMillis(100), Duration.ofSeconds(5));
  }

  /** The milliseconds to wait after so many tries. */
  long delayMillis(int tried) {
    long most = mostDelay.toMillis();
    long full = firstDelay.toMillis() << Math.min(tried - 1, 20);
    long bounded = full < 0 ? most : Math.min(full, most);
    return bounded - ThreadLocalRandom.current().nextLong(bounded / 2 + 1);
  }
}
