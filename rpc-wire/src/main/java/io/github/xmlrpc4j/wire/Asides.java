package io.github.xmlrpc4j.wire;

/**
 * What may stand between tags and in text without meaning anything: comments and processing
 * instructions. The other markup that looks like them, a DOCTYPE above all, is refused here.
 */
final class Asides {
  static final String CDATA = "<![CDATA[";

  private static final String COMMENT = "<!--";
  private static final String DOCTYPE = "<!DOCTYPE";

  private Asides() {}

  /** Whether a CDATA section begins at the cursor. */
  static boolean isCdata(Cursor in) {
    return in.startsWith(CDATA);
  }

  /** Passes the comment or the processing instruction at the cursor, or refuses what it is. */
  static void pass(Cursor in) {
    if (in.startsWith("<?")) {
      processingInstruction(in);
    } else if (in.startsWith(COMMENT)) {
      comment(in);
    } else if (in.startsWith(DOCTYPE)) {
      throw in.malformed("a DOCTYPE is refused always, unread; XML-RPC has no use for one");
    } else if (isCutShort(in.ascii(in.pos, Math.min(in.end, in.pos + DOCTYPE.length())))) {
      throw in.endsInside("markup");
    } else {
      throw in.malformed("markup that begins with '<!' and is neither comment nor CDATA");
    }
  }

  private static boolean isCutShort(String rest) {
    return COMMENT.startsWith(rest) || CDATA.startsWith(rest) || DOCTYPE.startsWith(rest);
  }

  private static void comment(Cursor in) {
    int start = in.pos;
    in.pos += COMMENT.length();
    while (in.pos < in.end) {
      if (in.startsWith("--")) {
        if (in.pos + 2 == in.end) {
          break;
        }
        if (in.buf[in.pos + 2] != '>') {
          throw in.malformed("'--' inside a comment");
        }
        in.pos += 3;
        return;
      }
      in.skipCharacter();
    }
    throw in.malformed("the document ends inside the comment that begins here", start);
  }

  private static void processingInstruction(Cursor in) {
    int start = in.pos;
    in.pos += 2;
    int nameStart = in.pos;
    int nameEnd = in.name("a processing instruction");
    if (in.ascii(nameStart, nameEnd).equalsIgnoreCase("xml")) {
      throw in.malformed("an XML declaration stands only at the very beginning", start);
    }
    boolean more = in.end - in.pos > 1 && !in.startsWith("?>");
    if (more && !Cursor.isBlank(in.buf[in.pos])) {
      throw in.malformed("a blank is missing after the name of a processing instruction");
    }
    while (in.pos < in.end) {
      if (in.startsWith("?>")) {
        in.pos += 2;
        return;
      }
      in.skipCharacter();
    }
    throw in.malformed(
        "the document ends inside the processing instruction that begins here", start);
  }
}
