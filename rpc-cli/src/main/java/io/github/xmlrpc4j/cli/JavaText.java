package io.github.xmlrpc4j.cli;

import java.util.Locale;
import java.util.Set;

/**
 * Words from the wire as parts of Java's sources: whatever they hold, they become a literal, a
 * comment or a name and never code.
 */
final class JavaText {
  private static final Set<String> RESERVED =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "permits",
          "private",
          "protected",
          "public",
          "record",
          "return",
          "sealed",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "var",
          "void",
          "volatile",
          "while",
          "yield",
          "_");

  private JavaText() {}

  /** The text as a string literal, in ASCII. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c >= ' ' && c < 127) {
        literal.append(c);
      } else if (c < ' ') {
        // Not as a Unicode escape: the compiler would see the line end itself in the literal.
        literal.append(String.format("\\%03o", (int) c));
      } else {
        literal.append(String.format("\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }

  /** The text as text of a comment: no end of the comment, no tag, no Unicode escape in it. */
  static String comment(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '/' && i > 0 && text.charAt(i - 1) == '*';
      boolean plain = c < 128 ? "&<>@\\{}".indexOf(c) < 0 && !ends : isSeen(c);
      if (c < ' ' || (c >= 127 && c < 160)) {
        safe.append(' ');
      } else if (plain) {
        safe.append(c);
      } else {
        safe.append("&#").append((int) c).append(';');
      }
    }
    return safe.toString();
  }

  private static boolean isSeen(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /** The text as a method's or a parameter's name: {@code system.listMethods} in camel case. */
  static String name(String text) {
    StringBuilder name = new StringBuilder();
    boolean wordBegins = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits = c < 128 && Character.isLetterOrDigit(c);
      if (fits) {
        name.append(wordBegins && !name.isEmpty() ? Character.toUpperCase(c) : c);
      }
      wordBegins = !fits;
    }
    if (name.isEmpty()) {
      return "method";
    }
    char first = name.charAt(0);
    if (Character.isDigit(first)) {
      return "_" + name;
    }
    String camel = name.toString();
    // Names such as GETVALUE stay as they are.
    boolean title = camel.length() > 1 && Character.isLowerCase(camel.charAt(1));
    if (title) {
      camel = camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
    }
    return RESERVED.contains(camel) ? camel + "_" : camel;
  }

  /** The text as a type's name. */
  static String typeName(String text) {
    String name = name(text);
    return (name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)).replace("_", "");
  }

  /** Whether a text is a name that Java takes as it is. */
  static boolean isName(String text) {
    return text.matches("[A-Za-z_$][A-Za-z0-9_$]*") && !RESERVED.contains(text);
  }
}
