package io.github.xmlrpc4j.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts of whatever characters XML has, with those that a writer or a reader may stumble over. */
public final class AnyTexts {
  /** The planes of Unicode that hold characters, those for private use among them. */
  private static final int[] PLANES = {0, 1, 2, 3, 14, 15, 16};

  private static final String[] PIECES = {
    "]]>",
    "]]",
    "]",
    ">",
    "<",
    "&",
    "&amp;",
    "<![CDATA[",
    "<!--",
    "\r",
    "\r\n",
    "\n\r",
    "\n",
    "\t",
    " ",
    "  ",
    "\u00a0",
    "plain",
    // Combining marks, alone and behind a letter; a family of joined faces; a flag.
    "\u0301",
    "e\u0301",
    "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
    "\ud83c\uddee\ud83c\uddf8",
    "\u202eabc",
    "\ufeff",
    // The edges of what XML allows; the last four are noncharacters, and allowed.
    "\u0085",
    "\u2028",
    "\u007f",
    "\ud7ff",
    "\ue000",
    "\ufffd",
    "\ud800\udc00",
    "\udbff\udffd",
    "\ufdd0",
    "\ufdef",
    "\ud83f\udffe",
    "\udbff\udfff"
  };

  private final long seed;
  private final Random random;

  AnyTexts(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(10); i > 0; i--) {
      if (random.nextBoolean()) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      } else {
        text.appendCodePoint(character());
      }
    }
    return text.toString();
  }

  Samples<String> take(int count) {
    return new Samples<>(seed, Stream.generate(this::next).limit(count).toList());
  }

  private int character() {
    int plane = PLANES[random.nextInt(PLANES.length)] << 16;
    while (true) {
      int c = plane + random.nextInt(0x10000);
      if (isAllowed(c)) {
        return c;
      }
    }
  }

  /** All characters that XML allows, in their order, as texts of some thousands. */
  public static List<String> everyCharacter() {
    List<String> texts = new ArrayList<>();
    for (int from = 0; from <= Character.MAX_CODE_POINT; from += 0x2000) {
      String text =
          IntStream.range(from, from + 0x2000)
              .filter(c -> c <= Character.MAX_CODE_POINT && isAllowed(c))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      texts.add(text);
    }
    return texts;
  }

  /** Production [2] of XML 1.0 as the recommendation has it. */
  static boolean isAllowed(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
