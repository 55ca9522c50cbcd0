package io.github.xmlrpc4j.cli;

/**
 * A document of our own writer with line ends and indents where they mean nothing: between the
 * elements that hold elements, and nowhere in a value.
 */
final class IndentedXml {
  private final String compact;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private IndentedXml(String compact) {
    this.compact = compact;
  }

  /** The document in many lines, of one that {@code Layout.COMPACT} has written. */
  static String of(String compact) {
    return new IndentedXml(compact).indented();
  }

  private String indented() {
    int at = 0;
    while (at < compact.length()) {
      int end = end(at);
      if (compact.startsWith("</", at)) {
        depth--;
        line(at, end);
      } else {
        line(at, end);
        depth += isOnOneLine(at) ? 0 : 1;
      }
      at = end;
    }
    return out.toString();
  }

  /** The index behind what stands on one line with what begins at an index. */
  private int end(int at) {
    if (isOnOneLine(at) && !compact.startsWith("<?", at)) {
      String name = compact.substring(at + 1, compact.indexOf('>', at));
      return compact.indexOf("</" + name + ">", at) + name.length() + 3;
    }
    return compact.indexOf('>', at) + 1;
  }

  private boolean isOnOneLine(int at) {
    return compact.startsWith("<?", at)
        || compact.startsWith("<methodName>", at)
        || compact.startsWith("<name>", at)
        || (compact.startsWith("<value>", at)
            && !compact.startsWith("<value><array>", at)
            && !compact.startsWith("<value><struct>", at));
  }

  private void line(int from, int to) {
    out.append("  ".repeat(depth)).append(compact, from, to).append('\n');
  }
}
