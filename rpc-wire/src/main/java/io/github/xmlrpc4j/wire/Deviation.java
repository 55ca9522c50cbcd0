package io.github.xmlrpc4j.wire;

/**
 * A way in which documents that peers really send depart from the XML-RPC specification
 * (http://xmlrpc.com/spec.md). A {@link Dialect} names those that it accepts; all others are errors
 * whose message names the constant.
 */
public enum Deviation {
  /** {@code <nil/>}: no value, from http://ontosys.com/xml-rpc/extensions.php. */
  NIL("nil is an extension"),
  /** {@code <i8>}: a 64-bit integer, from Apache XML-RPC. */
  I8("i8 is an extension"),
  /** {@code i1 i2 float bigdecimal biginteger dateTime}, from Apache XML-RPC. */
  APACHE_TYPE("this type is an extension of Apache XML-RPC"),
  /** {@code ex:i8}, {@code foo:value}: an element with a prefix, whether bound or not. */
  PREFIXED_ELEMENT("elements have no prefix"),
  /** An attribute, a namespace declaration included. */
  ATTRIBUTE("elements have no attributes"),
  /** White space inside a number, a truth value, a date or a method's name. */
  WHITE_SPACE_IN_SCALAR("white space stands around the content"),
  /** Text beside a type element: {@code <value>junk<int>1</int></value>}. The text is dropped. */
  TEXT_AROUND_TYPED_VALUE("text stands beside the type element"),
  /** An integer outside 32 bits in {@code <int>} or {@code <i4>}. It is read as 64 bits. */
  INT_OVER_32_BITS("the integer does not fit 32 bits"),
  /** {@code <int></int>}, from PHP's servers. It is read as 0. */
  EMPTY_INT("the integer is empty"),
  /** {@code true} and {@code false} for 1 and 0. */
  BOOLEAN_WORD("a boolean is 0 or 1"),
  /** {@code 1e3}: an exponent in a double. */
  DOUBLE_EXPONENT("a double has no exponent"),
  /** {@code .5}, {@code 5.}: no digit on one side of the point. */
  DOUBLE_BARE_POINT("a double has digits on both sides of the point"),
  /** {@code NaN}, {@code inf}, {@code -Infinity} and the like. */
  DOUBLE_NOT_FINITE("a double is a finite number"),
  /** A date with dashes, a time without colons, a blank for the T, or no time at all. */
  DATE_SPELLING("a date is spelt 19980717T14:08:55"),
  /** A fraction of a second in a date. */
  DATE_FRACTION("a date has no fraction of a second"),
  /** {@code Z} or an offset in a date. */
  DATE_ZONE("a date has no zone"),
  /** Base64 without its closing {@code =}. */
  BASE64_UNPADDED("the base64 padding is missing"),
  /** Base64 with blanks or line ends inside. The usual 76-column form is one of these. */
  BASE64_WHITE_SPACE("white space stands inside the base64"),
  /** Two members of one name in a struct. The last one's value counts. */
  DUPLICATE_MEMBER("the member's name stands twice"),
  /** A member whose value stands before its name. */
  VALUE_BEFORE_NAME("a member's name comes first"),
  /** An array without {@code <data>}. The values that stand in it, if any, are its elements. */
  ARRAY_WITHOUT_DATA("an array holds one data element"),
  /** An array with more than one {@code <data>}. Their values are joined. */
  ARRAY_WITH_DATA_REPEATED("an array holds one data element"),
  /** White space before the XML declaration. */
  LEADING_WHITE_SPACE("nothing stands before the XML declaration"),
  /** Anything but white space, comments and processing instructions after the root element. */
  TRAILING_CONTENT("nothing follows the root element"),
  /** A declared encoding that the bytes give the lie to. The bytes are believed. */
  ENCODING_CONTRADICTED("the declared encoding is not that of the bytes"),
  /** A method's name with characters outside {@code A-Z a-z 0-9 _ . : /}. */
  METHOD_NAME_CHARACTERS("a method's name is made of A-Z a-z 0-9 _ . : /"),
  /** A response without a value. It is read as nil. */
  RESPONSE_WITHOUT_VALUE("a response holds one value"),
  /** A fault code that is a string or an {@code i8}, from Odoo. */
  FAULT_CODE_TYPE("a fault code is an int"),
  /** A fault without a text. It is read as empty. */
  FAULT_WITHOUT_STRING("a fault holds faultString"),
  /** A fault with members beside faultCode and faultString, from Apache XML-RPC. */
  FAULT_MEMBERS("a fault holds faultCode and faultString and nothing else");

  private final String rule;

  Deviation(String rule) {
    this.rule = rule;
  }

  /** The rule of the specification that is broken, in words. */
  public String rule() {
    return rule;
  }
}
