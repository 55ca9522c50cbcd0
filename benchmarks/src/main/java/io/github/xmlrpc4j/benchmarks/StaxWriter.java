package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.typed.TypedXMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes one message to a StAX writer, in the lines that ours has. Where the StAX writer has typed
 * access, ints and base64 are written without a string in between.
 */
final class StaxWriter {
  private final XMLStreamWriter out;
  private final @Nullable TypedXMLStreamWriter typed;

  StaxWriter(XMLStreamWriter out) {
    this.out = out;
    this.typed = out instanceof TypedXMLStreamWriter writer ? writer : null;
  }

  void write(MethodCall call) throws XMLStreamException {
    begin("methodCall");
    out.writeCharacters("\n");
    out.writeStartElement("methodName");
    out.writeCharacters(call.methodName());
    endLine();
    writeParams(call.params());
    end();
  }

  void writeResponse(Value result) throws XMLStreamException {
    begin("methodResponse");
    out.writeCharacters("\n");
    writeParams(List.of(result));
    end();
  }

  private void begin(String root) throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.writeStartElement(root);
  }

  private void end() throws XMLStreamException {
    out.writeEndElement();
    out.writeEndDocument();
    out.close();
  }

  private void writeParams(Iterable<Value> params) throws XMLStreamException {
    beginLine("params");
    for (Value param : params) {
      beginLine("param");
      writeValue(param);
      endLine();
    }
    endLine();
  }

  private void writeValue(Value value) throws XMLStreamException {
    out.writeStartElement("value");
    if (value instanceof Value.Int number) {
      writeInt(number.value());
    } else if (value instanceof Value.Str text) {
      writeText("string", text.value());
    } else if (value instanceof Value.Bool truth) {
      writeText("boolean", truth.value() ? "1" : "0");
    } else if (value instanceof Value.Real number) {
      writeText("double", Double.toString(number.value()));
    } else if (value instanceof Value.Struct struct) {
      writeStruct(struct);
    } else if (value instanceof Value.Array array) {
      writeArray(array);
    } else if (value instanceof Value.Bytes bytes) {
      writeBytes(bytes.value());
    } else {
      throw new IllegalArgumentException(value.kind().toString());
    }
    endLine();
  }

  private void writeInt(int number) throws XMLStreamException {
    if (typed == null) {
      writeText("int", Integer.toString(number));
    } else {
      out.writeStartElement("int");
      typed.writeInt(number);
      out.writeEndElement();
    }
  }

  private void writeBytes(byte[] bytes) throws XMLStreamException {
    if (typed == null) {
      writeText("base64", Base64.getEncoder().encodeToString(bytes));
    } else {
      out.writeStartElement("base64");
      typed.writeBinary(bytes, 0, bytes.length);
      out.writeEndElement();
    }
  }

  private void writeText(String type, String text) throws XMLStreamException {
    out.writeStartElement(type);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  private void writeArray(Value.Array array) throws XMLStreamException {
    out.writeStartElement("array");
    beginLine("data");
    for (Value element : array.values()) {
      writeValue(element);
    }
    out.writeEndElement();
    out.writeEndElement();
  }

  private void writeStruct(Value.Struct struct) throws XMLStreamException {
    beginLine("struct");
    for (Map.Entry<String, Value> member : struct.members().entrySet()) {
      beginLine("member");
      out.writeStartElement("name");
      out.writeCharacters(member.getKey());
      endLine();
      writeValue(member.getValue());
      endLine();
    }
    out.writeEndElement();
  }

  private void beginLine(String element) throws XMLStreamException {
    out.writeStartElement(element);
    out.writeCharacters("\n");
  }

  private void endLine() throws XMLStreamException {
    out.writeEndElement();
    out.writeCharacters("\n");
  }
}
