package io.github.xmlrpc4j.wire;

/**
 * A document or a value that passes one of the {@link Limits}. The message names the amount, the
 * limit and the knob that sets it.
 */
public final class LimitExceededException extends WireException {
  private static final long serialVersionUID = 1L;

  private final String knob;
  private final long limit;

  /**
   * Creates the refusal.
   *
   * @param what the thing that is too large with its amount if that is known, as {@code a string of
   *     17 characters}
   * @param knob the component of {@link Limits}, as {@code maxStringLength}
   * @param limit the limit in force
   * @param where the place, as a {@link Position} or a path
   */
  public LimitExceededException(String what, String knob, long limit, Object where) {
    super(
        FaultCodes.SYSTEM_ERROR,
        what + " exceeds the limit of " + limit + " (Limits." + knob + ") at " + where);
    this.knob = knob;
    this.limit = limit;
  }

  /** The component of {@link Limits} that refused, as {@code maxDepth}. */
  public String knob() {
    return knob;
  }

  /** The limit in force. */
  public long limit() {
    return limit;
  }
}
