package io.github.xmlrpc4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls from the page: what is given, sent, received and shown. */
@ExtendWith(Chromium.class)
final class CallingTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";

  private final Browser browser;
  private final RpcServer server =
      RpcServer.builder()
          .bind("0.0.0.0", 0)
          .methods(BuiltInFunctions.all(Limits.DEFAULT))
          .method("echo", (params, context) -> params.get(0))
          .method(
              MethodDefinition.of(
                      HOSTILE,
                      (params, context) ->
                          Value.Struct.empty()
                              .with("</pre><script>alert(2)</script>", Value.of(HOSTILE)))
                  .withHelp("<script>alert(3)</script>"))
          .dialect(Dialect.LENIENT.writing(Extension.I8, Extension.NIL))
          .start();

  CallingTest(Browser browser) {
    this.browser = browser;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFileGoesThereAndBackAsBase64() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Locator form = visit.open("echo");
      Visit.press(form, "Add a parameter");
      form.getByLabel("Type of parameter 1").selectOption("base64");
      Visit.press(form, "Call");
      assertThat(form.locator(".problem")).hasText("Expected a file, whose bytes are sent.");

      Visit.field(form, 1)
          .setInputFiles(new FilePayload("x.bin", "application/x", new byte[] {0, 1, (byte) 0xFF}));
      assertThat(Visit.call(form)).isEqualTo("Value");
      assertThat(Visit.said(form)).isEqualTo("base64(\"AAH/\")");
      assertThat(form.locator(".problem")).isHidden();
    }
  }

  @Test
  void nilNeedsNoField() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Locator form = visit.open("echo");
      Visit.press(form, "Add a parameter");
      form.getByLabel("Type of parameter 1").selectOption("nil");

      assertThat(Visit.call(form)).isEqualTo("Value");
      assertThat(Visit.said(form)).isEqualTo("null");
    }
  }

  @Test
  void aCharacterThatXmlForbidsIsRefused() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Locator form = visit.open("echo");
      Visit.press(form, "Add a parameter");
      Visit.give(form, 1, "array", "['\\u0001']");
      Visit.press(form, "Call");

      assertThat(form.locator(".said")).hasText("XML cannot carry the character U+0001.");
    }
  }

  @Test
  void bothBodiesAreShownAsTheyWereOnTheWire() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Locator form = visit.open("divide");
      Visit.give(form, 1, "int", "7");
      Visit.give(form, 2, "int", "2");
      String[] bodies = new String[2];
      visit
          .page()
          .onResponse(
              response -> {
                bodies[0] = response.request().postData();
                bodies[1] = response.url();
              });

      assertThat(Visit.call(form)).isEqualTo("Value");
      assertThat(Visit.said(form)).isEqualTo("3");
      assertThat(bodies[1]).isEqualTo("http://127.0.0.1:" + server.port() + "/RPC2");
      assertThat(Visit.wire(form, "Request"))
          .isEqualTo(bodies[0])
          .isEqualTo(
              """
              <?xml version='1.0'?>
              <methodCall>
              <methodName>divide</methodName>
              <params>
              <param>
              <value><int>7</int></value>
              </param>
              <param>
              <value><int>2</int></value>
              </param>
              </params>
              </methodCall>
              """);
      assertThat(Visit.wire(form, "Response"))
          .isEqualTo(
              """
              <?xml version='1.0'?>
              <methodResponse>
              <params>
              <param>
              <value><int>3</int></value>
              </param>
              </params>
              </methodResponse>
              """);
      assertThat(form.locator(".verdict").textContent()).matches("Value[0-9.]+ msHTTP 200 OK");
      assertThat(form.locator(".bar .size").allTextContents())
          .containsExactly(bodies[0].getBytes(UTF_8).length + " bytes", "121 bytes");
    }
  }

  @Test
  void aFaultIsShownWithItsCodeAndText() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Locator form = visit.open("divide");
      Visit.give(form, 1, "int", "7");
      Visit.give(form, 2, "int", "0");

      assertThat(Visit.call(form)).isEqualTo("Fault -32500");
      assertThat(Visit.said(form)).isEqualTo("division by zero");
      assertThat(Visit.wire(form, "Response")).contains("<name>faultCode</name>");
    }
  }

  @Test
  void manyCallsGoAsOneAndEachHasItsAnswerBesideIt() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Locator form = visit.open("divide");
      for (String divisor : List.of("2", "0", "7")) {
        Visit.give(form, 1, "int", "7");
        Visit.give(form, 2, "int", divisor);
        Visit.press(form, "Collect");
      }
      Page page = visit.page();
      page.getByText("Multicall · 3 calls").click();
      visit.button("Call all").click();

      Locator tray = page.locator(".tray");
      assertThat(Visit.verdict(tray)).isEqualTo("Answered");
      assertThat(tray.locator("li").allTextContents())
          .containsExactly(
              "divide(7, 2)×3", "divide(7, 0)×Fault -32500: division by zero", "divide(7, 7)×1");
      assertThat(Visit.wire(tray, "Request")).contains("<methodName>system.multicall</methodName>");

      visit.button("Remove divide(7, 0)").click();
      assertThat(tray.locator("li").allTextContents())
          .containsExactly("divide(7, 2)×", "divide(7, 7)×");
      visit.button("Clear").click();
      assertThat(tray).isHidden();
    }
  }

  @Test
  void whatTheServerSaysStaysText() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Locator form = visit.open(HOSTILE);
      assertThat(Visit.call(form)).isEqualTo("Value");
      assertThat(Visit.said(form))
          .isEqualTo("{\"</pre><script>alert(2)</script>\": \"<img src=x onerror=alert(1)>\"}");
      Visit.press(form, "Collect");
      visit.page().getByText("Multicall · 1 call").click();
      visit.button("Call all").click();
      assertThat(visit.page().locator(".tray .said")).containsText("<img");
      Visit.press(form, "Code");

      assertThat(visit.page().locator("img, script:not([src='page/page.js'])")).hasCount(0);
    }
  }

  @Test
  void byKeyboardAloneAFunctionIsFoundAndCalled() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Page page = visit.page();
      page.keyboard().press("Tab");
      assertThat(page.getByText("Skip to the functions")).isFocused();

      page.keyboard().press("/");
      page.keyboard().type("subtract");
      page.keyboard().press("Enter");
      assertThat(visit.button("Try subtract")).isFocused();
      page.keyboard().press("Enter");
      page.keyboard().type("7");
      for (int i = 0; i < 3; i++) {
        page.keyboard().press("Tab");
      }
      page.keyboard().type("3");
      page.keyboard().press("Control+Enter");

      assertThat(Visit.verdict(visit.form("subtract"))).isEqualTo("Value");
      assertThat(Visit.said(visit.form("subtract"))).isEqualTo("4");
      assertThat(page.getByText("Answered")).hasCount(1);
    }
  }

  @Test
  void whereThePagesOriginMayNotCallItSaysWhatLetsIt() {
    String address = "http://127.0.0.2:" + server.port() + "/";
    try (Visit visit = Visit.to(browser, address, new Browser.NewContextOptions())) {
      Locator form = visit.open("system.listMethods");

      assertThat(Visit.call(form)).isEqualTo("No XML-RPC answer");
      assertThat(Visit.said(form))
          .isEqualTo(
              "Pages of this origin may not call this server; its builder's allowOrigin lets"
                  + " them.");
      assertThat(form.locator(".verdict")).containsText("HTTP 403 Forbidden");
      visit.expectComplaint("status 403 of " + address + "RPC2");
      visit.expectComplaint(
          "error: Failed to load resource: the server responded with a status of 403 (Forbidden)");
    }
  }

  @Test
  void aServerThatIsGoneIsSaidToBe() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Locator form = visit.open("system.listMethods");
      server.close();

      assertThat(Visit.call(form)).isEqualTo("No XML-RPC answer");
      assertThat(Visit.said(form)).isEqualTo("There was no answer: Failed to fetch.");
      visit.expectComplaint("error: Failed to load resource: net::ERR_CONNECTION_REFUSED");
    }
  }
}
