package io.github.xmlrpc4j.wire;

/** How long a text of a certain use may be. */
enum TextLimit {
  STRING("a text of more than %d characters", "maxStringLength"),
  NAME("a name of more than %d characters", "maxNameLength"),
  NUMBER("a number of more than %d characters", "maxNumberLength"),
  BASE64("base64 of more than %d bytes", "maxStringLength");

  private final String subject;
  private final String knob;

  /**
   * Creates a limit.
   *
   * @param subject what the text is and what it is counted in
   * @param knob the component of {@link Limits} that says how much of it there may be
   */
  TextLimit(String subject, String knob) {
    this.subject = subject;
    this.knob = knob;
  }

  private int value(Limits limits) {
    return switch (this) {
      case STRING, BASE64 -> limits.maxStringLength();
      case NAME -> limits.maxNameLength();
      case NUMBER -> limits.maxNumberLength();
    };
  }

  /** The UTF-16 units that the text may have. */
  int length(Limits limits) {
    int value = value(limits);
    return this == BASE64 ? Base64Text.maxLength(value) : value;
  }

  LimitExceededException exceeded(Limits limits, Position where) {
    int value = value(limits);
    return new LimitExceededException(subject.formatted(value), knob, value, where);
  }
}
