package io.github.xmlrpc4j.wire;

/**
 * A way in which documents that peers really send depart from the <a
 * href="http://xmlrpc.com/spec.md">XML-RPC specification</a>. A {@link Dialect} names those that it
 * accepts; all others are errors whose message names the constant.
 */
public enum Deviation {
  /** {@code <nil/>}: no value. */
  NIL("nil is an extension", "http://ontosys.com/xml-rpc/extensions.php"),
  /** {@code <i8>}: a 64-bit integer, from Apache XML-RPC. */
  I8("i8 is an extension", Links.APACHE_TYPES),
  /** {@code i1 i2 float bigdecimal biginteger dateTime}, from Apache XML-RPC. */
  APACHE_TYPE("this type is an extension of Apache XML-RPC", Links.APACHE_TYPES),
  /** {@code ex:i8}, {@code foo:value}: an element with a prefix, whether bound or not. */
  PREFIXED_ELEMENT("elements have no prefix", Links.APACHE_TYPES),
  /** An attribute, a namespace declaration included. */
  ATTRIBUTE("elements have no attributes", Links.SPECIFICATION),
  /** White space inside a number, a truth value, a date or a method's name. */
  WHITE_SPACE_IN_SCALAR("white space stands around the content", Links.SPECIFICATION),
  /** Text beside a type element: {@code <value>junk<int>1</int></value>}. The text is dropped. */
  TEXT_AROUND_TYPED_VALUE("text stands beside the type element", Links.SPECIFICATION),
  /** An integer outside 32 bits in {@code <int>} or {@code <i4>}. It is read as 64 bits. */
  INT_OVER_32_BITS("the integer does not fit 32 bits", Links.SPECIFICATION),
  /** {@code <int></int>}, from PHP's servers. It is read as 0. */
  EMPTY_INT("the integer is empty", Links.SPECIFICATION),
  /** {@code true} and {@code false} for 1 and 0. */
  BOOLEAN_WORD("a boolean is 0 or 1", Links.SPECIFICATION),
  /** {@code 1e3}: an exponent in a double, from CPython and Apache XML-RPC. */
  DOUBLE_EXPONENT("a double has no exponent", Links.SPECIFICATION),
  /** {@code .5}, {@code 5.}: no digit on one side of the point. */
  DOUBLE_BARE_POINT("a double has digits on both sides of the point", Links.SPECIFICATION),
  /** {@code NaN}, {@code inf}, {@code -Infinity} and the like, from CPython and Apache XML-RPC. */
  DOUBLE_NOT_FINITE("a double is a finite number", Links.SPECIFICATION),
  /** A date with dashes, a time without colons, a blank for the T, or no time at all. */
  DATE_SPELLING(
      "a date is spelt 19980717T14:08:55", "https://www.rfc-editor.org/rfc/rfc3339#appendix-A"),
  /** A fraction of a second in a date. */
  DATE_FRACTION(
      "a date has no fraction of a second", "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"),
  /** {@code Z} or an offset in a date. */
  DATE_ZONE("a date has no zone", "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"),
  /** Base64 without its closing {@code =}. */
  BASE64_UNPADDED(
      "the base64 padding is missing", "https://www.rfc-editor.org/rfc/rfc4648#section-3.2"),
  /** Base64 with blanks or line ends inside. CPython's 76-column form is one of these. */
  BASE64_WHITE_SPACE(
      "white space stands inside the base64", "https://www.rfc-editor.org/rfc/rfc2045#section-6.8"),
  /** Two members of one name in a struct, from XCP-ng. The last one's value counts. */
  DUPLICATE_MEMBER(
      "the member's name stands twice", "https://github.com/apache/cloudstack/issues/10483"),
  /** A member whose value stands before its name. */
  VALUE_BEFORE_NAME("a member's name comes first", Links.SPECIFICATION),
  /** An array without {@code <data>}. The values that stand in it, if any, are its elements. */
  ARRAY_WITHOUT_DATA("an array holds one data element", Links.SPECIFICATION),
  /** An array with more than one {@code <data>}. Their values are joined. */
  ARRAY_WITH_DATA_REPEATED("an array holds one data element", Links.SPECIFICATION),
  /** White space before the XML declaration, from WordPress. */
  LEADING_WHITE_SPACE(
      "nothing stands before the XML declaration",
      "https://github.com/wordpress-mobile/WordPress-iOS/issues/1626"),
  /** Anything but white space, comments and processing instructions after the root element. */
  TRAILING_CONTENT(
      "nothing follows the root element", "https://www.w3.org/TR/xml/#sec-well-formed"),
  /** A declared encoding that the bytes give the lie to. The bytes are believed. */
  ENCODING_CONTRADICTED(
      "the declared encoding is not that of the bytes", "https://www.w3.org/TR/xml/#charencoding"),
  /** A method's name with characters outside {@code A-Z a-z 0-9 _ . : /}. */
  METHOD_NAME_CHARACTERS("a method's name is made of A-Z a-z 0-9 _ . : /", Links.SPECIFICATION),
  /** A response without a value. It is read as nil. */
  RESPONSE_WITHOUT_VALUE("a response holds one value", Links.SPECIFICATION),
  /** A response of no bytes, from HomeMatic's methods without a result. It is read as nil. */
  EMPTY_RESPONSE(
      "a response is an XML document", "https://github.com/SukramJ/aiohomematic/issues/2970"),
  /** A fault code that is a string or an {@code i8}, from Odoo. */
  FAULT_CODE_TYPE("a fault code is an int", Links.SPECIFICATION),
  /** A fault without a text. It is read as empty. */
  FAULT_WITHOUT_STRING("a fault holds faultString", Links.SPECIFICATION),
  /** A fault with members beside faultCode and faultString, from Apache XML-RPC. */
  FAULT_MEMBERS("a fault holds faultCode and faultString and nothing else", Links.SPECIFICATION);

  /** What several constants point to; an enum's own constants cannot be used by its first ones. */
  private static final class Links {
    private static final String SPECIFICATION = "http://xmlrpc.com/spec.md";
    private static final String APACHE_TYPES = "https://ws.apache.org/xmlrpc/types.html";
  }

  private final String rule;
  private final String link;

  Deviation(String rule, String link) {
    this.rule = rule;
    this.link = link;
  }

  /** The rule that is broken, in words. */
  public String rule() {
    return rule;
  }

  /** The address of the page where the rule stands, or where it is told who breaks it. */
  public String link() {
    return link;
  }
}
