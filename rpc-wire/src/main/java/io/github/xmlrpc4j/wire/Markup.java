package io.github.xmlrpc4j.wire;

/**
 * The markup that a writer puts, in both layouts. That at a value's ends has the rest of a struct's
 * member around it, so that a member takes few steps. A record, as its pieces are.
 *
 * @param lines as it stands in the layout of lines
 * @param linesInMember the same in a struct's member
 * @param compact as it stands in the compact layout
 * @param compactInMember the same in a struct's member
 */
record Markup(Piece lines, Piece linesInMember, Piece compact, Piece compactInMember) {
  private static final String NAME_END = "</name>\n";
  private static final String MEMBER_END = "</member>\n";

  /** The namespace of the elements that Apache XML-RPC adds. */
  private static final String APACHE_URI = "http://ws.apache.org/xmlrpc/namespaces/extensions";

  static final Markup DECLARATION = of("<?xml version='1.0'?>\n");
  static final Markup CALL = of("<methodCall>\n<methodName>");
  static final Markup APACHE_CALL = of("<methodCall xmlns:ex='" + APACHE_URI + "'>\n<methodName>");
  static final Markup CALL_PARAMS = of("</methodName>\n<params>\n");
  static final Markup CALL_END = of("</params>\n</methodCall>\n");
  static final Markup RESPONSE = of("<methodResponse>\n<params>\n");
  static final Markup APACHE_RESPONSE =
      of("<methodResponse xmlns:ex='" + APACHE_URI + "'>\n<params>\n");
  static final Markup RESPONSE_END = of("</params>\n</methodResponse>\n");
  static final Markup FAULT = of("<methodResponse>\n<fault>\n");
  static final Markup APACHE_FAULT =
      of("<methodResponse xmlns:ex='" + APACHE_URI + "'>\n<fault>\n");
  static final Markup FAULT_END = of("</fault>\n</methodResponse>\n");
  static final Markup PARAM = of("<param>\n");
  static final Markup PARAM_END = of("</param>\n");
  static final Markup INT = before("<value><int>");
  static final Markup INT_END = after("</int></value>\n");
  static final Markup I8 = before("<value><i8>");
  static final Markup I8_END = after("</i8></value>\n");
  static final Markup FALSE = whole("<value><boolean>0</boolean></value>\n");
  static final Markup TRUE = whole("<value><boolean>1</boolean></value>\n");
  static final Markup DOUBLE = before("<value><double>");
  static final Markup DOUBLE_END = after("</double></value>\n");
  static final Markup BIGDECIMAL = before("<value><bigdecimal>");
  static final Markup BIGDECIMAL_END = after("</bigdecimal></value>\n");
  static final Markup STRING = before("<value><string>");
  static final Markup STRING_END = after("</string></value>\n");
  static final Markup TIME = before("<value><dateTime.iso8601>");
  static final Markup TIME_END = after("</dateTime.iso8601></value>\n");
  static final Markup BASE64 = before("<value><base64>");
  static final Markup BASE64_END = after("</base64></value>\n");
  static final Markup NIL = whole("<value><nil/></value>");
  static final Markup APACHE_NIL = whole("<value><ex:nil/></value>");
  static final Markup APACHE = before("<value><ex:");
  static final Markup APACHE_END = after("></value>\n");
  static final Markup ARRAY = before("<value><array><data>\n");
  static final Markup ARRAY_END = after("</data></array></value>\n");
  static final Markup STRUCT = before("<value><struct>\n");
  static final Markup STRUCT_END = after("</struct></value>\n");
  static final Markup NAME = of("<member>\n<name>");

  private static Markup of(String text) {
    return of(text, text);
  }

  /** What stands before a value's content. */
  private static Markup before(String text) {
    return of(text, NAME_END + text);
  }

  /** What stands behind a value's content. */
  private static Markup after(String text) {
    return of(text, text + MEMBER_END);
  }

  /** What is a value with its content. */
  private static Markup whole(String text) {
    return of(text, NAME_END + text + MEMBER_END);
  }

  private static Markup of(String text, String inMember) {
    return new Markup(
        Piece.of(text),
        Piece.of(inMember),
        Piece.of(text.replace("\n", "")),
        Piece.of(inMember.replace("\n", "")));
  }

  Piece lines(boolean inMember) {
    return inMember ? linesInMember : lines;
  }

  Piece compact(boolean inMember) {
    return inMember ? compactInMember : compact;
  }
}
