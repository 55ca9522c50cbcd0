package io.github.xmlrpc4j.wire;

import java.util.function.Predicate;

/**
 * Something that a peer does not know, so that a comparison with it has to do without.
 *
 * @param why what the peer does instead
 * @param holds whether a value that is neither array nor struct is such a thing
 */
public record Gap(String why, Predicate<Value> holds) {
  /** The value with a word in the place of all that is in a gap, in names too. */
  public static Value without(Value value, Gap... gaps) {
    return AnyValues.mapped(
        value,
        leaf -> isIn(leaf, gaps) ? Value.of("gap") : leaf,
        name -> isIn(Value.of(name), gaps) ? "gap" : name);
  }

  private static boolean isIn(Value leaf, Gap... gaps) {
    for (Gap gap : gaps) {
      if (gap.holds.test(leaf)) {
        return true;
      }
    }
    return false;
  }

  public static Gap ofTexts(String why, Predicate<String> holds) {
    return new Gap(why, leaf -> leaf instanceof Value.Str text && holds.test(text.value()));
  }

  public static Gap ofTimes(String why, Predicate<Value.Time> holds) {
    return new Gap(why, leaf -> leaf instanceof Value.Time time && holds.test(time));
  }
}
