package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names of XML, fifth edition: productions [4] and [4a], range by range, at both ends. */
class NameCharactersTest {
  /** What a name may begin with: first and last of each range. */
  private static final int[][] STARTS = {
    {':', ':'},
    {'A', 'Z'},
    {'_', '_'},
    {'a', 'z'},
    {0xC0, 0xD6},
    {0xD8, 0xF6},
    {0xF8, 0x2FF},
    {0x370, 0x37D},
    {0x37F, 0x1FFF},
    {0x200C, 0x200D},
    {0x2070, 0x218F},
    {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF},
    {0xF900, 0xFDCF},
    {0xFDF0, 0xFFFD},
    {0x10000, 0xEFFFF}
  };

  /** What a name may hold beyond those. */
  private static final int[][] FURTHER = {
    {'-', '-'}, {'.', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}
  };

  @Test
  void theEdgesOfEachRangeAreAsXmlSays() {
    for (int c : edges()) {
      boolean start = isIn(STARTS, c);
      boolean name = start || isIn(FURTHER, c);
      String character = Character.toString(c);
      assertThat(isAttribute(character)).as("U+%04X", c).isEqualTo(start);
      assertThat(isAttribute("a" + character)).as("a, U+%04X", c).isEqualTo(name);
    }
  }

  @Test
  void anElementIsShownByItsName() {
    for (int c : edges()) {
      if (isIn(STARTS, c) && c != ':') { // Which ends a prefix.
        String name = Character.toString(c) + "x";
        assertThat(Wire.refusal("<value><" + name + "/></value>", Wire.ALL))
            .hasMessageEndingWith(
                "<" + name + "> where a type (int, string, struct, ...) should stand");
      }
    }
  }

  @Test
  void aNulIsACharacterThatNoNameHas() {
    assertThat(Wire.refusal("<value\0/>", Wire.ALL))
        .hasMessage(
            "not well-formed XML at line 2, column 7 (byte 60): a start tag holds a character that"
                + " no name has");
  }

  private static boolean isAttribute(String name) {
    WireException refusal = Wire.refusal("<value " + name + "=''/>", Wire.ALL);
    assertThat(refusal == null || refusal instanceof NotWellFormedException).isTrue();
    return refusal == null;
  }

  /** The characters at the ends of the ranges and those just outside, as far as XML has them. */
  private static List<Integer> edges() {
    List<Integer> edges = new ArrayList<>(List.of(0x7F, 0x80));
    for (int[][] ranges : new int[][][] {STARTS, FURTHER}) {
      for (int[] range : ranges) {
        for (int c : new int[] {range[0] - 1, range[0], range[1], range[1] + 1}) {
          // These would end the name, and the tag be another one.
          if (AnyTexts.isAllowed(c) && "/>=".indexOf(c) < 0) {
            edges.add(c);
          }
        }
      }
    }
    return edges;
  }

  private static boolean isIn(int[][] ranges, int c) {
    for (int[] range : ranges) {
      if (c >= range[0] && c <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
