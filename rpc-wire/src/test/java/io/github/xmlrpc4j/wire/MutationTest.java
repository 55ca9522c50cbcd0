package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/** Documents with random damage, read here and by the JDK's own parser. */
class MutationTest {
  private static final int MUTANTS = 30_000;
  private static final Dialect NO_TRAILING = Wire.ALL.refusing(Deviation.TRAILING_CONTENT);

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private static final String[] FRAGMENTS = {
    "<",
    ">",
    "/",
    "&",
    ";",
    "]]>",
    "<!--",
    "-->",
    "--",
    "<?",
    "?>",
    "<![CDATA[",
    "\"",
    "'",
    "=",
    "<value>",
    "</value>",
    "<int>",
    "</int>",
    "<a/>",
    "<nil/>",
    "&#13;",
    "&#0;",
    "&#x41;",
    "&lt;",
    "&x;",
    "\r",
    "\r\n",
    "\n",
    " ",
    "\t",
    "\u0000",
    "\u0001",
    "\u007f",
    "\u0085",
    "é",
    "€",
    "😀",
    "\ufffe",
    "\ufeff",
    "-",
    "+",
    ".",
    ":",
    "0",
    "e",
    "]",
    "[",
    "!",
    "?",
    "<!DOCTYPE x>",
    " a='b'"
  };

  /** What a reader made of a document: a call, or null and why not. */
  private record Outcome(MethodCall call, WireException refusal) {
    static Outcome of(byte[] document) {
      try {
        return new Outcome(MethodCall.read(document, NO_TRAILING, Limits.DEFAULT), null);
      } catch (WireException e) {
        return new Outcome(null, e);
      }
    }
  }

  @Test
  void damageIsRefusedOrMeansTheSameToTheJdksParser() {
    Random random = new Random(20010516);
    byte[] whole = Wire.utf8(RichDocument.TEXT);
    List<String> differences = new ArrayList<>();
    int accepted = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(whole, random);
      Outcome ours = Outcome.of(mutant);
      accepted += ours.call == null ? 0 : 1;
      String difference = difference(mutant, ours);
      if (difference != null) {
        differences.add(difference + "\n" + Wire.text(mutant));
      }
    }
    assertThat(differences).isEmpty();
    assertThat(accepted).isBetween(MUTANTS / 20, MUTANTS * 19 / 20);
  }

  private static String difference(byte[] mutant, Outcome ours) {
    StaxTree tree;
    try {
      tree = StaxTree.of(mutant);
    } catch (XMLStreamException e) {
      return ours.call == null || ours.call.equals(readByFourthEdition(mutant))
          ? null
          : "only accepted here; " + e.getMessage();
    }
    if (ours.call != null) {
      MethodCall theirs = tree.call();
      return ours.call.equals(theirs) ? null : "read otherwise: " + ours.call + "\n" + theirs;
    }
    return ours.refusal instanceof NotWellFormedException && !isOfEncoding(ours.refusal)
        ? "only refused here: " + ours.refusal.getMessage()
        : null;
  }

  /** Whether an encoding's name is refused, which the JDK's parser is not asked about here. */
  private static boolean isOfEncoding(WireException refusal) {
    return refusal.faultCode() == FaultCodes.UNSUPPORTED_ENCODING
        || refusal.getMessage().endsWith("is no name of an encoding")
        || refusal.getMessage().endsWith("that does not belong into the XML declaration");
  }

  /**
   * What the JDK's parser reads once the document is without that in which it is known to differ.
   * It takes no blanks before the XML declaration, which is our LEADING_WHITE_SPACE. It reads the
   * fourth edition of XML, where the version is just 1.0 and names lack many letters that the fifth
   * allows. It splits names at a colon even where it knows no namespaces, so that two do not fit.
   */
  private static MethodCall readByFourthEdition(byte[] document) {
    String text = Wire.text(document).stripLeading().replaceFirst("(['\"])1\\.[0-9]+\\1", "'1.0'");
    String older =
        TAG.matcher(text)
            .replaceAll(
                tag ->
                    Matcher.quoteReplacement(
                        tag.group().replaceAll("[^\\x00-\\x7F]", "x").replace(':', '-')));
    try {
      return StaxTree.of(Wire.utf8(older)).call();
    } catch (XMLStreamException e) {
      return null;
    }
  }

  private static byte[] mutant(byte[] whole, Random random) {
    byte[] bytes = whole;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + random.nextInt(6));
      byte[] replacement =
          switch (random.nextInt(5)) {
            case 0 -> new byte[] {(byte) random.nextInt(256)};
            case 1 -> new byte[0];
            case 2 -> chunk(bytes, random);
            default -> Wire.utf8(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
          };
      bytes = spliced(bytes, at, random.nextBoolean() ? at : to, replacement);
    }
    return bytes;
  }

  private static byte[] chunk(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(40));
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] replacement) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(replacement);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
