package io.github.xmlrpc4j.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the members that a codec knows, each with its number from 0 on. Immutable. */
public final class MemberNames {
  private final List<String> names;
  private final Map<String, Integer> numbers = new HashMap<>();

  private MemberNames(List<String> names) {
    this.names = names;
    for (String name : names) {
      if (numbers.put(name, numbers.size()) != null) {
        throw new IllegalArgumentException("two members of the name \"" + name + "\"");
      }
    }
  }

  /**
   * Names in the order of their numbers, which is best the one that they mostly have in structs.
   *
   * @throws IllegalArgumentException if a name is there twice
   */
  public static MemberNames of(List<String> names) {
    return new MemberNames(List.copyOf(names));
  }

  /**
   * The name of a number.
   *
   * @throws IndexOutOfBoundsException if there is no such number
   */
  public String name(int number) {
    return names.get(number);
  }

  /** The number of a name, or {@link WireReader#UNKNOWN_MEMBER}. */
  public int number(String name) {
    return numbers.getOrDefault(name, WireReader.UNKNOWN_MEMBER);
  }
}
