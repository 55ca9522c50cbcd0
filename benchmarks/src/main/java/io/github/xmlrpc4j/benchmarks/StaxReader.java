package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.typed.TypedXMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message off a StAX reader into our values. Where the StAX reader has typed access, ints
 * and base64 are read without a string in between.
 */
final class StaxReader {
  private final XMLStreamReader in;
  private final @Nullable TypedXMLStreamReader typed;

  StaxReader(XMLStreamReader in) {
    this.in = in;
    this.typed = in instanceof TypedXMLStreamReader reader ? reader : null;
  }

  MethodCall call() throws XMLStreamException {
    begin("methodCall");
    begin("methodName");
    String name = in.getElementText();
    List<Value> params = new ArrayList<>();
    if (begins("params")) {
      while (begins("param")) {
        begin("value");
        params.add(value());
        end();
      }
      end();
    }
    in.next();
    in.close();
    return new MethodCall(name, params);
  }

  /** Reads on from {@code <value>} to its end. */
  private Value value() throws XMLStreamException {
    String text = "";
    for (int event = in.next(); event != XMLStreamConstants.START_ELEMENT; event = in.next()) {
      if (event == XMLStreamConstants.END_ELEMENT) {
        return Value.of(text);
      }
      text += in.getText();
    }
    Value value = typedValue(in.getLocalName());
    end();
    return value;
  }

  private Value typedValue(String type) throws XMLStreamException {
    return switch (type) {
      case "int", "i4" -> Value.of(integer());
      case "boolean" -> Value.of(in.getElementText().equals("1"));
      case "double" -> Value.of(Double.parseDouble(in.getElementText()));
      case "string" -> Value.of(in.getElementText());
      case "base64" -> Value.Bytes.of(bytes());
      case "array" -> array();
      case "struct" -> struct();
      default -> throw new XMLStreamException("the type " + type, in.getLocation());
    };
  }

  private int integer() throws XMLStreamException {
    return typed != null ? typed.getElementAsInt() : Integer.parseInt(in.getElementText());
  }

  private byte[] bytes() throws XMLStreamException {
    return typed != null
        ? typed.getElementAsBinary()
        : Base64.getMimeDecoder().decode(in.getElementText());
  }

  private Value array() throws XMLStreamException {
    List<Value> values = new ArrayList<>();
    begin("data");
    while (begins("value")) {
      values.add(value());
    }
    end();
    return new Value.Array(values);
  }

  private Value struct() throws XMLStreamException {
    Map<String, Value> members = new LinkedHashMap<>();
    while (begins("member")) {
      begin("name");
      String name = in.getElementText();
      begin("value");
      if (members.put(name, value()) != null) {
        throw new XMLStreamException("the member " + name + " twice", in.getLocation());
      }
      end();
    }
    return new Value.Struct(members);
  }

  private void begin(String name) throws XMLStreamException {
    if (!begins(name)) {
      throw new XMLStreamException("no <" + name + ">", in.getLocation());
    }
  }

  /** Whether the element begins that may come next; if not, the one around it has ended. */
  private boolean begins(String name) throws XMLStreamException {
    if (in.nextTag() == XMLStreamConstants.END_ELEMENT) {
      return false;
    }
    if (!in.getLocalName().equals(name)) {
      throw new XMLStreamException(
          "<" + in.getLocalName() + "> for <" + name + ">", in.getLocation());
    }
    return true;
  }

  private void end() throws XMLStreamException {
    if (in.nextTag() != XMLStreamConstants.END_ELEMENT) {
      throw new XMLStreamException("<" + in.getLocalName() + "> too many", in.getLocation());
    }
  }
}
