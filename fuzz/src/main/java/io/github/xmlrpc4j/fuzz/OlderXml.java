package io.github.xmlrpc4j.fuzz;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XML as the JDK's parser reads it, made of XML as we read it, so that the two can be compared.
 *
 * <p>That parser reads the fourth edition of XML 1.0, whose names lack many letters that the fifth
 * allows, and takes names apart at their colons: here colons and letters beyond ASCII are spelt by
 * their numbers. It does not tell character references and CDATA sections from the text that they
 * stand for, and we do where only white space may stand: here a mark stands behind their beginning.
 */
final class OlderXml {
  private static final Pattern UNLIKE_TEXT =
      Pattern.compile("<!\\[CDATA\\[|&#(?:0*(?:32|9|10|13)|x0*(?:20|9|[Aa]|[Dd]));");
  private static final String COLON = Integer.toHexString(':');

  /** Production [4] of XML 1.0, fifth edition. */
  private static final String NAME_START =
      ":A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D"
          + "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD"
          + "\\x{10000}-\\x{EFFFF}";

  private static final Pattern NAME =
      Pattern.compile(
          "[" + NAME_START + "][" + NAME_START + "\\-.0-9\\xB7\\u0300-\\u036F\\u203F-\\u2040]*");

  private final String from;
  private final StringBuilder to = new StringBuilder();

  /** What stands around the number of a character in a name: a letter that the text lacks. */
  private final char quote;

  /** What stands behind the beginning of what is no plain text: a character that the text lacks. */
  private final char mark;

  private int at;

  OlderXml(String text) {
    this.quote = unused(text, '\u4e00');
    this.mark = unused(text, '\ue000');
    this.from = UNLIKE_TEXT.matcher(text).replaceAll("$0" + mark);
    rewrite();
  }

  private static char unused(String text, char first) {
    char c = first;
    while (text.indexOf(c) >= 0) {
      c++;
    }
    return c;
  }

  /** The text for the JDK's parser. */
  String text() {
    return to.toString();
  }

  /** An element's name without its prefix. */
  String localName(String name) {
    String colon = quote + COLON + quote;
    return name.substring(name.lastIndexOf(colon) < 0 ? 0 : name.lastIndexOf(colon) + 4);
  }

  /** Text as it is in the document. */
  String unmarked(String text) {
    return text.replace(String.valueOf(mark), "");
  }

  private void rewrite() {
    while (at < from.length()) {
      if (from.startsWith("<!--", at)) {
        copyThrough("-->", 4);
      } else if (from.startsWith("<![CDATA[", at)) {
        copyThrough("]]>", 9);
      } else if (from.startsWith("<?", at)) {
        copy(2);
        nameOrCharacter();
        copyThrough("?>", 0);
      } else if (from.charAt(at) == '<') {
        copy(1);
        tag();
      } else {
        copy(1);
      }
    }
  }

  private void tag() {
    while (at < from.length() && from.charAt(at) != '>' && from.charAt(at) != '<') {
      char c = from.charAt(at);
      if (c == '"' || c == '\'') {
        copyThrough(String.valueOf(c), 1);
      } else {
        nameOrCharacter();
      }
    }
  }

  private void nameOrCharacter() {
    Matcher name = NAME.matcher(from).region(at, from.length());
    if (!name.lookingAt()) {
      copy(Math.min(1, from.length() - at));
      return;
    }
    name.group().codePoints().forEach(this::character);
    at = name.end();
  }

  private void character(int c) {
    if (c < 128 && c != ':') {
      to.append((char) c);
    } else {
      to.append(quote).append(Integer.toHexString(c)).append(quote);
    }
  }

  private void copyThrough(String end, int from) {
    int stop = this.from.indexOf(end, at + from);
    copy(stop < 0 ? this.from.length() - at : stop + end.length() - at);
  }

  private void copy(int length) {
    to.append(from, at, at + length);
    at += length;
  }
}
