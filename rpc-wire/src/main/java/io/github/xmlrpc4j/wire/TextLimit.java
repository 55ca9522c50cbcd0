package io.github.xmlrpc4j.wire;

/**
 * How long a text of a certain use may be.
 *
 * @param length the UTF-16 units that it may have
 * @param subject what it is and what it is counted in, as {@code a name of more than %d characters}
 * @param knob the component of {@link Limits} that says so
 * @param limit the value of that component
 */
record TextLimit(int length, String subject, String knob, int limit) {
  static TextLimit string(Limits limits) {
    int limit = limits.maxStringLength();
    return new TextLimit(limit, "a text of more than %d characters", "maxStringLength", limit);
  }

  static TextLimit name(Limits limits) {
    int limit = limits.maxNameLength();
    return new TextLimit(limit, "a name of more than %d characters", "maxNameLength", limit);
  }

  static TextLimit number(Limits limits) {
    int limit = limits.maxNumberLength();
    return new TextLimit(limit, "a number of more than %d characters", "maxNumberLength", limit);
  }

  static TextLimit base64(Limits limits) {
    int limit = limits.maxStringLength();
    return new TextLimit(
        Base64Text.maxLength(limit), "base64 of more than %d bytes", "maxStringLength", limit);
  }

  LimitExceededException exceeded(Position where) {
    return new LimitExceededException(subject.formatted(limit), knob, limit, where);
  }
}
