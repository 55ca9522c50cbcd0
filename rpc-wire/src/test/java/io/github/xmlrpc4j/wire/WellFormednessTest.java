package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags, attributes, comments, processing instructions, the XML declaration, DOCTYPE. */
class WellFormednessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <value><int>1</in></value>        | 14 | the end tag </in> does not close <int> of line 2
          <value><int>1</intt></value>      | 14 | the end tag </intt> does not close <int> of line 2
          <value><int>1</ex:int></value>    | 14 | the end tag </ex:int> does not close <int> of line 2
          <value><ex:int>1</int></value>    | 17 | the end tag </int> does not close <ex:int> of line 2
          <value><a:int>1</b:int></value>   | 16 | the end tag </b:int> does not close <a:int> of line 2
          <value><boolean>1</booleaX></value> | 18 | the end tag </booleaX> does not close <boolean> of line 2
          <value><int>1</value>             | 14 | the end tag </value> does not close <int> of line 2
          <value>x</Value>                  | 9  | the end tag </Value> does not close <value> of line 2
          <value>x</valuf>                  | 9  | the end tag </valuf> does not close <value> of line 2
          <value>x</>                       | 11 | an end tag has no name
          <value>x</ value>                 | 11 | an end tag has no name
          <value>x</value x>                | 17 | an end tag holds more than a name
          <value>x</value/>                 | 16 | an end tag holds more than a name
          <value>x< /value>                 | 10 | an element has no name
          <value>x<1/></value>              | 10 | an element has no name
          <value>x<-/></value>              | 10 | an element has no name
          <value>x<></value>                | 10 | an element has no name
          <value><int/ ></value>            | 13 | '/' in a start tag is not followed by '>'
          <value><int<x></value>            | 12 | a start tag holds a character that no name has
          <value><int"></value>             | 12 | a start tag holds a character that no name has
          <value><é×/></value>              | 10 | a start tag holds a character that no name has
          """)
  void tagsMatchAndHoldNames(String value, int column, String problem) {
    assertMalformed(value, column, problem);
  }

  @Test
  void theEndTagOfTheMessageIsComparedToItsLastCharacter() {
    assertThat(
            Wire.refusal(
                Wire.utf8("<methodCall><methodName>m</methodName>\n</methodCalX>"), Wire.ALL))
        .hasMessage(
            "not well-formed XML at line 2, column 1 (byte 39): the end tag </methodCalX> does not"
                + " close <methodCall> of line 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <int a>           | 14 | an attribute has no value
          <int a=>          | 15 | an attribute's value is not quoted
          <int a=1>         | 15 | an attribute's value is not quoted
          <int a 1>         | 15 | an attribute has no value
          <int 1='a'>       | 13 | an attribute has no name
          <int ='a'>        | 13 | an attribute has no name
          <int a='1'b='2'>  | 18 | a blank is missing before an attribute
          <int a='1' a='2'> | 19 | the attribute a stands twice
          <int a='<'>       | 16 | '<' inside an attribute's value
          <int a='&'>       | 16 | '&' that begins no reference; write &amp;
          <int a='&x;'>     | 16 | the entity &x; is not one of XML's own five
          <int a='&#0;'>    | 16 | the reference &#0; names no XML character
          <int a='\u0001'>  | 16 | the character U+0001, which XML does not allow
          """)
  void attributesHaveQuotedValues(String tag, int column, String problem) {
    assertMalformed("<value>" + tag + "5</int></value>", column, problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<int a=''>5</int>",
        "<int a = \"'&lt;>&#10;\" >5</int\t>",
        "<int\na='1'\r\nA='2' é='3' a.b-c_d:e='4'>5</int>",
        "<int xmlns:x='urn:1' xmlns='urn:2' xml:space='preserve'>5</int>"
      })
  void attributesMeanNothing(String element) {
    assertThat(Wire.read("<value>" + element + "</value>", Dialect.LENIENT)).isEqualTo(Value.of(5));
  }

  @Test
  void aHundredAttributesAreEnough() {
    StringBuilder tag = new StringBuilder("<value");
    for (int i = 0; i < 100; i++) {
      tag.append(" a").append(i).append("=''");
    }
    assertThat(Wire.read(tag + "/>", Dialect.LENIENT)).isEqualTo(Value.of(""));
    assertMalformed(tag + " b=''/>", tag.length() + 2, "more than 100 attributes in one start tag");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <value><!-- a -- b --></value>     | 15 | '--' inside a comment
          <value><!-- a ---></value>         | 15 | '--' inside a comment
          <value><!----->x</value>           | 12 | '--' inside a comment
          <value><!--></value>               | 8  | the document ends inside the comment that begins here
          <value><!--->x</value>             | 8  | the document ends inside the comment that begins here
          <value><!- a --></value>           | 8  | markup that begins with '<!' and is neither comment nor CDATA
          <value><!x></value>                | 8  | markup that begins with '<!' and is neither comment nor CDATA
          <value><![cdata[x]]></value>       | 8  | markup that begins with '<!' and is neither comment nor CDATA
          <value><![CDATA [x]]></value>      | 8  | markup that begins with '<!' and is neither comment nor CDATA
          <value><!ENTITY x "y"></value>     | 8  | markup that begins with '<!' and is neither comment nor CDATA
          <value><?pi></value>               | 12 | a blank is missing after the name of a processing instruction
          <value><?pi?x?></value>            | 12 | a blank is missing after the name of a processing instruction
          <value><?pi*x?></value>            | 12 | a blank is missing after the name of a processing instruction
          <value><? pi?></value>             | 10 | a processing instruction has no name
          <value><??></value>                | 10 | a processing instruction has no name
          <value><?pi x></value>             | 8  | the document ends inside the processing instruction that begins here
          <value><?xml version='1.0'?></value> | 8 | an XML declaration stands only at the very beginning
          <value><?XmL x?></value>           | 8  | an XML declaration stands only at the very beginning
          <value><!-- \u0001 --></value>     | 13 | the character U+0001, which XML does not allow
          <value><?pi \uffff?></value>       | 13 | the character U+FFFF, which XML does not allow
          """)
  void commentsAndProcessingInstructionsHaveTheirForm(String value, int column, String problem) {
    assertMalformed(value, column, problem);
    // The same where text has begun already, which is read elsewhere.
    assertMalformed(value.replace("<value>", "<value>x"), column + 1, problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!----><value>x</value>",
        "<!-- <a> & ]]> <?x?> <!x ->--><value>x</value>",
        "<value>x<!-- - - --></value>",
        "<value><!-- é😀 -->x</value>",
        "<?pi?><value>x</value>",
        "<?xml-style a='?' > ?><value>x</value>",
        "<?a:b ??><value>x</value>",
        "<?é <a> & ]]> -- ?><value>x</value>",
        "<value><?pi?>x<?pi x?></value>"
      })
  void commentsAndProcessingInstructionsMeanNothing(String value) {
    assertThat(Wire.read(value, Dialect.STRICT)).isEqualTo(Value.of("x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0'?>",
        "<?xml version=\"1.0\" ?>",
        "<?xml\tversion = '1.1'\n?>",
        "<?xml version='1.0' encoding='utf-8'?>",
        "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes' ?>",
        "<?xml version='1.0' standalone='no'?>"
      })
  void anXmlDeclarationHasAVersion(String declaration) {
    byte[] call = Wire.utf8(declaration + "<methodCall><methodName>m</methodName></methodCall>");
    assertThat(MethodCall.read(call, Dialect.STRICT, Limits.DEFAULT)).isEqualTo(MethodCall.of("m"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <?xml?>                                     | 6  | the XML declaration has no version
          <?xml ?>                                    | 7  | the XML declaration has no version
          <?xml encoding='UTF-8'?>                    | 7  | the XML declaration has no version
          <?xml version='2.0'?>                       | 1  | XML version "2.0" is not 1.x
          <?xml version='1.'?>                        | 1  | XML version "1." is not 1.x
          <?xml version='1.0a'?>                      | 1  | XML version "1.0a" is not 1.x
          <?xml version=1.0?>                         | 15 | the value of version is not quoted
          <?xml version'1.0'?>                        | 14 | '=' is missing after version
          <?xml version='1.0'encoding='UTF-8'?>       | 20 | a blank is missing before encoding
          <?xml version='1.0' encoding=UTF-8?>        | 30 | the value of encoding is not quoted
          <?xml version='1.0' encoding='UTF-8"?>      | 39 | a character that does not belong into the XML declaration
          <?xml version='1.0' standalone='maybe'?>    | 1  | standalone is neither yes nor no
          <?xml version='1.0' standalone='yes' encoding='UTF-8'?> | 38 | the XML declaration does not end with ?>
          <?xml version='1.0' other='x'?>             | 21 | the XML declaration does not end with ?>
          <?xml version='1.0'>                        | 20 | the XML declaration does not end with ?>
          <?xml version='1.0' ? >                     | 21 | the XML declaration does not end with ?>
          <?xml version='1.0'?><?xml version='1.0'?>  | 22 | an XML declaration stands only at the very beginning
          <!-- --><?xml version='1.0'?>               | 9  | an XML declaration stands only at the very beginning
          <?XML version='1.0'?>                       | 1  | an XML declaration stands only at the very beginning
          """)
  void anXmlDeclarationHasItsForm(String declaration, int column, String problem) {
    byte[] call = Wire.utf8(declaration + "<methodCall><methodName>m</methodName></methodCall>");
    String place = "line 1, column " + column + " (byte " + (column - 1) + ")";
    assertThat(Wire.refusal(call, Wire.ALL))
        .hasMessage("not well-formed XML at " + place + ": " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@<methodCall><methodName>m</methodName></methodCall>",
        "<?xml version='1.0'?>\n<!-- --> @<methodCall><methodName>m</methodName></methodCall>",
        "<methodCall>@<methodName>m</methodName></methodCall>",
        "<methodCall><methodName>@m</methodName></methodCall>",
        "<methodCall><methodName>m@</methodName></methodCall>",
        "<methodCall><methodName>m</methodName><params>@</params></methodCall>",
        "<methodCall><methodName>m</methodName><params><param><value>@<int>1</int></value></param></params></methodCall>",
        "<methodCall><methodName>m</methodName><params><param><value><int>@1</int></value></param></params></methodCall>",
        "<methodCall><methodName>m</methodName><params><param><value><int>1@</int></value></param></params></methodCall>",
        "<methodCall><methodName>m</methodName><params><param><value><int>1</int>@</value></param></params></methodCall>",
        "<methodCall><methodName>m</methodName></methodCall>@"
      })
  void aDoctypeIsRefusedWhereverItStands(String document) {
    for (String doctype :
        new String[] {
          "<!DOCTYPE methodCall>",
          "<!DOCTYPE methodCall SYSTEM 'file:///etc/passwd'>",
          "<!DOCTYPE x [<!ENTITY a 'b'>]>",
          "<!DOCTYPE"
        }) {
      assertThat(Wire.refusal(Wire.utf8(document.replace("@", doctype)), Wire.ALL))
          .isInstanceOf(NotWellFormedException.class)
          .hasMessageEndingWith(
              ": a DOCTYPE is refused always, unread; XML-RPC has no use for one");
    }
  }

  private static void assertMalformed(String value, int column, String problem) {
    assertThat(Wire.refusal(value, Wire.ALL))
        .isInstanceOf(NotWellFormedException.class)
        .hasMessage(
            "not well-formed XML at line 2, column "
                + column
                + " (byte "
                + (53 + column + Math.max(0, bytesBefore(value, column)))
                + "): "
                + problem);
  }

  /** The bytes that stand before a column beyond one for each character. */
  private static int bytesBefore(String value, int column) {
    String before = value.substring(0, Math.min(value.length(), column - 1));
    return Wire.utf8(before).length - before.length();
  }
}
