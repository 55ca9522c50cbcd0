package io.github.xmlrpc4j.wire;

/**
 * The markup that a writer puts, in both layouts. That at a value's ends has the rest of a struct's
 * member around it, so that a member takes few steps.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nobody writes into the pieces.
enum Markup {
  DECLARATION("<?xml version='1.0'?>\n"),
  CALL("<methodCall>\n<methodName>"),
  APACHE_CALL("<methodCall xmlns:ex='" + Markup.APACHE_URI + "'>\n<methodName>"),
  CALL_PARAMS("</methodName>\n<params>\n"),
  CALL_END("</params>\n</methodCall>\n"),
  RESPONSE("<methodResponse>\n<params>\n"),
  APACHE_RESPONSE("<methodResponse xmlns:ex='" + Markup.APACHE_URI + "'>\n<params>\n"),
  RESPONSE_END("</params>\n</methodResponse>\n"),
  FAULT("<methodResponse>\n<fault>\n"),
  APACHE_FAULT("<methodResponse xmlns:ex='" + Markup.APACHE_URI + "'>\n<fault>\n"),
  FAULT_END("</fault>\n</methodResponse>\n"),
  PARAM("<param>\n"),
  PARAM_END("</param>\n"),
  INT(Markup.NAME_END, "<value><int>", ""),
  INT_END("", "</int></value>\n", Markup.MEMBER_END),
  I8(Markup.NAME_END, "<value><i8>", ""),
  I8_END("", "</i8></value>\n", Markup.MEMBER_END),
  FALSE(Markup.NAME_END, "<value><boolean>0</boolean></value>\n", Markup.MEMBER_END),
  TRUE(Markup.NAME_END, "<value><boolean>1</boolean></value>\n", Markup.MEMBER_END),
  DOUBLE(Markup.NAME_END, "<value><double>", ""),
  DOUBLE_END("", "</double></value>\n", Markup.MEMBER_END),
  BIGDECIMAL(Markup.NAME_END, "<value><bigdecimal>", ""),
  BIGDECIMAL_END("", "</bigdecimal></value>\n", Markup.MEMBER_END),
  STRING(Markup.NAME_END, "<value><string>", ""),
  STRING_END("", "</string></value>\n", Markup.MEMBER_END),
  TIME(Markup.NAME_END, "<value><dateTime.iso8601>", ""),
  TIME_END("", "</dateTime.iso8601></value>\n", Markup.MEMBER_END),
  BASE64(Markup.NAME_END, "<value><base64>", ""),
  BASE64_END("", "</base64></value>\n", Markup.MEMBER_END),
  NIL(Markup.NAME_END, "<value><nil/></value>", Markup.MEMBER_END),
  APACHE_NIL(Markup.NAME_END, "<value><ex:nil/></value>", Markup.MEMBER_END),
  APACHE(Markup.NAME_END, "<value><ex:", ""),
  APACHE_END("", "></value>\n", Markup.MEMBER_END),
  ARRAY(Markup.NAME_END, "<value><array><data>\n", ""),
  ARRAY_END("", "</data></array></value>\n", Markup.MEMBER_END),
  STRUCT(Markup.NAME_END, "<value><struct>\n", ""),
  STRUCT_END("", "</struct></value>\n", Markup.MEMBER_END),
  NAME("<member>\n<name>");

  private static final String NAME_END = "</name>\n";
  private static final String MEMBER_END = "</member>\n";

  /** The namespace of the elements that Apache XML-RPC adds. */
  private static final String APACHE_URI = "http://ws.apache.org/xmlrpc/namespaces/extensions";

  /**
   * Text in ASCII as words, of which the last may be longer.
   *
   * @param words the words
   * @param length the number of characters
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares pieces.
  record Piece(long[] words, int length) {
    private static Piece of(String text) {
      return new Piece(Words.all(text), text.length());
    }
  }

  private final Piece lines;
  private final Piece linesInMember;
  private final Piece compact;
  private final Piece compactInMember;

  Markup(String text) {
    this("", text, "");
  }

  /** What stands at an end of a value, and what is around that in a member. */
  Markup(String before, String text, String after) {
    String inMember = before + text + after;
    lines = Piece.of(text);
    linesInMember = Piece.of(inMember);
    compact = Piece.of(text.replace("\n", ""));
    compactInMember = Piece.of(inMember.replace("\n", ""));
  }

  Piece lines(boolean inMember) {
    return inMember ? linesInMember : lines;
  }

  Piece compact(boolean inMember) {
    return inMember ? compactInMember : compact;
  }
}
