package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.Deviation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document as characters: its encoding and its XML declaration read by the specification (XML
 * 1.0, appendix F and production [23]). The JDK's parser knows other encodings and versions than we
 * do, and is not asked about them.
 *
 * @param content what follows the XML declaration
 * @param deviations what is unusual about the document so far
 * @param declarationLength the number of characters up to the end of the XML declaration
 */
record XmlText(String content, Set<Deviation> deviations, int declarationLength) {
  private static final String BLANKS = "[ \\t\\r\\n]*";
  private static final String BLANK = "[ \\t\\r\\n]+";
  private static final String IS = BLANKS + "=" + BLANKS;
  private static final Pattern DECLARATION =
      Pattern.compile(
          BLANKS
              + "<\\?xml"
              + BLANK
              + "version"
              + IS
              + "(?:'1\\.[0-9]+'|\"1\\.[0-9]+\")"
              + "(?:"
              + BLANK
              + "encoding"
              + IS
              + "(['\"])([A-Za-z][A-Za-z0-9._-]*)\\1)?"
              + "(?:"
              + BLANK
              + "standalone"
              + IS
              + "(?:'(?:yes|no)'|\"(?:yes|no)\"))?"
              + BLANKS
              + "\\?>");
  private static final Pattern BEGINNING =
      Pattern.compile(BLANKS + "<\\?xml(?![-.:A-Z_a-z0-9]|[^\\x00-\\x7F])");

  /**
   * First bytes that tell an encoding.
   *
   * @param markLength how many of them are a byte order mark
   */
  private record First(String charset, int markLength, String bytes) {
    boolean begin(byte[] document) {
      return document.length >= bytes.length()
          && bytes.equals(new String(document, 0, bytes.length(), StandardCharsets.ISO_8859_1));
    }
  }

  private static final First[] FIRST = {
    new First("UTF-32BE", 4, "\u0000\u0000\u00fe\u00ff"),
    new First("UTF-32LE", 4, "\u00ff\u00fe\u0000\u0000"),
    new First("UTF-8", 3, "\u00ef\u00bb\u00bf"),
    new First("UTF-16BE", 2, "\u00fe\u00ff"),
    new First("UTF-16LE", 2, "\u00ff\u00fe"),
    new First("UTF-32BE", 0, "\u0000\u0000\u0000<"),
    new First("UTF-32LE", 0, "<\u0000\u0000\u0000"),
    new First("UTF-16BE", 0, "\u0000<"),
    new First("UTF-16LE", 0, "<\u0000")
  };

  static XmlText of(byte[] document) throws NotWellFormed {
    for (First first : FIRST) {
      if (first.begin(document)) {
        byte[] unmarked = Arrays.copyOfRange(document, first.markLength, document.length);
        return of(unmarked, Charset.forName(first.charset));
      }
    }
    Matcher declared = DECLARATION.matcher(new String(document, StandardCharsets.ISO_8859_1));
    String name = declared.lookingAt() ? declared.group(2) : null;
    if (name == null) {
      return of(document, StandardCharsets.UTF_8);
    }
    Charset charset = charset(name);
    if (charset == null) {
      throw new NotWellFormed("the encoding " + name);
    }
    // What could be read a byte at a time is in no encoding of two or four.
    return of(document, family(charset).startsWith("wide") ? StandardCharsets.UTF_8 : charset);
  }

  private static XmlText of(byte[] document, Charset charset) throws NotWellFormed {
    String text;
    try {
      text = charset.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException e) {
      throw new NotWellFormed(e);
    }
    Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);
    Matcher declaration = DECLARATION.matcher(text);
    if (!declaration.lookingAt()) {
      if (BEGINNING.matcher(text).lookingAt()) {
        throw new NotWellFormed("the XML declaration");
      }
      return new XmlText(text, deviations, 0);
    }
    if (text.charAt(0) != '<') {
      deviations.add(Deviation.LEADING_WHITE_SPACE);
    }
    String name = declaration.group(2);
    if (name != null && !isSameFamily(charset(name), charset)) {
      deviations.add(Deviation.ENCODING_CONTRADICTED);
    }
    return new XmlText(text.substring(declaration.end()), deviations, declaration.end());
  }

  private static @Nullable Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isSameFamily(@Nullable Charset declared, Charset read) {
    return declared != null && family(declared).equals(family(read));
  }

  private static String family(Charset charset) {
    String name = charset.name();
    if (name.contains("UTF-16")) {
      return "wide, of two bytes";
    }
    return name.contains("UTF-32") ? "wide, of four bytes" : name;
  }
}
