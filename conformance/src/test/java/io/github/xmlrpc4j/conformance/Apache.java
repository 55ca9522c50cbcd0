package io.github.xmlrpc4j.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.TimeZone;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcClientRequestImpl;
import org.apache.xmlrpc.parser.XmlRpcRequestParser;
import org.apache.xmlrpc.parser.XmlRpcResponseParser;
import org.apache.xmlrpc.serializer.XmlRpcWriter;
import org.apache.xmlrpc.util.SAXParsers;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** Apache XML-RPC's parsers and its writer, set up as its server and its client do it. */
final class Apache {
  private final XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
  private final XmlRpcClient client = new XmlRpcClient();

  Apache(boolean extensions) {
    config.setEnabledForExtensions(extensions);
    config.setTimeZone(TimeZone.getTimeZone("UTC"));
    client.setConfig(config);
  }

  XmlRpcRequestParser call(byte[] document) throws Exception {
    return parsed(document, new XmlRpcRequestParser(config, client.getTypeFactory()));
  }

  XmlRpcResponseParser response(byte[] document) throws Exception {
    return parsed(document, new XmlRpcResponseParser(config, client.getTypeFactory()));
  }

  private static <P extends ContentHandler> P parsed(byte[] document, P parser) throws Exception {
    XMLReader reader = SAXParsers.newXMLReader();
    reader.setContentHandler(parser);
    reader.parse(new InputSource(new ByteArrayInputStream(document)));
    return parser;
  }

  /** A call of the method "m" with one parameter. */
  byte[] written(@Nullable Object param) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ContentHandler xml = client.getXmlWriterFactory().getXmlWriter(config, out);
    new XmlRpcWriter(config, xml, client.getTypeFactory())
        .write(new XmlRpcClientRequestImpl(config, "m", new @Nullable Object[] {param}));
    return out.toByteArray();
  }
}
