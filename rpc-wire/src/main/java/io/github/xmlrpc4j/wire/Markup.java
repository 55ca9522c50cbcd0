package io.github.xmlrpc4j.wire;

/**
 * The markup that a writer puts, in both layouts. That at a value's ends has the rest of a member
 * or of a parameter around it, so that either takes few steps.
 *
 * @param lines as it stands in the layout of lines
 * @param compact as it stands in the compact layout
 */
record Markup(Pieces lines, Pieces compact) {
  /** The element whose markup is put with that of the one value in it. */
  enum Frame {
    NONE,
    MEMBER,
    PARAM
  }

  /**
   * The markup in one layout. A record, as its pieces are.
   *
   * @param bare as it stands where it is put alone
   * @param inMember the same in a struct's member
   * @param inParam the same in a parameter
   */
  record Pieces(Piece bare, Piece inMember, Piece inParam) {
    private static Pieces of(String bare, String inMember, String inParam) {
      return new Pieces(Piece.of(bare), Piece.of(inMember), Piece.of(inParam));
    }

    Piece in(Frame frame) {
      return frame == Frame.MEMBER ? inMember : frame == Frame.PARAM ? inParam : bare;
    }
  }

  private static final String DECLARATION = "<?xml version='1.0'?>\n";
  private static final String NAME_END = "</name>\n";
  private static final String MEMBER_END = "</member>\n";
  private static final String PARAM = "<param>\n";
  private static final String PARAM_END = "</param>\n";

  /** The namespace of the elements that Apache XML-RPC adds. */
  private static final String APACHE_URI = "http://ws.apache.org/xmlrpc/namespaces/extensions";

  static final Markup CALL = begin("<methodCall>\n<methodName>");
  static final Markup APACHE_CALL =
      begin("<methodCall xmlns:ex='" + APACHE_URI + "'>\n<methodName>");
  static final Markup CALL_PARAMS = of("</methodName>\n<params>\n");
  static final Markup CALL_END = of("</params>\n</methodCall>\n");
  static final Markup RESPONSE = begin("<methodResponse>\n<params>\n");
  static final Markup APACHE_RESPONSE =
      begin("<methodResponse xmlns:ex='" + APACHE_URI + "'>\n<params>\n");
  static final Markup RESPONSE_END = of("</params>\n</methodResponse>\n");
  static final Markup FAULT = begin("<methodResponse>\n<fault>\n");
  static final Markup APACHE_FAULT =
      begin("<methodResponse xmlns:ex='" + APACHE_URI + "'>\n<fault>\n");
  static final Markup FAULT_END = of("</fault>\n</methodResponse>\n");
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

  /** What a document begins with. */
  private static Markup begin(String text) {
    return of(DECLARATION + text);
  }

  private static Markup of(String text) {
    return of(text, text, text);
  }

  /** What stands before a value's content. */
  private static Markup before(String text) {
    return of(text, NAME_END + text, PARAM + text);
  }

  /** What stands behind a value's content. */
  private static Markup after(String text) {
    return of(text, text + MEMBER_END, text + PARAM_END);
  }

  /** What is a value with its content. */
  private static Markup whole(String text) {
    return of(text, NAME_END + text + MEMBER_END, PARAM + text + PARAM_END);
  }

  private static Markup of(String bare, String inMember, String inParam) {
    return new Markup(
        Pieces.of(bare, inMember, inParam),
        Pieces.of(bare.replace("\n", ""), inMember.replace("\n", ""), inParam.replace("\n", "")));
  }

  Pieces pieces(boolean inLines) {
    return inLines ? lines : compact;
  }
}
