package io.github.xmlrpc4j.server.page;

/** A piece of HTML as it grows. Whatever is not markup of our own goes through {@link #text}. */
final class Html {
  private final StringBuilder out = new StringBuilder(16 * 1024);

  /** Appends markup. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Appends text, which is safe between tags and between the quotes of an attribute. */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
