package io.github.xmlrpc4j.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.client.XmlRpcClientRequestImpl;
import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.common.TypeFactoryImpl;
import org.apache.xmlrpc.parser.XmlRpcRequestParser;
import org.apache.xmlrpc.serializer.DefaultXMLWriterFactory;
import org.apache.xmlrpc.serializer.XmlRpcWriter;
import org.apache.xmlrpc.util.SAXParsers;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Apache XML-RPC's parser and serializer, put together for each document as its server does. */
final class ApacheCodec implements CallCodec {
  private final XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
  private final TypeFactory types = new TypeFactoryImpl(new XmlRpcClient());
  private final DefaultXMLWriterFactory writers = new DefaultXMLWriterFactory();
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

  @Override
  public Object read(byte[] document) throws Exception {
    XmlRpcRequestParser parser = new XmlRpcRequestParser(config, types);
    XMLReader reader = SAXParsers.newXMLReader();
    reader.setContentHandler(parser);
    reader.parse(new InputSource(new ByteArrayInputStream(document)));
    return new XmlRpcClientRequestImpl(config, parser.getMethodName(), parser.getParams());
  }

  @Override
  public byte[] write(Object call) throws SAXException, XmlRpcException {
    buffer.reset();
    new XmlRpcWriter(config, writers.getXmlWriter(config, buffer), types)
        .write((XmlRpcRequest) call);
    return buffer.toByteArray();
  }
}
