package io.github.xmlrpc4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of the forms, by type. One visitor tries them all, each on the page loaded anew. */
@ExtendWith(Chromium.class)
final class FieldsTest {
  private static RpcServer server;
  private static Visit visit;

  @BeforeAll
  static void start(Browser browser) {
    server =
        RpcServer.builder()
            .methods(BuiltInFunctions.all(Limits.DEFAULT))
            .method("echo", (params, context) -> params.get(0))
            .dialect(Dialect.LENIENT.writing(Extension.I8, Extension.NIL))
            .start();
    visit = Visit.to(browser, server.port());
  }

  @AfterAll
  static void stop() {
    try {
      visit.close();
    } finally {
      server.close();
    }
  }

  @BeforeEach
  void reload() {
    visit.page().reload();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int               | -7                    | -7                           | <int>-7</int>
          int               | +2147483647           | 2147483647                   | <int>2147483647</int>
          i8                | 7                     | i8(7)                        | <i8>7</i8>
          i8                | -9223372036854775808  | -9223372036854775808         | <i8>-9223372036854775808</i8>
          double            | 8                     | 8.0                          | <double>8</double>
          double            | -0.125                | -0.125                       | <double>-0.125</double>
          boolean           | true                  | true                         | <boolean>1</boolean>
          boolean           | false                 | false                        | <boolean>0</boolean>
          string            | <b> & "é"             | "<b> & \\"é\\""              | <string>&lt;b&gt; &amp; "é"</string>
          dateTime.iso8601  | 2026-11-21T12:34:56   | date("2026-11-21T12:34:56")  | <dateTime.iso8601>20261121T12:34:56</dateTime.iso8601>
          array             | [1, 2.5, 'x', null]   | [1, 2.5, "x", null]          | <array><data>
          struct            | {a: {"b c": i8(1)}}   | {a: {"b c": i8(1)}}          | <name>b c</name>
          """)
  void aValueOfEachTypeGoesThereAndBack(String type, String text, String shown, String wire) {
    Locator form = visit.open("echo");
    Visit.press(form, "Add a parameter");
    form.getByLabel("Type of parameter 1").selectOption(type);
    if (type.equals("boolean")) {
      Visit.field(form, 1).selectOption(text);
    } else {
      Visit.field(form, 1).fill(text);
    }

    assertThat(Visit.call(form)).isEqualTo("Value");
    assertThat(Visit.said(form)).isEqualTo(shown);
    assertThat(Visit.wire(form, "Request")).contains(wire);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int               | 7.5        | Expected a whole number from -2147483648 to 2147483647.
          int               | 2147483648 | Expected a whole number from -2147483648 to 2147483647.
          i8                | x          | Expected a whole number of 64 bits.
          double            | 1,5        | Expected a number, as 1.5.
          dateTime.iso8601  | ''         | Expected a date and a time, as 2026-11-21T12:00:00.
          array             | {a: 1}     | Expected an array, as [1, 2.5, "x"].
          array             | [1, 2      | Line 1, column 6: expected ,.
          array             | [1 2]      | Line 1, column 4: expected ,.
          array             | [hello]    | Line 1, column 2: "hello" should stand in quotes.
          array             | [1] 2      | Line 1, column 5: more text behind the value.
          array             | [date('x')]| Line 1, column 7: expected a date and a time, as 2026-11-21T12:00:00.
          struct            | {a: }      | Line 1, column 5: } where a value should stand.
          struct            | {a: #}     | Line 1, column 4: something that is no value.
          """)
  void whatIsNoValueIsRefusedInItsPlace(String type, String text, String problem) {
    Locator form = visit.open("add");
    Visit.give(form, 1, "int", "1");
    Visit.give(form, 2, type, text);
    Visit.press(form, "Call");

    assertThat(form.locator(".problem:visible")).hasText(problem);
    assertThat(Visit.field(form, 2)).isFocused();
    assertThat(Visit.field(form, 2)).hasAttribute("aria-invalid", "true");
    assertThat(Visit.field(form, 2)).hasAccessibleDescription(problem);
    assertThat(form.locator(".verdict")).hasCount(0);
  }
}
