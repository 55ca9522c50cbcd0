package io.github.xmlrpc4j.fuzz;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of a document as the JDK's own parser reads it. */
final class StaxElement {
  /** We refuse a start tag with more, whatever the limits. */
  private static final int MOST_ATTRIBUTES = 100;

  private static final XMLInputFactory PARSERS = parsers();

  private final OlderXml xml;
  private final String name;
  private final int attributes;
  private final List<StaxElement> children = new ArrayList<>();

  /** The text before each child, and behind the last. */
  private final List<StringBuilder> texts = new ArrayList<>(List.of(new StringBuilder()));

  private StaxElement(OlderXml xml, String name, int attributes) {
    this.xml = xml;
    this.name = name;
    this.attributes = attributes;
  }

  private static XMLInputFactory parsers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // Its bounds are others than ours and are not compared.
    String prefix = "http://www.oracle.com/xml/jaxp/properties/";
    for (String bound : List.of("elementAttributeLimit", "maxXMLNameLimit", "maxElementDepth")) {
      factory.setProperty(prefix + bound, "0");
    }
    return factory;
  }

  /** The root of a document, all of which is read. */
  static StaxElement root(XmlText document) throws NotWellFormed {
    return root(document, XMLStreamConstants.END_DOCUMENT);
  }

  /** The root of a document, whatever follows it. */
  static StaxElement rootAlone(XmlText document) throws NotWellFormed {
    return root(document, XMLStreamConstants.END_ELEMENT);
  }

  private static StaxElement root(XmlText document, int last) throws NotWellFormed {
    OlderXml xml = new OlderXml(document.content());
    StaxElement top = new StaxElement(xml, "", 0);
    Deque<StaxElement> open = new ArrayDeque<>(List.of(top));
    try {
      XMLStreamReader in = PARSERS.createXMLStreamReader(new StringReader(xml.text()));
      int event = in.getEventType();
      while (event != last || open.size() > 1) {
        event = in.next();
        top.take(event, in, open);
      }
    } catch (XMLStreamException | MissingResourceException e) {
      // The parser has no words for some of what it refuses in a DOCTYPE.
      throw new NotWellFormed(e);
    }
    return top.children.get(0);
  }

  private void take(int event, XMLStreamReader in, Deque<StaxElement> open) throws NotWellFormed {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        if (in.getAttributeCount() > MOST_ATTRIBUTES) {
          throw new NotWellFormed("attributes");
        }
        StaxElement child = new StaxElement(xml, in.getLocalName(), in.getAttributeCount());
        open.element().children.add(child);
        open.element().texts.add(new StringBuilder());
        open.push(child);
      }
      case XMLStreamConstants.END_ELEMENT -> open.pop();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        List<StringBuilder> texts = open.element().texts;
        texts.get(texts.size() - 1).append(in.getText());
      }
      case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
          throw new NotWellFormed("what needs a DTD");
      default -> {}
    }
  }

  /** The name without its prefix. */
  String name() {
    return xml.localName(name);
  }

  boolean hasPrefix() {
    return !name().equals(name);
  }

  boolean hasAttributes() {
    return attributes > 0;
  }

  List<StaxElement> children() {
    return children;
  }

  /** The text of an element without children. */
  String text() {
    return xml.unmarked(texts.get(0).toString());
  }

  /** Whether nothing but white space stands beside the children. */
  boolean hasElementsOnly() {
    return texts.stream().allMatch(text -> Scalars.trimmed(text.toString()).isEmpty());
  }
}
