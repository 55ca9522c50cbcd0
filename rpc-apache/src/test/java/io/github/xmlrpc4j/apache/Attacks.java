package io.github.xmlrpc4j.apache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The documents by which Apache XML-RPC's programs were attacked, with payloads that do no harm.
 */
final class Attacks {
  /** The characters of the text that a bomb holds: 8 MiB, of which some kilobytes are sent. */
  static final int BOMB_SIZE = 8 << 20;

  /** Apache's readers know the prefix from the root alone. */
  private static final String PREFIX =
      " xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'";

  private Attacks() {}

  static String call(String value) {
    return "<methodCall"
        + PREFIX
        + "><methodName>echo</methodName><params><param><value>"
        + value
        + "</value></param></params></methodCall>";
  }

  static String response(String value) {
    return "<methodResponse"
        + PREFIX
        + "><params><param><value>"
        + value
        + "</value></param></params></methodResponse>";
  }

  /** A document whose DTD and whose entity are to be fetched from an address (CVE-2016-5002). */
  static String external(String address, String document) {
    return "<?xml version='1.0'?><!DOCTYPE x SYSTEM '"
        + address
        + "/dtd' [<!ENTITY e SYSTEM '"
        + address
        + "/entity'>]>"
        + document.replace("ENTITY", "&e;");
  }

  /** A document with an entity of its own. */
  static String internal(String document) {
    return "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e 'expanded'>]>"
        + document.replace("ENTITY", "&e;");
  }

  /** A value that is a Java object (CVE-2016-5003). */
  static String serializable() {
    return "<ex:serializable>" + Payload.base64() + "</ex:serializable>";
  }

  /** A fault whose cause is a Java object (CVE-2019-17570). */
  static String faultCause() {
    return "<methodResponse><fault>"
        + "<value><struct><member><name>faultCode</name><value><int>5</int></value></member>"
        + "<member><name>faultString</name><value>out of stock</value></member>"
        + "<member><name>faultCause</name><value><base64>"
        + Payload.base64()
        + "</base64></value></member></struct></value></fault></methodResponse>";
  }

  /** A document that is a thousand times as large as what is sent of it (CVE-2016-5004). */
  static byte[] bomb(String document) {
    byte[] text = new byte[BOMB_SIZE];
    Arrays.fill(text, (byte) 'x');
    int at = document.indexOf("TEXT");
    return Peer.gzip(
        document.substring(0, at).getBytes(StandardCharsets.UTF_8),
        text,
        document.substring(at + "TEXT".length()).getBytes(StandardCharsets.UTF_8));
  }
}
