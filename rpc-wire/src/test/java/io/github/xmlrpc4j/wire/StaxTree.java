package io.github.xmlrpc4j.wire;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A document as the JDK's own parser reads it, and the values that its elements stand for. */
final class StaxTree {
  private static final XMLInputFactory PARSERS = parsers();

  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<StaxTree> children = new ArrayList<>();

  private StaxTree(String name) {
    this.name = name.replaceFirst(".*[:-]", "");
  }

  private static XMLInputFactory parsers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  /** The root element of a document in UTF-8. */
  static StaxTree of(byte[] document) throws XMLStreamException {
    XMLStreamReader in = PARSERS.createXMLStreamReader(new StringReader(decoded(document)));
    StaxTree top = new StaxTree("");
    List<StaxTree> open = new ArrayList<>(List.of(top));
    while (in.hasNext()) {
      StaxTree parent = open.get(open.size() - 1);
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          StaxTree child = new StaxTree(in.getLocalName());
          parent.children.add(child);
          open.add(child);
        }
        case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            parent.text.append(in.getText());
        case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
            throw new XMLStreamException("what needs a DTD");
        default -> {}
      }
    }
    return top.children.get(0);
  }

  /** The text; the parser's own decoder prints what it refuses. */
  private static String decoded(byte[] utf8) throws XMLStreamException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new XMLStreamException("no UTF-8");
    }
  }

  /** The call that the root element stands for. */
  MethodCall call() {
    List<Value> params = new ArrayList<>();
    if (children.size() > 1) {
      children.get(1).children.forEach(param -> params.add(param.children.get(0).value()));
    }
    return new MethodCall(children.get(0).text.toString().strip(), params);
  }

  private Value value() {
    if (children.isEmpty()) {
      return Value.of(text.toString());
    }
    StaxTree type = children.get(0);
    String content = type.text.toString();
    return switch (type.name) {
      case "int", "i4", "i1", "i2" -> integer(content.strip());
      case "i8" -> i8(content.strip());
      case "string" -> Value.of(content);
      case "boolean" -> Value.of(content.strip().equals("1") || content.strip().equals("true"));
      case "double", "float" -> Value.of(Double.parseDouble(content.strip()));
      case "bigdecimal", "biginteger" -> decimal(content.strip());
      case "dateTime.iso8601", "dateTime" ->
          Times.parse(content.strip(), EnumSet.noneOf(Deviation.class));
      case "base64" -> Value.Bytes.of(Base64.getMimeDecoder().decode(content));
      case "nil" -> Value.nil();
      case "array" -> array(type);
      case "struct" -> struct(type);
      default -> throw new IllegalArgumentException(type.name);
    };
  }

  private static Value integer(String digits) {
    long number = digits.isEmpty() ? 0 : Long.parseLong(digits);
    return number == (int) number ? Value.of((int) number) : Value.of(number);
  }

  private static Value i8(String digits) {
    return Value.of(digits.isEmpty() ? 0 : Long.parseLong(digits));
  }

  private static Value decimal(String digits) {
    BigDecimal number = new BigDecimal(digits);
    return number.scale() == 0 ? Value.of(number.toBigInteger()) : new Value.Decimal(number);
  }

  private static Value array(StaxTree type) {
    List<Value> values = new ArrayList<>();
    for (StaxTree child : type.children) {
      if (child.name.equals("data")) {
        child.children.forEach(value -> values.add(value.value()));
      } else {
        values.add(child.value());
      }
    }
    return new Value.Array(values);
  }

  private static Value struct(StaxTree type) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (StaxTree member : type.children) {
      StaxTree first = member.children.get(0);
      StaxTree second = member.children.get(1);
      boolean inOrder = first.name.equals("name");
      members.put((inOrder ? first : second).text.toString(), (inOrder ? second : first).value());
    }
    return new Value.Struct(members);
  }
}
