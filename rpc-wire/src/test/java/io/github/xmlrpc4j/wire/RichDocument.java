package io.github.xmlrpc4j.wire;

/** A call with all that XML and XML-RPC have to offer, and that peers add. */
final class RichDocument {
  static final String TEXT =
      """
      <?xml version="1.0" encoding='UTF-8' standalone="yes" ?>
      <!-- a call --><?pi data?>
      <methodCall xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions">
      <methodName>examples.rich</methodName>
      <params>
      <param><value><int>-41</int></value></param>
      <param><value> untyped &lt;text&gt; &amp; more ]] </value></param>
      <param><value><string>a<![CDATA[ <b> & ]]]]>&#233;&#x1F600;<!-- c -->d\r\ne</string></value></param>
      <param><value><string>é€😀, plain text of some length, to be read by words</string></value></param>
      <param><value><boolean>1</boolean></value></param>
      <param><value><double>-12.214</double></value></param>
      <param><value><double>1.5e300</double></value></param>
      <param><value><dateTime.iso8601>19980717T14:08:55</dateTime.iso8601></value></param>
      <param><value><dateTime.iso8601>1998-07-17T14:08:55.25+01:00</dateTime.iso8601></value></param>
      <param><value><base64>eW91IGNhbid0IHJlYWQgdGhpcyE=</base64></value></param>
      <param><value><base64>
      eW91IGNhbid0IHJl
      YWQgdGhpcyE=
      </base64></value></param>
      <param><value><array><data>
        <value><i4>1</i4></value><value/><value><array><data/></array></value>
      </data></array></value></param>
      <param><value><struct>
        <member><name>x</name><value><int>3</int></value></member>
        <member><name>a &amp; b</name><value><struct></struct></value></member>
        <member><value><ex:i8>9000000000</ex:i8></value><name>late</name></member>
        <member><name>x</name><value><ex:nil/></value></member>
      </struct></value></param>
      <param><value><ex:bigdecimal a='1' b="&quot;'">0.10</ex:bigdecimal></value></param>
      </params>
      </methodCall><!-- end --><?pi?>""";

  private RichDocument() {}
}
