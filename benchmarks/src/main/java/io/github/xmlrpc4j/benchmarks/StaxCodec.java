package io.github.xmlrpc4j.benchmarks;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.stax.OutputFactoryImpl;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLOutputFactory2;
import org.codehaus.stax2.io.Stax2ByteArraySource;

/**
 * Our values over a StAX parser and its writer, set up for speed. Its base64 is copied once more
 * than ours, since a value keeps a copy of bytes that are not its own.
 */
final class StaxCodec implements CallCodec {
  private final XMLInputFactory inputs;
  private final XMLOutputFactory outputs;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();

  private StaxCodec(XMLInputFactory inputs, XMLOutputFactory outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    inputs.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    inputs.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  static StaxCodec aalto() {
    return fast(new InputFactoryImpl(), new OutputFactoryImpl());
  }

  static StaxCodec woodstox() {
    WstxInputFactory inputs = new WstxInputFactory();
    inputs.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return fast(inputs, new WstxOutputFactory());
  }

  static StaxCodec jdk() {
    XMLInputFactory inputs = XMLInputFactory.newDefaultFactory();
    inputs.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return new StaxCodec(inputs, XMLOutputFactory.newDefaultFactory());
  }

  private static StaxCodec fast(XMLInputFactory2 inputs, XMLOutputFactory2 outputs) {
    inputs.configureForSpeed();
    outputs.configureForSpeed();
    return new StaxCodec(inputs, outputs);
  }

  /** A codec of the same factories, for another thread. */
  StaxCodec another() {
    return new StaxCodec(inputs, outputs);
  }

  @Override
  public MethodCall read(byte[] document) throws XMLStreamException {
    return new StaxReader(reader(document, document.length)).call();
  }

  private XMLStreamReader reader(byte[] document, int length) throws XMLStreamException {
    return inputs instanceof XMLInputFactory2
        ? inputs.createXMLStreamReader(new Stax2ByteArraySource(document, 0, length))
        : inputs.createXMLStreamReader(new ByteArrayInputStream(document, 0, length), "UTF-8");
  }

  @Override
  public byte[] write(Object call) throws XMLStreamException {
    buffer.reset();
    new StaxWriter(outputs.createXMLStreamWriter(buffer, "UTF-8")).write((MethodCall) call);
    return buffer.toByteArray();
  }

  byte[] writeResponse(Value result) throws XMLStreamException {
    buffer.reset();
    new StaxWriter(outputs.createXMLStreamWriter(buffer, "UTF-8")).writeResponse(result);
    return buffer.toByteArray();
  }
}
