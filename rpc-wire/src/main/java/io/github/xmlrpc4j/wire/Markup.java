package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;

/** The pieces of markup that a writer puts, in both layouts. */
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
  INT("<value><int>"),
  INT_END("</int></value>\n"),
  I8("<value><i8>"),
  I8_END("</i8></value>\n"),
  FALSE("<value><boolean>0</boolean></value>\n"),
  TRUE("<value><boolean>1</boolean></value>\n"),
  DOUBLE("<value><double>"),
  DOUBLE_END("</double></value>\n"),
  BIGDECIMAL("<value><bigdecimal>"),
  BIGDECIMAL_END("</bigdecimal></value>\n"),
  STRING("<value><string>"),
  STRING_END("</string></value>\n"),
  TIME("<value><dateTime.iso8601>"),
  TIME_END("</dateTime.iso8601></value>\n"),
  BASE64("<value><base64>"),
  BASE64_END("</base64></value>\n"),
  NIL("<value><nil/></value>"),
  APACHE_NIL("<value><ex:nil/></value>"),
  APACHE("<value><ex:"),
  APACHE_END("></value>\n"),
  ARRAY("<value><array><data>\n"),
  ARRAY_END("</data></array></value>\n"),
  STRUCT("<value><struct>\n"),
  STRUCT_END("</struct></value>\n"),
  NAME("<member>\n<name>"),
  NAME_END("</name>\n"),
  MEMBER_END("</member>\n");

  /** The namespace of the elements that Apache XML-RPC adds. */
  private static final String APACHE_URI = "http://ws.apache.org/xmlrpc/namespaces/extensions";

  @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into it.
  final byte[] lines;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into it.
  final byte[] compact;

  Markup(String text) {
    lines = text.getBytes(StandardCharsets.US_ASCII);
    compact = text.replace("\n", "").getBytes(StandardCharsets.US_ASCII);
  }
}
