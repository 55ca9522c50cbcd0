package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no dialect reads, since nobody can know what it means. */
class RefusedValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <int>1_000</int>                      | 13 | "1_000" is no integer
          <int>0x10</int>                       | 13 | "0x10" is no integer
          <int>1.0</int>                        | 13 | "1.0" is no integer
          <int>1e3</int>                        | 13 | "1e3" is no integer
          <int>--1</int>                        | 13 | "--1" is no integer
          <int>+</int>                          | 13 | "+" is no integer
          <int>-</int>                          | 13 | "-" is no integer
          <int>1 2</int>                        | 13 | "1 2" is no integer
          <int>٣</int>                          | 13 | "٣" is no integer
          <int>"</int>                          | 13 | "\\"" is no integer
          <int>true</int>                       | 13 | "true" is no integer
          <i8>9223372036854775808</i8>          | 12 | 9223372036854775808 does not fit 64 bits
          <i8>-9223372036854775809</i8>         | 12 | -9223372036854775809 does not fit 64 bits
          <int>12345678901234567890123</int>    | 13 | 12345678901234567890123 does not fit 64 bits
          <biginteger>1.5</biginteger>          | 20 | "1.5" is no integer
          <biginteger></biginteger>             | 20 | "" is no integer
          """)
  void integers(String element, int column, String problem) {
    assertRefused(element, column, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <boolean></boolean>                   | 17 | "" is no boolean
          <boolean/>                            | 18 | "" is no boolean
          <boolean>2</boolean>                  | 17 | "2" is no boolean
          <boolean>01</boolean>                 | 17 | "01" is no boolean
          <boolean>-0</boolean>                 | 17 | "-0" is no boolean
          <boolean>10</boolean>                 | 17 | "10" is no boolean
          <boolean>TRUE</boolean>               | 17 | "TRUE" is no boolean
          <boolean>yes</boolean>                | 17 | "yes" is no boolean
          """)
  void booleans(String element, int column, String problem) {
    assertRefused(element, column, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <double>1,5</double>                  | 16 | "1,5" is no number
          <double></double>                     | 16 | "" is no number
          <double/>                             | 17 | "" is no number
          <double>.</double>                    | 16 | "." is no number
          <double>-</double>                    | 16 | "-" is no number
          <double>1..5</double>                 | 16 | "1..5" is no number
          <double>1.5.5</double>                | 16 | "1.5.5" is no number
          <double>1e</double>                   | 16 | "1e" is no number
          <double>e5</double>                   | 16 | "e5" is no number
          <double>1e1.5</double>                | 16 | "1e1.5" is no number
          <double>0x1p3</double>                | 16 | "0x1p3" is no number
          <double>1.5f</double>                 | 16 | "1.5f" is no number
          <double>1_0.5</double>                | 16 | "1_0.5" is no number
          <double>Infinit</double>              | 16 | "Infinit" is no number
          <double>1e309</double>                | 16 | 1e309 is too large for a double
          <bigdecimal>x</bigdecimal>            | 20 | "x" is no number
          <bigdecimal>NaN</bigdecimal>          | 20 | "NaN" is no number
          """)
  void numbers(String element, int column, String problem) {
    assertRefused(element, column, problem);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "now",
    "19980717T14:08:60",
    "19980717T24:00:00",
    "19980717T14:60:00",
    "19980229T14:08:55",
    "19981317T14:08:55",
    "19980717T14:08",
    "19980717T",
    "19980717T14:0855",
    "19980717T1408:55",
    "1998-0717T14:08:55",
    "199807-17T14:08:55",
    "980717T14:08:55",
    "19980717T14:08:55.",
    "19980717T14:08:55.1234567890",
    "19980717T14:08:55z",
    "19980717T14:08:55ZZ",
    "19980717T14:08:55+1",
    "19980717T14:08:55+01:75",
    "19980717T14:08:55+0175",
    "19980717T14:08:55+19:00",
    "19980717T14:08:55+01:00x",
    "19980717T14:08:55 UTC",
    "-19980717T14:08:55",
    "19980717t14:08:55"
  })
  void dates(String text) {
    assertRefused(
        "<dateTime.iso8601>" + text + "</dateTime.iso8601>",
        26,
        "\"" + text + "\" is no date with a time");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eW9*      | a character that is none of base64's
          eW9é      | a character that is none of base64's
          eW-_      | a character that is none of base64's
          e         | base64 is cut short or padded wrongly
          eW91e     | base64 is cut short or padded wrongly
          eW8==     | base64 is cut short or padded wrongly
          eQ=       | base64 is cut short or padded wrongly
          eW91=     | base64 is cut short or padded wrongly
          ====      | base64 is cut short or padded wrongly
          eW8=eW8=  | base64 goes on behind its padding
          """)
  void base64(String text, String problem) {
    assertRefused("<base64>" + text + "</base64>", 16, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <foo>1</foo>                     | 8  | <foo> where a type (int, string, struct, ...) should stand
          <INT>1</INT>                     | 8  | <INT> where a type (int, string, struct, ...) should stand
          <value/>                         | 8  | <value> where a type (int, string, struct, ...) should stand
          <x:>1</x:>                       | 8  | <x:> where a type (int, string, struct, ...) should stand
          <ex:serializable/>               | 8  | the type serializable is refused always
          <serializable>rO0AB</serializable> | 8  | the type serializable is refused always
          <ex:dom><a/></ex:dom>            | 8  | the type dom is refused always
          <int>1</int><int>2</int>         | 20 | <int> where </value> should stand
          <string>a<b/></string>           | 17 | <b> where </string> should stand
          <string><int>1</int></string>    | 16 | <int> where </string> should stand
          <int>1<b/></int>                 | 14 | <b> where </int> should stand
          <nil>x</nil>                     | 13 | text where </nil> should stand
          """)
  void types(String element, int column, String problem) {
    assertRefused(element, column, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <member><value/></member>                          | 32 | the end of <member> without <name>
          <member><name>a</name></member>                    | 38 | the end of <member> without <value>
          <member></member>                                  | 24 | the end of <member> without <name>
          <member/>                                          | 25 | the end of <member> without <name>
          <member>x</member>                                 | 24 | text where <name> should stand
          <member><value/>x<name>a</name></member>           | 32 | text where <name> should stand
          <member><name>a</name>x<value/></member>           | 38 | text where <value> should stand
          <member><name>a</name><value/><x/></member>        | 46 | <x> where </member> should stand
          <member><name>a</name><value/>x</member>           | 46 | text where </member> should stand
          <member><name>a</name><name>b</name><value/></member> | 38 | <name> where <value> should stand
          <member><value/><value/><name>b</name></member>    | 32 | <value> where <name> should stand
          <member><value/><name>a</name><value/></member>    | 46 | <value> where </member> should stand
          <member><name>a<b/></name><value/></member>        | 31 | <b> where </name> should stand
          <member><int>1</int><name>a</name></member>        | 24 | <int> where <name> should stand
          <name>a</name><value/>                             | 16 | <name> where <member> should stand
          <other/>                                           | 16 | <other> where <member> should stand
          x                                                  | 16 | text where </struct> should stand
          """)
  void structs(String content, int column, String problem) {
    assertRefused("<struct>" + content + "</struct>", column, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <data>x</data>                     | 21 | text where </data> should stand
          x                                  | 15 | text where </array> should stand
          <data/>x                           | 22 | text where </array> should stand
          <int>1</int>                       | 15 | <int> where <data> should stand
          <data><int>1</int></data>          | 21 | <int> where <value> should stand
          <data/><value/>                    | 22 | <value> where <data> should stand
          <value/><data/>                    | 23 | <data> where <value> should stand
          """)
  void arrays(String content, int column, String problem) {
    assertRefused("<array>" + content + "</array>", column, problem);
  }

  @Test
  void longContentIsShownByItsBeginning() {
    assertRefused(
        "<int>" + "x".repeat(50) + "</int>", 13, "\"" + "x".repeat(40) + "...\" is no integer");
    assertRefused(
        "<int>" + "x".repeat(39) + "😀</int>", 13, "\"" + "x".repeat(39) + "...\" is no integer");
    assertRefused("<int>a&#10;b</int>", 13, "\"a\\u000ab\" is no integer");
  }

  private static void assertRefused(String element, int column, String problem) {
    String message =
        "not XML-RPC at line 2, column " + column + " (byte " + (53 + column) + "): " + problem;
    assertThat(Wire.refusal("<value>" + element + "</value>", Dialect.LENIENT))
        .isExactlyInstanceOf(NotXmlRpcException.class)
        .hasMessage(message);
    assertThat(Wire.refusal("<value>" + element + "</value>", Wire.ALL)).hasMessage(message);
  }
}
